"""Posting on Discord unasked: never twice, never lost silently, whatever happens in between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from adapters.discord.marks import sign_of
from adapters.discord.render import render
from adapters.drawing.studio import Studio
from bot.channel import Destination, NotPosted, Post, Posted
from tests.adapters.discord.board import NEWS, board_of
from tests.adapters.discord.discord_rules import faults_in
from tests.adapters.discord.loopback import CHANNEL, GUILD, Trouble
from tests.adapters.gallery import GALLERY
from tests.adapters.posts import (
    CORRECTED,
    COVERED,
    IN_THREAD,
    OTHER,
    POST,
    RECAP,
    TELLING,
    WITH_CHART,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from adapters.discord.channel import Channels
    from tests.adapters.discord.board import Board

WORDS = [name for name, reply in GALLERY.items() if reply.form is None]
HERE, THERE = Destination("discord", GUILD, CHANNEL), Destination("discord", GUILD, NEWS)
POSTING = f"/channels/{CHANNEL}/messages$"
GATE = {"Via": "1.1 google"}
OFFICIALS, FANS = "8001", "8002"


@pytest.fixture
async def discord(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Board, Channels]]:
    async with board_of(tmp_path, monkeypatch) as (board, client):
        yield board, client.channels


def limited(seconds: float) -> Trouble:
    said = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    return Trouble(POSTING, 429, said, GATE)


def refused(code: int, status: int = 403, path: str = POSTING, method: str = "POST") -> Trouble:
    return Trouble(path, status, {"code": code, "message": "Refused"}, method=method)


def words_of(message: dict[str, Any]) -> str:
    """What its embeds say, without what nobody sees."""
    texts = [
        each.get(part) or "" for each in message["embeds"] for part in ("title", "description")
    ]
    return "\n".join(filter(None, texts)).translate(
        dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060"))
    )


async def why_not(work: Any) -> NotPosted:
    with pytest.raises(NotPosted) as told:
        await work
    return told.value


async def test_a_post_stands_in_its_channel_and_calls_nobody(discord) -> None:
    board, channels = discord

    posted = await channels.post(HERE, POST)

    (message,) = board.said()
    assert posted == Posted(HERE, message["id"])
    assert words_of(message).startswith("Lime Rock is final.\nCorey Heim led 99 laps")
    assert message["content"] == ""
    assert message["allowed_mentions"] == {"parse": [], "roles": []}
    labels = [part["label"] for row in message["components"] for part in row["components"]]
    assert labels == ["Show the rows", "Wrong?"]


async def test_only_the_roles_that_are_allowed_are_called(discord) -> None:
    board, channels = discord
    post = Post(RECAP, "a1", roles=(OFFICIALS, FANS, OFFICIALS, GUILD, "everyone"))

    await channels.post(HERE, post)

    (message,) = board.said()
    assert message["content"] == f"<@&{OFFICIALS}> <@&{FANS}>"
    assert message["allowed_mentions"]["parse"] == []
    assert [str(each) for each in message["allowed_mentions"]["roles"]] == [OFFICIALS, FANS]


async def test_a_post_that_nobody_noted_is_found_again(discord) -> None:
    board, channels = discord
    first = await channels.post(HERE, POST)
    await channels.post(HERE, OTHER)
    board.chatter(250)
    board.minutes_pass()

    assert await channels.post(HERE, POST, again=True) == first
    assert len(board.said()) == 252


async def test_it_is_found_by_its_words_where_it_has_no_buttons_and_by_its_button_without_words(
    discord,
) -> None:
    board, channels = discord
    bare = Post(CORRECTED.reply, "bare1")
    posted = [await channels.post(HERE, each) for each in (bare, POST)]
    board.minutes_pass()
    with_buttons = board.said()[1]
    with_buttons["embeds"] = [
        {"title": "Lime Rock is final."}
    ]  # as if Discord kept no such letters

    found = [await channels.post(HERE, each, again=True) for each in (bare, POST)]

    assert found == posted
    assert len(board.said()) == 2


async def test_the_same_post_in_two_channels_is_two_messages(discord) -> None:
    board, channels = discord

    first, second = await channels.post(HERE, POST), await channels.post(THERE, POST)

    assert first.message != second.message
    assert (len(board.said()), len(board.said(NEWS))) == (1, 1)
    assert await channels.post(THERE, POST, again=True) == second


async def test_what_others_write_is_never_taken_for_the_post(discord) -> None:
    board, channels = discord
    await channels.post(HERE, POST)
    copied = board.said()[0] | {"author": {"id": "4000", "username": "fan", "discriminator": "0"}}
    board.places[CHANNEL].messages = {
        copied["id"]: copied | {"author": copied["author"] | {"avatar": None}}
    }
    board.minutes_pass()

    posted = await channels.post(HERE, POST, again=True)

    assert posted.message != copied["id"]


async def test_cut_after_discord_took_it_the_post_is_found_and_stands_once(discord) -> None:
    board, channels = discord
    board.troubles.append(Trouble(POSTING, is_done=True))

    told = await why_not(channels.post(HERE, POST))
    board.minutes_pass()
    posted = await channels.post(HERE, POST, again=True)

    assert told.again_in
    assert "not known yet" in str(told)
    assert [each["id"] for each in board.said()] == [posted.message]


async def test_a_repeat_within_minutes_makes_no_second_message_even_unlooked(discord) -> None:
    board, channels = discord
    board.troubles.append(Trouble(POSTING, is_done=True))

    await why_not(channels.post(HERE, POST))
    await channels.post(HERE, POST)

    assert len(board.said()) == 1


@pytest.mark.parametrize("is_done", [False, True])
async def test_an_error_of_discords_own_is_tried_again_and_the_post_stands_once(
    discord, is_done: bool
) -> None:
    board, channels = discord
    board.troubles.append(Trouble(POSTING, 503, {}, is_done=is_done))

    told = await why_not(channels.post(HERE, POST))
    posted = await channels.post(HERE, POST, again=True)

    assert told.again_in
    assert "trouble of its own (503)" in str(told)
    assert [each["id"] for each in board.said()] == [posted.message]


async def test_a_short_limit_is_waited_out(discord) -> None:
    board, channels = discord
    board.troubles.append(limited(0.01))

    await channels.post(HERE, POST)

    assert len(board.said()) == 1


async def test_a_long_limit_says_when_to_try_again(discord) -> None:
    board, channels = discord
    board.troubles += [limited(600), Trouble(POSTING, 429, {}, {"Retry-After": "77"})]

    waits = [(await why_not(channels.post(HERE, POST))).again_in for _ in range(2)]

    assert waits == [600, 77]
    assert board.said() == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (50001, "View Channel"),
        (50013, "Send Messages, Embed Links"),
        (99999, "Discord refused it: Refused"),
    ],
)
async def test_a_permission_that_lacks_is_named_and_it_is_not_tried_in_vain(
    discord, code: int, words: str
) -> None:
    board, channels = discord
    board.troubles.append(refused(code))

    told = await why_not(channels.post(HERE, POST))

    assert words in str(told)
    assert told.again_in is None
    assert not told.gone


async def test_a_channel_that_is_gone_is_said_to_be(discord) -> None:
    board, channels = discord
    posted = await channels.post(HERE, POST)
    del board.places[CHANNEL]

    for again in (False, True):
        told = await why_not(channels.post(HERE, POST, again=again))
        assert (str(told), told.again_in, told.gone) == ("That channel is gone.", None, True)
    assert str(await why_not(channels.replace(posted, POST))) == "That channel is gone."
    await channels.remove(posted)
    nowhere = Destination("discord", GUILD, "general")
    assert str(await why_not(channels.post(nowhere, POST))) == "There is no such channel."


async def test_where_the_history_cannot_be_read_it_asks_rather_than_post_twice(discord) -> None:
    board, channels = discord
    await channels.post(HERE, POST)
    board.shows_history = False

    told = await why_not(channels.post(HERE, POST, again=True))

    assert "Read Message History" in str(told)
    assert told.again_in is None
    assert len(board.said()) == 1


async def test_an_empty_channel_takes_a_second_attempt(discord) -> None:
    board, channels = discord

    await channels.post(HERE, POST, again=True)

    assert len(board.said()) == 1


async def test_it_looks_back_for_days_and_not_through_all_of_a_busy_channel(discord) -> None:
    board, channels = discord
    board.chatter(150, days_ago=5)
    board.chatter(1)
    await channels.post(HERE, POST, again=True)
    asked = [each for each in board.made if (each.method, each.path[-9:]) == ("GET", "/messages")]
    assert len(asked) == 1

    board.chatter(2000)
    told = await why_not(channels.post(HERE, OTHER, again=True))
    assert "cannot tell whether I posted it" in str(told)


async def test_covered_the_title_alone_is_open_to_see(discord) -> None:
    board, channels = discord

    await channels.post(HERE, COVERED)

    (message,) = board.said()
    title, *lines = words_of(message).split("\n")
    assert title == "Lime Rock is final."
    assert "footer" not in message["embeds"][0]
    assert [
        line for line in lines if line.count("||") != 2 and "```" not in line and "·" not in line
    ] == []
    assert lines[0] == "||Corey Heim led 99 laps and won the LIUNA! 150, his fifth win of 2025.||"
    assert lines[1] == "-# ||Recap by the Officials||"
    assert lines[-1].startswith("-# ||Data through")


async def test_no_words_lift_the_bars(discord) -> None:
    board, channels = discord

    await channels.post(HERE, TELLING)

    text = board.said()[0]["embeds"][0]["description"]
    for line in text.split("\n"):
        inside = line.removeprefix("> ").removeprefix("||").removesuffix("||")
        assert "|" not in inside


async def test_a_covered_picture_is_a_spoiler_and_its_words_stand_in_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with board_of(tmp_path, monkeypatch, Studio()) as (board, client):
        await client.channels.post(HERE, WITH_CHART)

        (sent,) = [each for each in board.made if each.files]
        (message,) = board.said()

    (file,) = sent.body["attachments"]
    assert file["filename"] == "SPOILER_chart.png"
    assert "wins" not in file["description"]
    assert "image" not in message["embeds"][0]
    assert "||Eight wins in 2008.||" in words_of(message)


async def test_in_a_thread_the_channel_reads_the_title_alone(discord) -> None:
    board, channels = discord

    posted = await channels.post(HERE, IN_THREAD)

    (above,), (below,) = board.said(), board.said(posted.message)
    assert words_of(above) == "Lime Rock is final."
    assert above["components"] == [] or "components" not in above
    assert words_of(below).startswith("Corey Heim led 99 laps")
    assert (posted.message, posted.thread) == (above["id"], below["id"])
    assert board.places[posted.message].name == "Lime Rock 2025"


@pytest.mark.parametrize("died_at", [POSTING, "/threads$", r"/channels/\d{8,}/messages$"])
@pytest.mark.parametrize("is_done", [False, True])
async def test_a_thread_is_finished_where_it_was_broken_off(
    discord, died_at: str, is_done: bool
) -> None:
    board, channels = discord
    board.troubles.append(Trouble(died_at, is_done=is_done, method="POST"))

    await why_not(channels.post(HERE, IN_THREAD))
    board.minutes_pass()
    posted = await channels.post(HERE, IN_THREAD, again=True)

    assert [each["id"] for each in board.said()] == [posted.message]
    assert [each["id"] for each in board.said(posted.message)] == [posted.thread]
    assert await channels.post(HERE, IN_THREAD, again=True) == posted


async def test_where_no_thread_can_be_begun_no_bare_title_is_left(discord) -> None:
    board, channels = discord
    board.troubles.append(refused(50013, path="/threads$"))

    told = await why_not(channels.post(HERE, IN_THREAD))

    assert "Create Public Threads" in str(told)
    assert board.said() == []
    board.a_minute_passes()
    posted = await channels.post(HERE, IN_THREAD, again=True)
    assert [each["id"] for each in board.said()] == [posted.message]


async def test_what_was_taken_back_can_be_posted_anew_within_minutes(discord) -> None:
    board, channels = discord
    first = await channels.post(HERE, POST)
    await channels.remove(first)
    board.a_minute_passes()

    second = await channels.post(HERE, POST)

    assert [each["id"] for each in board.said()] == [second.message] != [first.message]


async def test_what_others_delete_at_once_is_not_posted_again_and_again(discord) -> None:
    board, channels = discord
    first = await channels.post(HERE, POST)
    del board.places[CHANNEL].messages[first.message]

    assert await channels.post(HERE, POST) == first
    assert board.said() == []


async def test_without_the_right_to_read_it_is_posted_once_all_the_same(discord) -> None:
    board, channels = discord
    board.shows_history = False

    await channels.post(HERE, POST)

    assert len(board.said()) == 1


async def test_a_change_is_made_in_place_and_calls_nobody_again(discord) -> None:
    board, channels = discord
    posted = await channels.post(HERE, Post(RECAP, "limerock2025a", roles=(OFFICIALS,)))

    await channels.replace(posted, Post(CORRECTED.reply, "limerock2025a", roles=(OFFICIALS,)))

    (message,) = board.said()
    (edit,) = [each.body for each in board.made if each.method == "PATCH"]
    assert words_of(message).startswith("Lime Rock is official.")
    assert message["components"] == []
    assert "content" not in edit
    assert edit["allowed_mentions"] == {"parse": []}
    board.minutes_pass()
    assert await channels.post(HERE, CORRECTED, again=True) == posted


async def test_a_change_reaches_into_the_thread_also_when_it_is_archived(discord) -> None:
    board, channels = discord
    posted = await channels.post(HERE, IN_THREAD)
    board.places[posted.message].archived = True

    await channels.replace(posted, CORRECTED)

    assert words_of(board.said()[0]) == "Lime Rock is official."
    assert words_of(board.said(posted.message)[0]) == "Nothing changed at the inspection."


async def test_a_message_that_a_moderator_deleted_cannot_be_changed_and_that_is_said(
    discord,
) -> None:
    board, channels = discord
    posted = await channels.post(HERE, POST)
    board.places[CHANNEL].messages.clear()

    told = await why_not(channels.replace(posted, CORRECTED))

    assert (str(told), told.again_in) == ("My message is gone; somebody deleted it.", None)
    assert told.gone


async def test_a_post_is_taken_back_with_what_stands_in_its_thread(discord) -> None:
    board, channels = discord
    posted = await channels.post(HERE, IN_THREAD)
    board.places[posted.message].archived = True

    for _ in range(2):  # what is gone already is well
        await channels.remove(posted)

    assert board.said() == board.said(posted.message) == []


async def test_what_may_not_be_taken_back_is_said(discord) -> None:
    board, channels = discord
    posted = await channels.post(HERE, POST)
    board.troubles.append(refused(50001, path="/messages/", method="DELETE"))

    assert "View Channel" in str(await why_not(channels.remove(posted)))


async def test_an_announcement_is_handed_on_once_and_another_channel_has_no_followers(
    discord,
) -> None:
    board, channels = discord
    here, there = await channels.post(HERE, POST), await channels.post(THERE, POST)

    assert not await channels.publish(here)
    assert [await channels.publish(there) for _ in range(2)] == [True, True]
    assert board.said(NEWS)[0]["flags"] == 1
    board.troubles.append(refused(50013, path="crosspost"))
    assert "I may not do that there" in str(await why_not(channels.publish(there)))


async def test_a_role_has_as_many_heads_as_discord_counts(discord) -> None:
    board, channels = discord
    board.counts = {OFFICIALS: 12}

    assert await channels.head_count(GUILD, OFFICIALS) == 12
    assert await channels.head_count(GUILD, FANS) is None
    board.troubles.append(refused(50001, path="member-counts", method="GET"))
    assert await channels.head_count(GUILD, OFFICIALS) is None


async def test_channels_and_roles_have_the_names_that_discord_tells(discord) -> None:
    board, channels = discord
    board.places[NEWS].name, board.roles = "race-news", {OFFICIALS: "Officials"}

    assert await channels.channel_name(THERE) == "#race-news"
    for strange in (
        Destination("discord", "1", NEWS),
        Destination("discord", GUILD, "404"),
        Destination("discord", GUILD, "no key"),
    ):
        assert await channels.channel_name(strange) == ""
    assert await channels.role_name(GUILD, OFFICIALS) == "Officials"
    assert await channels.role_name(GUILD, FANS) == ""


def test_every_mark_has_a_sign_of_its_own_that_nobody_sees() -> None:
    signs = {sign_of(f"limerock2025{n}") for n in range(1000)}

    assert len(signs) == 1000
    assert {len(each) for each in signs} == {32}
    assert not "".join(signs).strip("\u200b\u200c\u200d\u2060")


@pytest.mark.parametrize("name", WORDS)
def test_of_every_reply_nothing_is_left_outside_the_bars(name: str) -> None:
    for mark in ("", "limerock2025a"):
        message = render(GALLERY[name], mark=mark, covered=True)
        body = {
            "embeds": [each.to_dict() for each in message.embeds],
            "components": message.view.to_components() if message.view else [],
            "allowed_mentions": {"parse": []},
        }
        texts = [each.description or "" for each in message.embeds]
        if not message.embeds[0].title:  # too long for one, it is the first line and open to see
            texts[0] = texts[0].partition("\n")[2]
        uncovered = [re.sub(r"\|\|[^|]+?\|\|", "", text) for text in texts]

        assert faults_in("POST", f"/channels/{CHANNEL}/messages", body) == []
        assert max(len(each.title or "") for each in message.embeds) <= 256
        left = re.sub(r"-# What follows is longer.*", "", "\n".join(uncovered))
        assert set(left) <= set("-#> \n\u200b\u200c\u200d\u2060")

"""Posting on Slack unasked: never twice, never lost silently, whatever happens in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackObjectFormationError

from adapters.drawing.studio import Studio
from adapters.slack.manifest import SCOPES
from adapters.slack.origin import PLATFORM
from bot.channel import Destination, NotPosted, Post, Posted
from bot.reply import Button, Reply
from bot.store.installations import Installed
from bot.store.opening import open_shelf
from tests.adapters.posts import (
    CORRECTED,
    COVER,
    COVERED,
    IN_THREAD,
    OPEN_CHART,
    OTHER,
    POST,
    RECAP,
    WINNER,
)
from tests.adapters.slack.board import CHANNEL, board_of
from tests.adapters.slack.conftest import labels_of, words_of
from tests.adapters.slack.loopback import TEAM, TOKEN, Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.slack.channel import Channels
    from tests.adapters.slack.board import Board
    from tests.adapters.slack.conftest import Town

HERE = Destination("slack", TEAM, CHANNEL)
THEIRS = "xoxb-of-T2"
OFFICIALS = "S0FFICIALS"


@pytest.fixture
async def slack(store: str) -> AsyncIterator[tuple[Board, Channels]]:
    async with board_of(store) as built:
        yield built


async def why_not(work: Any) -> NotPosted:
    with pytest.raises(NotPosted) as told:
        await work
    return told.value


async def test_a_post_stands_in_its_channel_and_calls_nobody(slack) -> None:
    board, channels = slack

    posted = await channels.post(HERE, POST)

    (message,) = board.said()
    assert posted == Posted(HERE, message.number)
    assert words_of(message).startswith("Lime Rock is final.\nCorey Heim led 99 laps")
    assert message.text.startswith("Lime Rock is final.")
    assert labels_of(message) == ["Show the rows", "Wrong?"]


async def test_only_the_groups_that_are_allowed_and_there_are_called(slack) -> None:
    board, channels = slack
    board.groups, board.allowed = {OFFICIALS: 12, "S0THERS": 40}, (OFFICIALS,)
    post = Post(RECAP, "a1", roles=(OFFICIALS, OFFICIALS, "channel", "!here", "S0GONE"))

    posted = await channels.post(HERE, post)
    (called,) = board.said()
    await channels.replace(posted, post)

    assert called.number == posted.message
    (sent,) = board.called("chat.postMessage")
    assert sent["blocks"][0]["text"]["text"] == f"<!subteam^{OFFICIALS}>"
    assert sent["text"].startswith(f"<!subteam^{OFFICIALS}>\nLime Rock")
    assert "subteam" not in f"{board.said()[0].text} {board.said()[0].blocks}"


async def test_without_the_scope_for_groups_none_is_called_and_the_post_is_there(slack) -> None:
    board, channels = slack
    board.troubles.append(Trouble("usergroups.list", error="missing_scope", times=2))

    await channels.post(HERE, Post(RECAP, "a1", roles=(OFFICIALS,)))

    assert "subteam" not in board.said()[0].text
    assert await channels.head_count(TEAM, OFFICIALS) is None


async def test_a_group_has_as_many_heads_as_slack_counts(slack) -> None:
    board, channels = slack
    board.groups = {OFFICIALS: 12}
    board.troubles.append(Trouble("usergroups.list", 503))
    assert await channels.head_count(TEAM, OFFICIALS) is None

    assert await channels.head_count(TEAM, OFFICIALS) == 12
    assert await channels.head_count(TEAM, "S0GONE") is None


async def test_channels_and_groups_have_their_names_where_slack_tells_them(slack) -> None:
    board, channels = slack
    board.groups, board.names = {OFFICIALS: 12}, {CHANNEL: "race-news"}
    secret = Destination("slack", TEAM, "C0SECRET")

    assert await channels.channel_name(HERE) == "#race-news"
    assert await channels.channel_name(secret) == ""
    names = [await channels.role_name(TEAM, each) for each in (OFFICIALS, "S0GONE", OFFICIALS)]
    assert names == [f"<Group> {OFFICIALS}", "", f"<Group> {OFFICIALS}"]
    assert len(board.called("usergroups.list")) == 1


async def test_a_post_that_nobody_noted_is_found_again(slack) -> None:
    board, channels = slack
    first = await channels.post(HERE, POST)
    await channels.post(HERE, OTHER)
    board.chatter(450)

    assert await channels.post(HERE, POST, again=True) == first
    assert len(board.said()) == 452
    assert len(board.called("conversations.history")) == 3


async def test_cut_after_slack_took_it_the_post_is_found_and_stands_once(slack) -> None:
    board, channels = slack
    board.troubles.append(Trouble("chat.postMessage", is_done=True, cut=True))

    told = await why_not(channels.post(HERE, POST))
    posted = await channels.post(HERE, POST, again=True)

    assert told.again_in
    assert "not known yet" in str(told)
    assert [each.number for each in board.said()] == [posted.message]
    assert len(board.called("chat.postMessage")) == 1


@pytest.mark.parametrize("is_done", [False, True])
@pytest.mark.parametrize(("status", "error"), [(500, ""), (503, "x"), (200, "internal_error")])
async def test_an_error_of_slacks_own_is_never_repeated_blindly(
    slack, status: int, error: str, is_done: bool
) -> None:
    board, channels = slack
    board.troubles.append(Trouble("chat.postMessage", status, error, is_done=is_done))

    told = await why_not(channels.post(HERE, POST))
    assert len(board.called("chat.postMessage")) == 1
    posted = await channels.post(HERE, POST, again=True)

    assert told.again_in
    assert "trouble of its own" in str(told)
    assert [each.number for each in board.said()] == [posted.message]


async def test_a_short_limit_is_waited_out_and_a_long_one_says_when(slack) -> None:
    board, channels = slack
    short, long = (
        Trouble("chat.postMessage", 429, "ratelimited", {"Retry-After": each})
        for each in ("0", "600")
    )
    board.troubles.append(short)
    await channels.post(HERE, POST)
    board.troubles.append(long)

    told = await why_not(channels.post(HERE, OTHER))

    assert told.again_in == 600
    assert len(board.said()) == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("not_in_channel", "/invite @Spotter"),
        ("channel_not_found", "gone, or private"),
        ("is_archived", "archived"),
        ("restricted_action_read_only_channel", "restricted"),
        ("token_revoked", "install me again"),
        ("too_odd", "Slack refused it: too_odd"),
    ],
)
async def test_what_is_refused_for_good_is_said_and_not_tried_in_vain(
    slack, error: str, words: str
) -> None:
    board, channels = slack
    board.missing[CHANNEL] = error

    for again in (False, True):
        told = await why_not(channels.post(HERE, POST, again=again))
        assert words in str(told)
        assert told.again_in is None


@pytest.mark.parametrize("scope", ["channels:history", "groups:history"])
async def test_without_the_scope_for_history_it_asks_rather_than_post_twice(
    slack, scope: str
) -> None:
    board, channels = slack
    assert scope in SCOPES
    await channels.post(HERE, POST)
    lacks = Trouble("conversations.history", error="missing_scope", needed=scope)
    board.troubles.append(lacks)

    told = await why_not(channels.post(HERE, POST, again=True))

    assert f"Slack's scope {scope}" in str(told)
    assert told.again_in is None
    assert len(board.said()) == 1


async def test_what_a_proxy_says_in_slacks_place_is_a_trouble_that_passes(slack) -> None:
    board, channels = slack
    post = Post(RECAP, "limerock2025a", roles=(OFFICIALS,))
    for method in ("chat.postMessage", "usergroups.list", "conversations.history"):
        board.troubles.append(Trouble(method, 502, html="<h1>Bad Gateway</h1>"))

        told = await why_not(channels.post(HERE, post, again=True))

        assert told.again_in
    await channels.post(HERE, post, again=True)
    assert len(board.said()) == 1


async def test_a_scope_to_post_that_lacks_is_named(slack) -> None:
    board, channels = slack
    lacks = Trouble("chat.postMessage", error="missing_scope", needed="chat:write")
    board.troubles.append(lacks)

    assert "Slack's scope chat:write" in str(await why_not(channels.post(HERE, POST)))


async def test_it_looks_back_for_days_and_not_through_all_of_a_busy_channel(slack) -> None:
    board, channels = slack
    board.chatter(300, days_ago=5)
    board.chatter(1)
    await channels.post(HERE, POST, again=True)
    assert len(board.called("conversations.history")) == 1

    board.chatter(2100)
    told = await why_not(channels.post(HERE, OTHER, again=True))
    assert "cannot tell whether I posted it" in str(told)


async def test_where_slack_shows_few_messages_a_minute_the_search_takes_its_time(slack) -> None:
    board, channels = slack
    first = await channels.post(HERE, POST)
    board.chatter(20)
    board.most_on_a_page = 15
    slow = Trouble("conversations.history", 429, "ratelimited", {"Retry-After": "0"})
    board.troubles.append(slow)

    assert await channels.post(HERE, POST, again=True) == first


async def test_covered_there_is_the_title_and_one_button(slack) -> None:
    board, channels = slack

    posted = await channels.post(HERE, COVERED)
    await channels.replace(posted, COVERED)

    (message,) = board.said()
    assert words_of(message) == "Lime Rock is final."
    assert labels_of(message) == [COVER.label]
    assert WINNER not in message.text
    assert message.text == "Lime Rock is final."


async def test_in_a_thread_the_channel_reads_the_title_alone(slack) -> None:
    board, channels = slack

    posted = await channels.post(HERE, IN_THREAD)

    (above,), (below,) = board.said(), board.said(posted.message)
    assert (words_of(above), above.text, labels_of(above)) == (
        "Lime Rock is final.",
        "Lime Rock is final.",
        [],
    )
    assert words_of(below).startswith("Corey Heim led 99 laps")
    assert posted == Posted(HERE, above.number, below.number)


async def test_covered_in_a_thread_nothing_tells_who_won(slack) -> None:
    board, channels = slack

    await channels.post(HERE, Post(RECAP, "both1", cover=COVER, thread="Lime Rock"))

    told = f"{[(each.text, each.blocks) for each in board.messages]}"
    assert WINNER not in told
    assert COVER.label in told


@pytest.mark.parametrize("cut_at", [1, 2])
@pytest.mark.parametrize("is_done", [False, True])
async def test_a_thread_is_finished_where_it_was_broken_off(
    slack, cut_at: int, is_done: bool
) -> None:
    board, channels = slack
    cut = Trouble("chat.postMessage", is_done=is_done, cut=True, after=cut_at - 1)
    board.troubles.append(cut)

    await why_not(channels.post(HERE, IN_THREAD))
    posted = await channels.post(HERE, IN_THREAD, again=True)

    assert [each.number for each in board.said()] == [posted.message]
    assert [each.number for each in board.said(posted.message)] == [posted.thread]
    assert await channels.post(HERE, IN_THREAD, again=True) == posted


async def test_where_the_thread_is_refused_no_bare_title_is_left(slack) -> None:
    board, channels = slack
    refused = Trouble("chat.postMessage", error="restricted_action_thread_locked", after=1)
    board.troubles.append(refused)

    told = await why_not(channels.post(HERE, IN_THREAD))

    assert "restricted" in str(told)
    assert board.messages == []


async def test_a_change_is_made_in_place_and_the_post_is_still_found(slack) -> None:
    board, channels = slack
    posted = await channels.post(HERE, POST)

    await channels.replace(posted, CORRECTED)

    (message,) = board.said()
    assert words_of(message).startswith("Lime Rock is official.")
    assert labels_of(message) == []
    assert await channels.post(HERE, CORRECTED, again=True) == posted


async def test_a_change_reaches_into_the_thread(slack) -> None:
    board, channels = slack
    posted = await channels.post(HERE, IN_THREAD)

    await channels.replace(posted, CORRECTED)

    assert words_of(board.said()[0]) == "Lime Rock is official."
    assert words_of(board.said(posted.message)[0]) == "Nothing changed at the inspection."


async def test_a_message_that_a_moderator_deleted_cannot_be_changed_and_that_is_said(
    slack,
) -> None:
    board, channels = slack
    posted = await channels.post(HERE, POST)
    board.messages.clear()

    told = await why_not(channels.replace(posted, CORRECTED))

    assert (str(told), told.again_in) == ("My message is gone; somebody deleted it.", None)
    assert told.gone


async def test_a_post_is_taken_back_with_what_stands_in_its_thread(slack) -> None:
    board, channels = slack
    posted = await channels.post(HERE, IN_THREAD)

    for _ in range(2):  # what is gone already is well
        await channels.remove(posted)

    assert board.messages == []


async def test_in_a_channel_that_is_gone_nothing_is_left_to_take_back(slack) -> None:
    board, channels = slack
    posted = await channels.post(HERE, POST)
    board.missing[CHANNEL] = "channel_not_found"

    await channels.remove(posted)
    told = await why_not(channels.replace(posted, CORRECTED))

    assert "gone, or private" in str(told)


async def test_a_bug_of_ours_is_no_trouble_of_slacks(slack) -> None:
    board, channels = slack
    too_long = Reply("No button has so long a key.", buttons=(Button("x", "k" * 3000),))

    with pytest.raises(SlackObjectFormationError):
        await channels.post(HERE, Post(too_long, "a1"))

    assert board.called("chat.postMessage") == []


async def test_what_may_not_be_taken_back_is_said(slack) -> None:
    board, channels = slack
    posted = await channels.post(HERE, POST)
    board.troubles.append(Trouble("chat.delete", error="cant_delete_message"))

    assert "does not let me" in str(await why_not(channels.remove(posted)))


async def test_slack_has_no_followers(slack) -> None:
    _, channels = slack

    assert not await channels.publish(await channels.post(HERE, POST))


async def test_blocks_that_a_workspace_does_not_take_are_posted_in_words_once(slack) -> None:
    board, channels = slack
    board.takes_blocks = False

    posted = await channels.post(HERE, POST)

    (message,) = board.said()
    assert message.number == posted.message
    assert "Corey Heim led 99 laps" in message.text


async def test_a_chart_is_a_picture_where_slack_does_not_draw_it(store: str) -> None:
    async with board_of(store, Studio()) as (board, channels):
        board.takes_charts = False

        await channels.post(HERE, OPEN_CHART)

        (message,) = board.said()
        assert "image" in {block["type"] for block in message.blocks}


async def test_each_workspace_is_posted_to_with_its_own_token(store: str) -> None:

    many = {"token": "", "client_id": "1.2", "client_secret": "secret"}
    async with open_shelf(store) as shelf:
        await shelf.installations.save(Installed(PLATFORM, "1.2", "T2", THEIRS))
    async with board_of(store, **many) as (board, channels):
        board.teams[THEIRS] = "T2"
        await channels.post(Destination("slack", "T2", CHANNEL), POST)
        told = await why_not(channels.post(Destination("slack", "T3", CHANNEL), POST))

        assert [each.team for each in board.messages] == ["T2"]
        assert TOKEN not in {each.token for each in board.made}
        assert "has not installed me" in str(told)
        assert told.again_in is None


async def test_the_button_tells_the_result_to_whoever_presses_it_and_nobody_else(
    town: Town,
) -> None:
    await town.spotter.channels.post(HERE, COVERED)
    (posted,) = town.slack.messages

    told = await town.fan("ann").press(posted, COVER.label)

    assert told.whispered_to == town.fan("ann").user
    assert WINNER in words_of(told)
    assert words_of(posted) == "Lime Rock is final."

"""Posting: where, when, approved by whom, with whose figures; and afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.channel import Destination
from bot.preferences import Owner
from bot.request import Press
from tests.bot.desk.conftest import NOON
from tests.bot.desk.newsdesk import ANN, BEN, CLEO, GARAGE, Moderator, Roles, facts, labels, words

if TYPE_CHECKING:
    from bot.preferences import PreferencesInMemory
    from bot.recap.newsroom import Newsroom
    from knowledge.record_book import RecordBook
    from tests.bot.desk.conftest import Clock
    from tests.bot.desk.newsdesk import Channels

MICHIGAN = "2025 cup race 15"
NEWS = Destination("discord", "track", "news")
HERE = Destination("discord", "track", "garage")
EVERYBODY = Owner("discord", "community", "track")


@pytest.fixture
async def ann(bot: Bot) -> Moderator:
    ann = Moderator(bot, ANN)
    await ann.recap(MICHIGAN)
    return ann


async def test_it_is_posted_to_a_channel_just_as_the_preview_showed_it(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news", "the news")
    assert facts(ann.reply)["Goes to"] == "the news (results told openly)"
    preview = words(ann.reply).partition(
        "\nWith a button: Full result\nSo it will be posted in the news."
    )[0]

    await ann.press("Post now")

    assert words(channels.shown[NEWS]) == preview
    assert facts(ann.reply)["State"].startswith("posted, version 3")
    assert facts(ann.reply)["the news"] == "there"
    assert "Post now" not in labels(ann.reply)


async def test_without_a_channel_nothing_is_posted_and_this_channel_is_one_press_away(
    ann: Moderator, channels: Channels
) -> None:
    assert "Say first where it goes" in words(await ann.press("Post now"))

    await ann.press("Use this channel", "Post now")

    assert list(channels.shown) == [HERE]


async def test_a_channel_that_covers_results_is_told_so_and_its_title_names_no_winner(
    ann: Moderator, channels: Channels, kept: PreferencesInMemory
) -> None:
    news = Owner("discord", "channel", "track", "news")
    await kept.choose(news, {"spoilers": "tagged"})

    await ann.go_to("news")

    assert facts(ann.reply)["Goes to"] == "channel news (results told behind a cover)"
    assert words(ann.reply).startswith("Michigan is final\n")
    await ann.press("Post now")
    assert channels.shown[NEWS].title == "Michigan is final"


async def test_a_red_figure_is_posted_only_anyway_and_then_says_whose_it_is(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.write("Stages", "It was his 58th win.")

    asked = await ann.press("Post now")
    assert channels.shown == {}
    assert "Red: you wrote 58th" in words(asked)
    assert labels(asked) == ["Post anyway", "Correct it"]
    await ann.press("Post anyway")

    shown = words(channels.shown[NEWS])
    assert "It was his 58th win." in shown
    assert "Recap by Ann, figures by Spotter, with a moderator's figure" in shown


async def test_who_says_anyway_says_it_of_what_he_has_seen(
    bot: Bot, ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.write("Stages", "It was his 58th win.")
    await ann.press("Post now")
    ben = Moderator(bot, BEN)
    await ben.recap(MICHIGAN)
    await ben.write("Next", "He won 70 races.")

    told = await ann.press("Post anyway")

    assert channels.shown == {}
    assert "Ben changed it: Next reads" in words(told)


async def test_where_a_second_approver_is_asked_for_nobody_approves_his_own_words(
    bot: Bot, ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("More", "Ask for a second approver here", "Ask for approval")
    assert not {"Post now", "Approve"} & set(labels(ann.reply))
    assert facts(ann.reply)["State"].startswith("waits for a second moderator")
    ben = Moderator(bot, BEN)
    assert "2025 Firekeepers Casino 400: waits for a second moderator" in labels(await ben.recap())

    await ben.recap(MICHIGAN)
    await ben.press("Approve", "Post now")

    assert list(channels.shown) == [NEWS]
    assert "approved by Ben" in facts(ben.reply)["State"]


async def test_another_word_needs_another_approval_of_somebody_else(
    bot: Bot, ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("More", "Ask for a second approver here", "Ask for approval")
    ben, cleo = Moderator(bot, BEN), Moderator(bot, CLEO)
    await ben.recap(MICHIGAN)
    await ben.press("Approve")
    await ben.write("Next", "See you next week.")

    assert not {"Post now", "Approve"} & set(labels(ben.reply))
    await cleo.recap(MICHIGAN)
    await cleo.press("Approve", "Post now")
    assert "See you next week." in words(channels.shown[NEWS])


async def test_who_only_began_it_may_approve_what_another_wrote(
    bot: Bot, ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("More", "Ask for a second approver here")
    ben = Moderator(bot, BEN)
    await ben.recap(MICHIGAN)
    await ben.write("Next", "See you next week.")
    assert "Approve" not in labels(ben.reply)

    await ann.recap(MICHIGAN)
    await ann.press("Approve", "Post now")

    assert "See you next week." in words(channels.shown[NEWS])


async def test_official_or_not_words_that_nobody_approved_stay_in_the_draft(
    bot: Bot, ann: Moderator, channels: Channels, newsroom: Newsroom
) -> None:
    (draft,) = await newsroom.drafts.recent("discord", "track", 1)
    await newsroom.drafts.change(replace(draft, official=False), draft.drafted_by, "edited")
    await ann.recap(MICHIGAN)
    await ann.go_to("news")
    await ann.press("More", "Ask for a second approver here", "Ask for approval")
    ben = Moderator(bot, BEN)
    await ben.recap(MICHIGAN)
    await ben.press("Approve", "Post now")
    await ben.write("Next", "See you next week.")

    await ben.press("Mark official")

    assert "a second moderator approves" in words(ben.reply)
    assert "See you next week." not in words(channels.shown[NEWS])
    await ann.recap(MICHIGAN)
    await ann.press("Approve", "Post the changes", "Mark official")
    assert "See you next week." in words(channels.shown[NEWS])
    assert "UNOFFICIAL" not in words(channels.shown[NEWS])


async def test_a_forged_approval_of_ones_own_is_refused(
    bot: Bot, ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("More", "Ask for a second approver here")
    show = next(step.key for step in ann.reply.steps if step.label == "More")

    for verb in ("approve", "post", "anyway"):
        reply = await bot.press(Press(show.replace("more", verb), ANN, GARAGE))
        assert "a second moderator approves" in words(reply)
    assert channels.shown == {}


async def test_it_waits_for_a_time_of_the_moderators_zone_and_can_be_held_back(
    ann: Moderator, channels: Channels, kept: PreferencesInMemory
) -> None:
    await kept.choose(EVERYBODY, {"zone": "Europe/London"})
    await ann.go_to("news")
    await ann.press("Where and when", "When")
    await ann.fill(when="18:30")
    assert facts(ann.reply)["When"] == "November 3, 2025 at 18:30 (Europe/London)"

    await ann.press("Post at that time")
    assert channels.shown == {}
    assert facts(ann.reply)["State"].startswith("on its way")
    (waiting,) = channels.waiting.values()
    assert float(waiting.when) == NOON + 90 * 60

    await ann.press("Hold it back")
    assert channels.waiting == {}
    assert facts(ann.reply)["State"].startswith("draft")


async def test_what_waited_is_posted_when_it_was_due(ann: Moderator, channels: Channels) -> None:
    await ann.go_to("news")
    await ann.press("Where and when", "When")
    await ann.fill(when="in 2 hours")
    await ann.press("Post at that time")

    await channels.come_due()

    assert facts(await ann.recap(MICHIGAN))["State"].startswith("posted")
    assert "Undo" in labels(ann.reply)


async def test_a_time_that_is_past_by_the_time_it_is_approved_is_now(
    ann: Moderator, channels: Channels, clock: Clock
) -> None:
    await ann.go_to("news")
    await ann.press("Where and when", "When")
    await ann.fill(when="in 5 minutes")
    clock.now += 3600

    await ann.press("Post at that time")

    assert list(channels.shown) == [NEWS]


@pytest.mark.parametrize("when", ["yesterday noon", "12", "2025-11-02 18:00", "25:00", "soon"])
async def test_a_time_that_is_past_or_none_is_said_and_nothing_is_changed(
    ann: Moderator, when: str
) -> None:
    await ann.press("Where and when", "When")
    told = await ann.fill(when=when)

    assert when in told.title
    assert facts(await ann.recap(MICHIGAN))["When"] == "at once"


async def test_it_waits_until_somebody_marks_the_result_official(
    ann: Moderator, channels: Channels, newsroom: Newsroom
) -> None:
    drafts = newsroom.drafts
    (draft,) = await drafts.recent("discord", "track", 1)
    await drafts.change(replace(draft, official=False), draft.drafted_by, "edited")
    await ann.recap(MICHIGAN)
    await ann.go_to("news")
    await ann.press("Where and when", "When")
    await ann.fill(when="when official")
    await ann.press("Post when official")
    assert channels.shown == {}

    await ann.press("Mark official")

    assert "UNOFFICIAL" not in words(channels.shown[NEWS])
    assert facts(ann.reply)["State"].startswith("posted")


async def test_after_posting_it_is_edited_brought_up_to_date_and_taken_back(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("Post now")
    await ann.write("Next", "See you next week.")
    assert "See you next week." not in words(channels.shown[NEWS])
    assert "changed since it was posted" in facts(ann.reply)["State"]

    await ann.press("Post the changes")
    assert "See you next week." in words(channels.shown[NEWS])
    assert "Post the changes" not in labels(ann.reply)

    await ann.press("Undo")
    assert channels.shown == {}
    assert facts(ann.reply)["State"].startswith("taken back")
    await ann.press("Post now")
    assert "See you next week." in words(channels.shown[NEWS])


async def test_a_red_change_after_posting_needs_an_explicit_word_too(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("Post now")
    await ann.write("Stages", "It was his 58th win.")

    await ann.press("Post the changes")
    assert "58th" not in words(channels.shown[NEWS])
    await ann.press("Post anyway")

    assert "with a moderator's figure" in words(channels.shown[NEWS])


async def test_a_channel_that_is_added_later_gets_it_too(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("Post now")
    await ann.go_to("garage")

    await ann.press("Post the changes")

    assert set(channels.shown) == {NEWS, HERE}


async def test_a_channel_where_it_is_posted_is_not_taken_out_but_undone(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("Post now")

    told = await ann.press("Where and when", "Not to channel news")

    assert "It is posted there already" in words(told)
    assert list(channels.shown) == [NEWS]
    assert facts(told)["Goes to"].startswith("channel news")


async def test_what_a_platform_refuses_is_told_and_can_be_tried_again(
    ann: Moderator, channels: Channels
) -> None:
    channels.refusing[NEWS] = "I may not write there."
    await ann.go_to("news")
    await ann.press("Post now")
    assert facts(ann.reply)["channel news"] == "failed: I may not write there."

    channels.refusing.clear()
    await ann.press("Try again")

    assert list(channels.shown) == [NEWS]
    assert "Try again" not in labels(ann.reply)


async def test_an_old_button_does_not_take_back_or_hold_what_is_neither_posted_nor_waiting(
    ann: Moderator, channels: Channels
) -> None:
    await ann.go_to("news")
    await ann.press("Post now")
    posted = ann.reply
    await ann.press("Undo", "Post now")
    assert list(channels.shown) == [NEWS]
    ann.reply = posted
    await ann.press("Undo")
    ann.reply = posted

    reply = await ann.press("Undo")

    assert facts(reply)["State"].startswith("taken back")
    assert [line for line in await _done(ann) if line == "undone"] == ["undone"] * 2


async def _done(moderator: Moderator) -> list[str]:
    drafts = moderator.bot._stand.newsroom.drafts
    (draft,) = await drafts.recent("discord", "track", 1)
    return [done.did for done in await drafts.history(draft.id)]


async def test_every_action_is_in_the_audit_trail(ann: Moderator, bot: Bot) -> None:
    ben = Moderator(bot, BEN)
    await ann.go_to("news")
    await ann.press("More", "Ask for a second approver here", "Ask for approval")
    await ben.recap(MICHIGAN)
    await ben.press("Approve", "Post now")
    await ann.recap(MICHIGAN)
    await ann.press("Undo")

    assert await _done(ann) == [
        "drafted", "edited", "template", "asked", "approved", "posted", "undone"
    ]  # fmt: skip


async def test_only_roles_that_moderators_allowed_are_mentioned(
    bot: Bot, ann: Moderator, kept: PreferencesInMemory
) -> None:
    await ann.press("Where and when")
    assert not any(label.startswith("Mention") for label in labels(ann.reply))
    await kept.choose(EVERYBODY, {"mentions": ["77"]})

    await ann.press("Done", "Where and when", "Mention role 77", "Where and when")

    assert facts(ann.reply)["Mentions"] == "role 77"
    await ann.press("Do not mention role 77")
    assert "Mentions" not in facts(ann.reply)


async def test_a_role_is_shown_with_its_head_count_where_that_is_known(
    book: RecordBook, newsroom: Newsroom, kept: PreferencesInMemory
) -> None:
    await kept.choose(EVERYBODY, {"mentions": ["fans", "crew"]})
    counting = replace(newsroom, channels={"discord": Roles(fans=1204)})
    ann = Moderator(Bot(book, kept=kept, newsroom=counting), ANN)
    await ann.recap(MICHIGAN)

    await ann.press("Where and when", "Mention role fans (1,204 people)")
    await ann.press("Where and when", "Mention role crew")

    assert facts(ann.reply)["Mentions"] == "role fans (1,204 people) and role crew"


async def test_channels_and_roles_are_called_by_their_names_or_by_what_moderators_call_them(
    book: RecordBook, newsroom: Newsroom, kept: PreferencesInMemory
) -> None:
    await kept.choose(EVERYBODY, {"mentions": ["77"]})
    names = Roles({"news": "#race-news", "garage": "#garage", "77": "Race Fans"})
    ann = Moderator(
        Bot(book, kept=kept, newsroom=replace(newsroom, channels={"discord": names})), ANN
    )
    await ann.recap(MICHIGAN)
    await ann.press("Use this channel")
    await ann.go_to("news")
    await ann.go_to("lobby", "the lobby")
    await ann.go_to("attic")
    await ann.press("Where and when", "Mention role Race Fans")

    shown = facts(ann.reply)
    assert shown["Mentions"] == "role Race Fans"
    assert [each.partition(" (")[0] for each in shown["Goes to"].split("openly)")] == [
        "#garage", ", #race-news", ", the lobby", " and channel attic", ""
    ]  # fmt: skip


async def test_a_role_that_nobody_allowed_cannot_be_forged_in(
    bot: Bot, ann: Moderator, kept: PreferencesInMemory
) -> None:
    more = next(step.key for step in ann.reply.steps if step.label == "More")

    reply = await bot.press(Press(more.replace("more", "role 99"), ANN, GARAGE))

    assert "Mentions" not in facts(reply)

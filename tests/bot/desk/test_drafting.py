"""recap: who may use it, of which race, and what the preview shows."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.preferences import Owner
from bot.request import Place, Press, Request, Submission
from tests.bot.days import on
from tests.bot.desk.newsdesk import (
    ANN,
    BEN,
    ELSEWHERE,
    FAN,
    GARAGE,
    Moderator,
    facts,
    labels,
    words,
)

if TYPE_CHECKING:
    from bot.preferences import PreferencesInMemory
    from knowledge.record_book import RecordBook

MICHIGAN = "2025 cup race 15"
HEADLINE = (
    "Denny Hamlin wins the 2025 Firekeepers Casino 400: a third win at"
    " Michigan International Speedway"
)


async def test_a_moderator_has_a_private_preview_within_two_seconds(bot: Bot) -> None:
    begun = time.perf_counter()

    reply = await Moderator(bot, ANN).recap(MICHIGAN)

    assert time.perf_counter() - begun < 2
    assert words(reply).startswith(f"{HEADLINE}\n")
    assert "Top ten: 1 Denny Hamlin, 2 Chris Buescher," in words(reply)
    assert "Recap by Ann, figures by Spotter" in words(reply)
    assert reply.chart
    assert 120 <= int(facts(reply)["Length"].split()[0]) <= 200
    assert facts(reply)["State"] == "draft, version 1, begun by Ann"


async def test_whoever_is_no_moderator_is_told_kindly_and_learns_nothing(bot: Bot) -> None:
    ann = Moderator(bot, ANN)
    await ann.recap(MICHIGAN)
    await ann.press("Winner", "Edit the words")
    form = ann.reply.form
    assert form

    typed = await bot.handle(Request("recap", FAN, GARAGE, {"race": MICHIGAN}))
    pressed = await bot.press(Press("recap:open 2025 cup race 15:", FAN, GARAGE))
    filled = await bot.submit(Submission(form.key, FAN, GARAGE, {"text": "mine"}))

    for reply in (typed, pressed, filled):
        assert reply.private
        assert "moderators" in reply.title
        assert "Hamlin" not in words(reply)
        assert "Ann" not in words(reply)
        assert reply.steps == ()
    assert "mine" not in words(await ann.recap(MICHIGAN))


async def test_it_matters_to_platforms_who_presses_a_button_of_a_recap(bot: Bot) -> None:
    assert bot.asks_right(Press("recap:show:abc.1", FAN, GARAGE))
    assert bot.asks_right(Request("recap", FAN, GARAGE))


@pytest.mark.parametrize("race", ["2026 Daytona 500", "the moon race"])
async def test_a_race_that_is_unknown_or_not_finished_is_said(bot: Bot, race: str) -> None:
    reply = await Moderator(bot, ANN).recap(race)

    assert reply.title == f"I know no finished race called “{race}”."
    assert "NASCAR Cup Series Championship at Phoenix Raceway, November 2, 2025" in words(reply)


async def test_of_several_races_the_latest_are_offered_and_one_is_picked(bot: Bot) -> None:
    ann = Moderator(bot, ANN)

    reply = await ann.recap("Daytona 500")

    assert "any of 67 races" in reply.title
    assert labels(reply)[0] == "DAYTONA 500 · Cup · 2025-02-16"
    picked = await ann.press(labels(reply)[0])
    assert words(picked).startswith("William Byron wins the 2025 DAYTONA 500")
    assert picked.in_place


async def test_the_race_is_completed_with_the_latest_first(bot: Bot) -> None:
    suggested = bot.suggest("recap", "race", "", GARAGE)

    assert suggested[0].label.endswith("Cup · 2025-11-02")
    assert words(await Moderator(bot, ANN).recap(suggested[0].value)).startswith("Ryan Blaney")


async def test_without_a_race_the_recaps_here_are_listed_and_the_latest_races_offered(
    bot: Bot,
) -> None:
    ann = Moderator(bot, ANN)
    first = await ann.recap()
    assert first.title.startswith("There is no recap here yet")
    assert [label.split(" · ")[1] for label in labels(first)] == ["Cup", "Xfinity", "Truck"]
    await ann.recap("2025 truck race 19")
    await ann.recap(MICHIGAN)

    listed = await Moderator(bot, BEN).recap()

    assert listed.menu
    assert [choice.label for choice in listed.menu.choices] == [
        "2025 Firekeepers Casino 400: draft",
        "2025 Sober or Slammer 200: draft",
    ]


async def test_another_moderator_opens_the_same_draft_and_another_community_its_own(
    bot: Bot,
) -> None:
    ann, ben = Moderator(bot, ANN), Moderator(bot, BEN)
    await ann.recap(MICHIGAN)
    await ann.write("Winner", "What a day.")

    assert "What a day." in words(await ben.recap(MICHIGAN))
    assert "What a day." not in words(await Moderator(bot, ANN, ELSEWHERE).recap(MICHIGAN))


async def test_a_key_of_this_community_opens_nothing_in_another(bot: Bot) -> None:
    ann = Moderator(bot, ANN)
    await ann.recap(MICHIGAN)
    key = next(step.key for step in ann.reply.steps if step.label == "More")

    reply = await bot.press(Press(key, BEN, ELSEWHERE))

    assert reply.title == "That recap is not here any more."
    assert "Hamlin" not in words(reply)


async def test_favourites_of_the_community_are_told_and_not_those_of_the_moderator(
    bot: Bot, kept: PreferencesInMemory
) -> None:
    everybody = Owner("discord", "community", "track")
    await kept.choose(everybody, {"drivers": ["Carson Hocevar", "Richard Petty"]})
    await kept.choose(Owner("discord", "person", "", "1"), {"drivers": ["Ryan Preece"]})

    reply = await Moderator(bot, ANN).recap(MICHIGAN)

    assert "Carson Hocevar finished" in words(reply)
    assert "Ryan Preece finished" not in words(reply)


async def test_a_race_of_last_week_is_unofficial_until_somebody_says_otherwise(
    book: RecordBook,
) -> None:
    just_then = Bot(book, now=on(date(2025, 6, 9)))

    fresh = await Moderator(just_then, ANN).recap(MICHIGAN)

    assert "UNOFFICIAL · inspection pending" in words(fresh)


async def test_old_races_are_official(bot: Bot) -> None:
    assert "UNOFFICIAL" not in words(await Moderator(bot, ANN).recap("1998 Daytona 500"))


async def test_where_nothing_can_be_posted_it_can_still_be_drafted(book: RecordBook) -> None:
    console = Place("console", direct=True)
    alone = Moderator(Bot(book), ANN, console)

    await alone.recap(MICHIGAN)
    await alone.go_to("anywhere")
    reply = await alone.press("Post now")

    assert "From here nothing can be posted" in words(reply)
    assert words(reply).startswith(f"{HEADLINE}\n")

"""When a recap is due in a channel: the moderators' time, the inspection, the channel's delay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.channel import Destination
from bot.recap.draft import OFFICIAL, Draft, Target
from bot.recap.timing import timing

POCONO = date(2022, 7, 24)
OPEN = Target(Destination("discord", "track", "racing"))
DELAYED = replace(OPEN, spoilers="delayed 6")
DRAFT = Draft("r1", "discord", "track", "2022 cup race 21")


def at(*when: int) -> float:
    return datetime(2022, 7, *when, tzinfo=UTC).timestamp()


RACE_EVENING = at(24, 22)


def test_at_once_is_now_with_nothing_to_explain() -> None:
    told = timing(DRAFT, OPEN, POCONO, "America/New_York", RACE_EVENING)

    assert (told.due, told.why) == (RACE_EVENING, "")


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("Europe/London", at(25, 5)),
        ("America/New_York", at(25, 10)),
        ("America/Los_Angeles", at(25, 13)),
        ("Australia/Sydney", at(24, 20)),
    ],
)
def test_a_delay_counts_from_midnight_where_the_readers_are(zone: str, due: float) -> None:
    assert timing(DRAFT, DELAYED, POCONO, zone, at(24, 12)).due == due


def test_a_delay_that_has_passed_holds_up_nothing() -> None:
    now = at(28, 0)

    assert timing(DRAFT, DELAYED, POCONO, "Europe/London", now).due == now


def test_of_a_delay_and_a_chosen_time_the_later_holds_and_is_explained() -> None:
    early, late = (replace(DRAFT, when=str(at(day, 12))) for day in (24, 26))

    by_delay = timing(early, DELAYED, POCONO, "Europe/London", RACE_EVENING)
    by_choice = timing(late, DELAYED, POCONO, "Europe/London", RACE_EVENING)
    assert by_delay.due == at(25, 5)
    assert by_delay.why.startswith("It waits until July 25, 2022, 06:00 in London: 6 hours after")
    assert by_choice.due == at(26, 12)
    assert by_choice.why == "It waits until July 26, 2022, 13:00 in London."


def test_until_it_is_official_nobody_knows_when() -> None:
    draft = replace(DRAFT, when=OFFICIAL)

    waiting = timing(draft, OPEN, POCONO, "Europe/London", RACE_EVENING)
    official = timing(replace(draft, official=True), OPEN, POCONO, "Europe/London", RACE_EVENING)
    assert (waiting.due, waiting.why) == (None, "It waits until the result is official.")
    assert official.due == RACE_EVENING

"""What somebody is said to have done without a number: won, won a stage, led the most laps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.highlights.race_day import RaceDay
    from knowledge.race_claims.names import Name
    from knowledge.race_claims.parsed import Parsed

_STAGES = {"1": 1, "2": 2, "3": 3, "one": 1, "two": 2, "three": 3, "first": 1, "second": 2}
_STAGE = r"(?:stage (?P<stage>1|2|3|one|two|three)|the (?P<nth>first|second) stage)"
_WON_STAGE = re.compile(rf"^ (?:also )?(?:won|took|wins|takes) {_STAGE}", re.IGNORECASE)
_STAGE_TO = re.compile(rf"{_STAGE} (?:went )?to $", re.IGNORECASE)
_WON = re.compile(
    r"^ (?:won|wins|took the win|takes the win|beat|beats|held off|scored the win|is the winner)\b"
    r"(?! (?:the pole|stage|both|a stage|the (?:first|second) stage|[\w' ]*(?:before|title)))",
    re.IGNORECASE,
)
_POLE = re.compile(r"^ (?:won|took|had|sat on|started from|started on) the pole", re.IGNORECASE)
_MOST_LED = re.compile(r"^ led (?:the )?most laps", re.IGNORECASE)
_MOST_GAINED = re.compile(r"^ gained the most places", re.IGNORECASE)


def deed_denied(name: Name, parsed: Parsed, day: RaceDay) -> str:
    """Why the rows deny what is said of a name; nothing where they do not."""
    drivers = {bearer.key for bearer in name.of("driver")}
    if not drivers:
        return ""
    before, after = parsed.text[: name.start], parsed.text[name.end :]
    stage = _WON_STAGE.match(after) or _STAGE_TO.search(before)
    if stage:
        return _stage_denied(drivers, stage, day)
    for said, did in _DEEDS:
        if said.match(after) and _is_of_this_race(parsed, day):
            return _denied(drivers, did(day), day)
    return ""


def _is_of_this_race(parsed: Parsed, day: RaceDay) -> bool:
    """Neither another season nor another track or race is named."""
    if any(year != day.race.season for year in parsed.seasons):
        return False
    elsewhere = {day.race.name, day.race.venue, day.family.name if day.family else ""}
    places = [bearer.key for name in parsed.names for bearer in name.of("race", "track")]
    return all(each in elsewhere for each in places)


def _denied(drivers: set[str], did: set[str], day: RaceDay) -> str:
    if not did or drivers & did:
        return ""
    return f"the rows say {' and '.join(sorted(day.name(who) for who in did))}."


def _stage_denied(drivers: set[str], stage: re.Match[str], day: RaceDay) -> str:
    number = _STAGES[(stage["stage"] or stage["nth"]).lower()]
    return _denied(drivers, {who for each, who in day.stages if each == number}, day)


def _winner(day: RaceDay) -> set[str]:
    return {day.winner.driver}


def _on_pole(day: RaceDay) -> set[str]:
    return {start.driver for start in day.result if start.start == 1}


def _most_led(day: RaceDay) -> set[str]:
    most = max((start.led or 0 for start in day.result), default=0)
    return {start.driver for start in day.result if most and start.led == most}


def _most_gained(day: RaceDay) -> set[str]:
    most = max(start.gained for start in day.result)
    return {start.driver for start in day.result if most > 0 and start.gained == most}


_DEEDS: tuple[tuple[re.Pattern[str], Callable[[RaceDay], set[str]]], ...] = (
    (_POLE, _on_pole),
    (_MOST_LED, _most_led),
    (_MOST_GAINED, _most_gained),
    (_WON, _winner),
)

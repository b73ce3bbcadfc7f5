"""Who led: every lap, the most laps and won, the most laps in vain, hardly a lap and won."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import many, nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Start

_HARDLY = 5
_LONG = 100
"""Laps from which to have led only five of them and won is remarkable."""


def found(day: RaceDay) -> Iterator[Highlight]:
    laps = day.past[-1].laps
    led = [start for start in day.result if start.led]
    if not laps or not led:
        return
    first = max(led, key=lambda start: (start.led or 0, -start.finish))
    if day.past[-1].led_throughout:
        yield _every_lap(day, laps)
    elif first is day.winner:
        yield _led(day, first, laps, f"{first.name} led the most laps", 34)
    else:
        share = (first.led or 0) / laps
        words = f"{first.name} led the most laps and finished {nth(first.finish)}"
        yield _led(day, first, laps, words, 44 + int(20 * share))
        if 0 < (day.winner.led or 0) <= _HARDLY and laps >= _LONG:
            yield _led(day, day.winner, laps, f"{day.winner.name} led only", 62, joint=" ")


def _led(
    day: RaceDay, start: Start, laps: int, words: str, weight: int, joint: str = ": "
) -> Highlight:
    return Highlight(
        f"{words}{joint}{start.led} of {many(laps, 'lap')}.",
        "led",
        weight,
        start.name,
        (Fact("laps_led", start.led or 0, start.name), Fact("laps", laps)),
        proof=day.rows_of([start]),
    )


def _every_lap(day: RaceDay, laps: int) -> Highlight:
    before = next((each for each in reversed(day.past[:-1]) if each.led_throughout), None)
    rare = (
        f", the first to do so in the {day.series} since the {day.called(before)}" if before else ""
    )
    since = day.named(before) if before else ()
    return Highlight(
        f"{day.winner.name} led all {many(laps, 'lap')}{rare}.",
        "led",
        80,
        day.winner.name,
        (Fact("laps_led", laps, day.winner.name), Fact("laps", laps), *since),
        proof=day.rows([*([before.race] if before else []), day.race.id]),
    )

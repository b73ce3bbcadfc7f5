"""Who finished where: the top ten, stages, laps led, the climber, favourites of a community."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.recap.line import Line
from knowledge.highlights.saying import many, nth
from knowledge.sentences import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Start

_TOP, _LEADERS, _BOTH = 10, 3, 2


def result_lines(
    day: RaceDay, highlights: Sequence[Highlight], favourites: Sequence[str]
) -> Iterator[Line]:
    """Tell the result; favourites are drivers by their ids."""
    top = [f"{start.finish} {start.name}" for start in day.result[:_TOP]]
    yield Line("top ten", f"Top ten: {', '.join(top)}.")
    if day.stages:
        yield Line("stages", _stages(day))
    for highlight in highlights:
        if highlight.kind == "led":
            yield Line("laps led", highlight.statement)
        elif highlight.kind == "climb":
            yield Line("climber", highlight.statement)
    yield from _others_who_led(day)
    for driver in favourites:
        if start := day.by_driver.get(driver):
            yield Line("favourites", _of_favourite(start))


def _stages(day: RaceDay) -> str:
    won = [f"stage {stage} went to {day.name(driver)}" for stage, driver in day.stages]
    winners = {driver for _, driver in day.stages}
    if len(winners) > 1 or len(won) != _BOTH:
        return f"{capital(listed(won))}."
    also = "also " if day.winner.driver in winners else ""
    return f"{day.name(winners.pop())} {also}won both stages."


def _others_who_led(day: RaceDay) -> Iterator[Line]:
    """Those who led most after the first of them."""
    led = sorted((start for start in day.result if start.led), key=lambda start: -(start.led or 0))
    others = led[1 : 1 + _LEADERS]
    if others:
        told = [f"{start.name} led {many(start.led or 0, 'lap')}" for start in others]
        yield Line("laps led", f"{listed(told)}.", 30)


def _of_favourite(start: Start) -> str:
    began = f" from {nth(start.start)} at the start" if start.start else ""
    led = f" and led {many(start.led, 'lap')}" if start.led else ""
    return f"{start.name} finished {nth(start.finish)}{began}{led}."

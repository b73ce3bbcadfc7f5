"""How the race went: cautions, lead changes, margin, speed, how many came home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.recap.line import Line
from knowledge.highlights.saying import many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.answer import Cell
    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay


def race_lines(day: RaceDay, highlights: Sequence[Highlight]) -> Iterator[Line]:
    counts = _counts(day.facts)
    if counts:
        yield Line("race", counts)
    remarkable = [each for each in highlights if each.kind in ("race", "finish")]
    for highlight in remarkable:
        yield Line("race", highlight.statement, highlight.weight)
    if not any(fact.noun == "margin" for each in remarkable for fact in each.facts):
        yield from _margin(day.facts["margin"])
    yield from _home(day)
    yield from _distance(day)


def _counts(facts: dict[str, Cell]) -> str:
    """The cautions and lead changes, as far as they are known."""
    cautions, changes, leaders = (
        int(facts[key]) if isinstance(facts[key], int | float) else None  # type: ignore[arg-type]
        for key in ("cautions", "lead_changes", "leaders")
    )
    told = [] if cautions is None else [_many_or_no(cautions, "caution")]
    if changes is not None:
        among = (
            f" among {many(leaders, 'leader')}" if leaders and 1 < leaders <= changes + 1 else ""
        )
        told.append(f"{_many_or_no(changes, 'lead change')}{among}")
    if not told:
        return ""
    was = "was" if told[0].startswith("1 ") else "were"
    return f"There {was} {' and '.join(told)}."


def _many_or_no(number: int, noun: str) -> str:
    return many(number, noun) if number else f"no {noun}s"


def _margin(margin: Cell) -> Iterator[Line]:
    text = str(margin or "")
    if text.replace(".", "", 1).isdigit():
        yield Line("race", f"The margin of victory was {float(text)} seconds.", 31)
    elif text:
        yield Line("race", "The race ended under caution.", 29)


def _home(day: RaceDay) -> Iterator[Line]:
    """How many cars came home, and how many of them on the lead lap."""
    noun = "truck" if day.race.series == "truck" else "car"
    cars, on_lap = len(day.result), day.facts["lead_lap_cars"]
    if isinstance(on_lap, int) and on_lap > 1:
        yield Line("race", f"{on_lap} of {many(cars, noun)} finished on the lead lap.", 22)
    running = sum(start.running for start in day.result)
    if running:
        words = f"{many(cars, noun)} started and {running} were running at the finish."
        yield Line("race", words, 18)


def _distance(day: RaceDay) -> Iterator[Line]:
    speed, laps = day.facts["average_mph"], day.facts["laps"]
    if speed:
        yield Line("race", f"The average speed was {speed} mph.", 20)
    if isinstance(laps, int):
        yield Line("race", f"The distance was {many(laps, 'lap')}.", 8)

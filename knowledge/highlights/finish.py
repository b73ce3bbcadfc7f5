"""How it ended: closer than ever there, or with one car alone on the lead lap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import SEASON, Fact, Highlight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Past

_ENOUGH = 20
_CLOSE = 0.1  # seconds


def found(day: RaceDay) -> Iterator[Highlight]:
    if day.past[-1].lead_lap_cars == 1:
        yield _alone(day)
    yield from _close(day)


def _alone(day: RaceDay) -> Highlight:
    before = next((each for each in reversed(day.past[:-1]) if each.lead_lap_cars == 1), None)
    gone = day.past[-1].season - before.season if before else 0
    rare = before if gone > 1 else None
    since = f", the first in the {day.series} since the {day.called(rare)}" if rare else ""
    facts = day.named(rare) if rare else ()
    return Highlight(
        f"{day.winner.name} was the only driver on the lead lap{since}.",
        "finish",
        min(82, 46 + 4 * gone),
        day.winner.name,
        facts,
        proof=day.rows([*([rare.race] if rare else []), day.race.id]),
    )


def _close(day: RaceDay) -> Iterator[Highlight]:
    """Margins are known since 2018 only, and the sentence says so."""
    margin = _seconds(day.past[-1])
    if margin is None:
        return
    known = [each for race in day.past[:-1] if (each := _seconds(race)) is not None]
    closest = len(known) >= _ENOUGH and margin < min(known)
    if not closest and margin > _CLOSE:
        return
    of_all = f", the closest known in the {day.series} since 2018" if closest else ""
    yield Highlight(
        f"The margin of victory was {margin} seconds{of_all}.",
        "finish",
        82 if closest else 60,
        facts=(Fact("margin", margin), *((Fact(SEASON, 2018),) if closest else ())),
        proof=day.rows([day.race.id]),
    )


def _seconds(race: Past) -> float | None:
    text = race.margin or ""
    return float(text) if text.replace(".", "", 1).isdigit() else None

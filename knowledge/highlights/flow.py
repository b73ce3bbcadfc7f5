"""How the race went: cautions and lead changes against those of the track's races before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Past

_ENOUGH = 8
"""Races there with the number known, before which nothing is a record."""

_COUNTED = (("cautions", "caution"), ("lead_changes", "lead change"))


def found(day: RaceDay) -> Iterator[Highlight]:
    for key, noun in _COUNTED:
        yield from _most(day, key, noun)
    yield from _without_caution(day)


def _most(day: RaceDay, key: str, noun: str) -> Iterator[Highlight]:
    """The most there so far, of the races in which it is known."""
    number = getattr(day.past[-1], key)
    known = [each for each in day.here[:-1] if getattr(each, key) is not None]
    if not number or len(known) < _ENOUGH:
        return
    before = max(known, key=lambda each: (getattr(each, key), each.race))
    best = getattr(before, key)
    if number < best:
        return
    most = f"the most known in {day.one} at {day.race.venue}"
    ahead = "level with" if number == best else f"ahead of {many(best, noun)} in"
    yield Highlight(
        f"{many(number, noun).capitalize()} are {most}, {ahead} the {day.called(before)}.",
        "race",
        64 if number == best else 74,
        facts=(
            Fact(key, number),
            Fact(key, best, words="the mark before"),
            *day.named(before),
        ),
        proof=day.rows([before.race, day.race.id]),
    )


def _without_caution(day: RaceDay) -> Iterator[Highlight]:
    known = [each for each in day.past[:-1] if each.cautions is not None]
    if day.past[-1].cautions != 0 or len(known) < _ENOUGH:
        return
    before = next((each for each in reversed(known) if each.cautions == 0), None)
    last = f"since the {day.called(before)}" if before else "of those in which they are known"
    facts = day.named(before) if before else ()
    yield Highlight(
        f"It was the first {day.series} race without a caution {last}.",
        "race",
        _rarity(before, known),
        facts=(Fact("cautions", 0), *facts),
        proof=day.rows([*([before.race] if before else []), day.race.id]),
    )


def _rarity(before: Past | None, known: list[Past]) -> int:
    """The longer there was none, the more it weighs."""
    gone = len(known) - known.index(before) if before else len(known)
    return min(76, 30 + gone // 3)

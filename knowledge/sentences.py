"""Scopes and lists as they stand in a sentence."""

from __future__ import annotations

from calendar import month_name
from typing import TYPE_CHECKING

from knowledge.measures import ordinal
from knowledge.series import SERIES_WORDS, series_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.scope import Scope

_KINDS = {
    "superspeedway": "superspeedways",
    "intermediate": "intermediate tracks",
    "short": "short tracks",
    "road": "road courses",
    "dirt": "dirt tracks",
}
_PARTS = {
    "opener": "in season openers",
    "finale": "in season finales",
    "playoffs": "in the playoffs",
}


def listed(names: Sequence[str], most: int | None = None) -> str:
    """Join names: "A", "A and B", "A, B and C"; beyond `most` only how many more there are."""
    if most is not None and len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def series_races(scope: Scope, number: float) -> str:
    """Say what was won: "Truck Series race" or "Truck Series races"."""
    noun = "race" if number == 1 else "races"
    if len(scope.series) == 1:
        return f"{SERIES_WORDS[scope.series[0]]} Series {noun}"
    article = "the " if 0 < len(scope.series) < len(SERIES_WORDS) else ""
    return f"{noun} in {article}{series_words(scope.series)}"


def capital(words: str) -> str:
    """Begin with a capital letter and leave the others as they are: "DNFs", "Laps led"."""
    return words[:1].upper() + words[1:]


def a(noun: str) -> str:
    """A noun with its article: "a Ford", "an Oldsmobile"."""
    return f"{'an' if noun[0] in 'AEIOaeio' else 'a'} {noun}"


def where(
    scope: Scope, *, series: bool = True, subject: str = "driver", venues: bool = True
) -> str:
    """The scope as the end of a sentence: " in the Truck Series at Texas in 2025"."""
    words = []
    if series and scope.series:
        article = "the " if len(scope.series) < len(SERIES_WORDS) else ""
        words.append(f"in {article}{series_words(scope.series)}")
    if scope.races:
        words.append(f"in the {scope.races.name}")
    if scope.at_venue:
        words.append(f"in the {scope.at_venue[1]} race")
    if scope.round:
        words.append(f"in race {scope.round}")
    if scope.part:
        words.append(_PARTS[scope.part])
    if scope.month:
        words.append(f"in {month_name[scope.month]}")
    if scope.venues and venues:
        words.append(f"at {listed([venue.name for venue in scope.venues])}")
    if scope.kinds:
        words.append(f"on {listed([_KINDS[kind] for kind in scope.kinds])}")
    words.extend(_start_words(scope, subject))
    words.extend(_season_words(scope))
    if scope.excluding and (left_out := where(scope.excluding)):
        words.append(f"(not counting those{left_out})")
    return "".join(f" {each}" for each in words)


def _start_words(scope: Scope, subject: str) -> list[str]:
    words = []
    if scope.team and subject != "team":
        words.append(f"for {scope.team.name}")
    if scope.make and subject != "make":
        words.append(f"in {a(scope.make.name)}")
    if scope.car and subject != "car":
        words.append(f"in the number {scope.car}")
    if scope.start:
        low, high = scope.start
        words.append("from the pole" if high == 1 else f"starting {_place_words(low, high)}")
    if scope.finish and subject != "winner":
        low, high = scope.finish
        words.append("in races won" if high == 1 else f"finishing {_place_words(low, high)}")
    return words


def _place_words(low: int, high: int) -> str:
    if low == high:
        return ordinal(low)
    return f"in the top {high}" if low == 1 else f"{ordinal(low)} or worse"


def _season_words(scope: Scope) -> list[str]:
    words = []
    for first, last in scope.seasons:
        if first == last:
            words.append(str(first))
        elif first is None:
            words.append(f"up to {last}")
        elif last is None:
            words.append(f"since {first}")
        else:
            words.append(f"from {first} to {last}")
    if not words:
        return []
    singles = all(first == last for first, last in scope.seasons)
    return [f"in {listed(words)}" if singles else listed(words)]

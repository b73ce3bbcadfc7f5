"""What a row of a corrections table says: which records it means and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.sources.birth_dates import Birth
    from knowledge.sources.records import Race, RaceFacts, RaceKey, Result

_NUMBERS = frozenset({"lap_miles", "rating", "average_mph", "pole_mph"})
_TEXTS = frozenset(
    {
        *("car", "driver", "make", "team", "status"),
        *("track", "name", "surface", "date", "duration", "margin", "born", "home"),
    }
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Which races a row is about: a star is any of them, 2022-2025 is four seasons."""

    series: str
    season: str
    round: str

    def covers(self, key: RaceKey) -> bool:
        return (
            self.series in {"*", key.series}
            and spans(self.season, key.season)
            and spans(self.round, key.round)
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of fields.csv (with what to write) or drops.csv (without)."""

    table: str
    reach: Reach
    where: str
    equals: str
    column: str
    value: str
    reason: str
    at: str
    """File and row, by which the report counts what the rule has changed."""

    @property
    def typed(self) -> int | float | str | None:
        """What is written, as the column's type; nothing where the row leaves the value empty."""
        if self.column in _TEXTS:
            return self.value
        if not self.value:
            return None
        return float(self.value) if self.column in _NUMBERS else int(self.value)

    def fits(self, record: Result | Race | RaceFacts | Birth) -> bool:
        if not self.where:
            return True
        value = getattr(record, self.where)
        if isinstance(value, int) and self.equals:
            return spans(self.equals, value)
        return ("" if value is None else str(value)) == self.equals


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of texts.csv: a sequence of characters that stands for another."""

    table: str
    column: str
    found: str
    written: str
    at: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A row of people.csv: whom a name means in some seasons, and what is done about it."""

    action: str
    name: str
    seasons: str
    person: str
    display: str
    at: str


@dataclass(frozen=True, slots=True)
class TrackRule:
    """A row of tracks.csv: the venue behind a source's track name in some seasons."""

    track: str
    reach: Reach
    venue: str
    at: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A row about one place or one person of one race: ties.csv, appeals.csv, accepted.csv."""

    reach: Reach
    who: str


@dataclass(frozen=True, slots=True)
class StandingName:
    """A row of standing_names.csv: whom a name in the final standings means."""

    series: str
    season: int
    rank: int
    name: str
    person: str


def spans(text: str, number: int) -> bool:
    """Say whether "*", "1973" or "2022-2025" holds a number."""
    if text == "*":
        return True
    first, _, last = text.partition("-")
    return int(first) <= number <= int(last or first)

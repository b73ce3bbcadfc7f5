"""A race to come, seen from the last one that the book holds: who raced then may race again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.once import once
from knowledge.races import races_in
from knowledge.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.answer import Table
    from knowledge.highlights.career import Career
    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Past
    from knowledge.races import Race
    from knowledge.records import Records


@dataclass(frozen=True)
class RaceToCome:
    """The series' last race in the book, and the layout of the one that comes."""

    last: RaceDay
    venue: str = ""  # its id; empty where the book has none of that name

    @property
    def there(self) -> str:
        return self.last.records.venue_name(self.venue)

    @once
    def active(self) -> dict[str, Career]:
        """Whoever started the last race, with his starts in the series."""
        return dict(self.last.careers)

    @once
    def wins(self) -> Counter[str]:
        """Wins in the series, of everybody who ever won."""
        return Counter(race.driver for race in self.last.past)

    @once
    def here(self) -> tuple[Past, ...]:
        return tuple(race for race in self.last.past if race.venue == self.venue)

    @once
    def wins_here(self) -> Counter[str]:
        return Counter(race.driver for race in self.here)

    @once
    def starts_here(self) -> dict[str, int]:
        rows = self.last.records.connection.execute(
            """
            select driver, count(*) from result
            where series = :series and venue = :venue
                and driver in (select driver from result where race = :race)
            group by driver
            """,
            {"series": self.last.race.series, "venue": self.venue, "race": self.last.race.id},
        )
        return dict(rows.fetchall())

    def name(self, driver: str) -> str:
        return self.last.name(driver)

    def wins_of(self, driver: str, *, here: bool = False) -> Callable[[], Table]:
        """How the rows of somebody's wins are looked up."""
        races = self.here if here else self.last.past
        return self.last.rows([race.race for race in races if race.driver == driver], driver)


def last_race(series: str, records: Records) -> Race | None:
    """The last one of a series that the book holds."""
    season = records.connection.execute(
        "select max(season) from race where series = :series", {"series": series}
    ).fetchone()[0]
    if season is None:
        return None
    return races_in(Scope(series=(series,), seasons=((season, season),)), records)[-1]

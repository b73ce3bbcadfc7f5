"""A race as it stood that evening: its rows, and everything up to it; nothing later is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.highlights.career import careers_of
from knowledge.highlights.family import family_of
from knowledge.highlights.highlight import NAME, SEASON, Fact
from knowledge.highlights.rows import Past, Start, past_races, race_columns, starts_of
from knowledge.highlights.saying import of_season
from knowledge.once import once
from knowledge.proof import races_where
from knowledge.races import races_in
from knowledge.scope import Named, RaceSet, Scope
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from knowledge.answer import Cell, Table
    from knowledge.highlights.career import Careers
    from knowledge.highlights.family import Family
    from knowledge.races import Race
    from knowledge.records import Records


@dataclass(frozen=True)
class RaceDay:
    """One race with its rows, read when they are first looked at."""

    race: Race
    records: Records

    @property
    def series(self) -> str:
        """Say which series: "Cup Series"."""
        return f"{SERIES_WORDS[self.race.series]} Series"

    @property
    def title(self) -> str:
        """The race by its season: "1998 Daytona 500", "100 Miles at Hickory Speedway of 1953"."""
        return of_season(self.race.name, self.race.season)

    @property
    def one(self) -> str:
        """One race of the series: "a Cup Series race", "an Xfinity Series race"."""
        return f"{'an' if self.series[0] == 'X' else 'a'} {self.series} race"

    @once
    def facts(self) -> dict[str, Cell]:
        """Every column of the race; None where it is not known."""
        return race_columns(self.race.id, self.records)

    @once
    def result(self) -> tuple[Start, ...]:
        return starts_of(self.race.id, self.records)

    @property
    def winner(self) -> Start:
        return self.result[0]

    @once
    def by_driver(self) -> dict[str, Start]:
        """Everybody's start; of one who drove two cars the better."""
        return {start.driver: start for start in reversed(self.result)}

    @once
    def past(self) -> tuple[Past, ...]:
        """Every race of the series with its winner, this one the last."""
        return past_races(self.race, self.records)

    @once
    def here(self) -> tuple[Past, ...]:
        """The races of the series on this layout, this one the last."""
        venue = self.past[-1].venue
        return tuple(each for each in self.past if each.venue == venue)

    @once
    def wins(self) -> tuple[Past, ...]:
        """The winner's wins in the series, this one the last."""
        return tuple(each for each in self.past if each.driver == self.winner.driver)

    @once
    def starts_of_winner(self) -> tuple[tuple[int, str], ...]:
        """The races that the winner started in the series, each with its layout."""
        rows = self.records.connection.execute(
            """
            select race, venue from result
            where driver = :driver and race <= :race and series = :series order by race
            """,
            {"driver": self.winner.driver, "race": self.race.id, "series": self.race.series},
        )
        return tuple(rows)

    @once
    def careers(self) -> Careers:
        return careers_of(self.race, self.records)

    @once
    def stages(self) -> tuple[tuple[int, str], ...]:
        """Each stage with the id of its winner."""
        rows = self.records.connection.execute(
            "select stage, driver from stage_winner where race = :race order by stage",
            {"race": self.race.id},
        )
        return tuple(rows)

    @once
    def standings(self) -> tuple[tuple[int, str, float | None], ...]:
        """The final standings, where this race ends a season whose are known; else none.

        Where only the champion is known, he stands alone.
        """
        if not self.facts["finale"]:
            return ()
        season = {"series": self.race.series, "season": self.race.season}
        of_season = "where series = :series and season = :season"
        sql = f"select rank, driver, points from standing {of_season} order by rank"
        rows = self.records.connection.execute(sql, season).fetchall()
        if not rows:
            sql = f"select 1, driver, points from champion {of_season}"
            rows = self.records.connection.execute(sql, season).fetchall()
        return tuple(rows)

    @once
    def next_race(self) -> Race | None:
        """The race of the series after this one in its season, where the book holds it."""
        scope = Scope(series=(self.race.series,), seasons=((self.race.season,) * 2,))
        return next(
            (race for race in races_in(scope, self.records) if race.id > self.race.id), None
        )

    @once
    def family(self) -> Family | None:
        return family_of(self.race, str(self.facts["venue"]), self.records)

    def name(self, driver: str) -> str:
        return self.records.people[driver].name

    def called(self, race: Past) -> str:
        """Name another race by season and track: "1996 DieHard 500 at Talladega Superspeedway"."""
        venue = self.records.venue_name(race.venue)
        said = " at " in race.name or race.venue == self.past[-1].venue
        return f"{of_season(race.name, race.season)}{'' if said else f' at {venue}'}"

    def named(self, race: Past) -> tuple[Fact, ...]:
        """What is stated by naming another race."""
        venue = self.records.venue_name(race.venue)
        return (
            Fact(NAME, race.name),
            Fact(NAME, venue),
            Fact(SEASON, race.season, race.name),
        )

    def rows(self, races: Sequence[int], driver: str = "") -> Callable[[], Table]:
        """How the rows of these races are looked up: of one driver, else of their winners."""
        scope = Scope(races=RaceSet(tuple(races) or (0,), "races"))
        if driver:
            scope = scope.but(driver=Named((driver,), self.name(driver)))
        return lambda: races_where("1" if driver else "finish = 1", scope, self.records)

    def rows_of(self, starts: Sequence[Start]) -> Callable[[], Table]:
        """How the rows of these starts in the race are looked up."""
        places = ",".join(str(start.finish) for start in starts) or "0"
        scope = Scope(races=RaceSet((self.race.id,), self.race.name))
        return lambda: races_where(f"finish in ({places})", scope, self.records)

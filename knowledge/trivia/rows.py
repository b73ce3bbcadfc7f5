"""The rows that quiz questions are drawn from: races with their winners, totals, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from knowledge.records import Records
    from knowledge.scope import Scope


class Won(NamedTuple):
    """A race of the series with the start that won it."""

    race: int
    season: int
    round: int
    date: str
    name: str
    venue: str
    times_there: int
    laps: int | None
    driver: str
    car: str | None
    make: str | None
    led: int | None
    kind: str

    @property
    def is_qualifier(self) -> bool:
        """Whether it is one of the Daytona qualifiers: a win, but no race that fans ask for."""
        return "Qualif" in self.name


class Tally(NamedTuple):
    """What a driver has done within a scope."""

    driver: str
    starts: int
    wins: int
    top_fives: int
    top_tens: int
    poles: int
    laps_led: int


class Span(NamedTuple):
    """The first and the last season that a driver started in the series."""

    first: int
    last: int

    def meets(self, other: Span, seasons: int = 1) -> bool:
        """Whether two careers have so many seasons in common."""
        return min(self.last, other.last) - max(self.first, other.first) >= seasons - 1


def wins_of(series: str, records: Records) -> tuple[Won, ...]:
    """Every race of a series in the order of racing, with its winner."""
    rows = records.connection.execute(
        """
        select race.id, race.season, race.round, race.date, race.name, race.venue,
            race.times_at_venue, race.laps, won.driver, won.car, won.make, won.led, race.kind
        from race join result as won on won.race = race.id and won.finish = 1
        where race.series = :series order by race.id
        """,
        {"series": series},
    )
    return tuple(map(Won._make, rows))


def tallies_in(scope: Scope, records: Records) -> dict[str, Tally]:
    """The totals of everybody who started within a scope."""
    rows = records.connection.execute(
        f"""
        select driver, sum(starts), sum(wins), sum(top_fives), sum(top_tens), sum(poles),
            sum(laps_led)
        from {scope.table("driver")} where {scope.sql} group by driver order by driver
        """,
        scope.parameters,
    )
    return {row[0]: Tally._make(row) for row in rows}


def spans_of(series: str, records: Records) -> dict[str, Span]:
    rows = records.connection.execute(
        """
        select driver, min(season), max(season) from season_total
        where series = :series group by driver order by driver
        """,
        {"series": series},
    )
    return {driver: Span(first, last) for driver, first, last in rows}


def titles_of(series: str, records: Records) -> dict[str, tuple[int, ...]]:
    """The seasons that each champion of a series won its title in."""
    titles: dict[str, tuple[int, ...]] = {}
    rows = records.connection.execute(
        "select driver, season from champion where series = :series order by season",
        {"series": series},
    )
    for driver, season in rows:
        titles[driver] = (*titles.get(driver, ()), season)
    return titles


def crown_jewels(series: str, records: Records) -> dict[int, str]:
    """The races that fans know by one name whatever the sponsor, each with that name."""
    rows = records.connection.execute(
        """
        select race.id, race_name.race
        from race_name join race on race.series = race_name.series
            and race.venue = race_name.venue
            and (race_name.contains is null or race.name like '%' || race_name.contains || '%')
        where race_name.series = :series and race_name.nth is null
            and race_name.race not like '% race' and race.name not like '%qualif%'
        group by race.id, race_name.race order by race.id
        """,
        {"series": series},
    )
    return dict(rows.fetchall())


def is_clouded(race: int, records: Records) -> bool:
    """Whether a car was disqualified in a race: people will argue whose it was."""
    row = records.connection.execute(
        """
        select 1 from disqualification where race = :race
        union all
        select 1 from result where race = :race and status like '%disqualified%' limit 1
        """,
        {"race": race},
    ).fetchone()
    return row is not None


def led_in(race: int, records: Records) -> list[tuple[str, int]]:
    """Who led a race, and how many laps, the most first."""
    return records.connection.execute(
        "select driver, sum(led) from result where race = :race and led > 0"
        " group by driver order by sum(led) desc, driver",
        {"race": race},
    ).fetchall()


def finishers_of(race: int, records: Records, last: int) -> list[str]:
    """Who finished a race in the places up to `last`, the winner first."""
    rows = records.connection.execute(
        "select driver from result where race = :race and finish <= :last order by finish",
        {"race": race, "last": last},
    )
    return [driver for (driver,) in rows]

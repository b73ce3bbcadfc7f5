"""The rows of a race day: the race, the cars in it, and every race of the series before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from knowledge.answer import Cell
    from knowledge.races import Race
    from knowledge.records import Records


class Start(NamedTuple):
    """One car in the race; what is not known is None."""

    finish: int
    start: int | None
    car: str | None
    driver: str
    make: str | None
    team: str | None
    laps: int | None
    led: int | None
    status: str | None
    running: int
    lead_lap: int | None
    stage_1: int | None
    stage_2: int | None
    name: str

    @property
    def gained(self) -> int:
        """Places gained from start to finish; none where the start is not known."""
        return self.start - self.finish if self.start else 0


class Past(NamedTuple):
    """A race of the series with its winner."""

    race: int
    season: int
    date: str
    name: str
    venue: str
    laps: int | None
    cautions: int | None
    lead_changes: int | None
    margin: str | None
    lead_lap_cars: int | None
    led: int | None
    start: int | None
    driver: str
    make: str | None
    team: str | None

    @property
    def led_throughout(self) -> bool:
        return bool(self.laps) and self.led == self.laps


def race_columns(race: int, records: Records) -> dict[str, Cell]:
    cursor = records.connection.execute("select * from race where id = :race", {"race": race})
    columns = [column for column, *_ in cursor.description]
    return dict(zip(columns, cursor.fetchone(), strict=True))


def starts_of(race: int, records: Records) -> tuple[Start, ...]:
    rows = records.connection.execute(
        """
        select finish, start, car, driver, make, team, laps, led, status, running, lead_lap,
            stage_1, stage_2
        from result where race = :race order by finish
        """,
        {"race": race},
    )
    people = records.people
    return tuple(Start._make((*row, people[row[3]].name)) for row in rows)


def past_races(race: Race, records: Records) -> tuple[Past, ...]:
    rows = records.connection.execute(
        """
        select race.id, race.season, race.date, race.name, race.venue, race.laps, cautions,
            lead_changes, margin, lead_lap_cars, winner_led, winner_start, won.driver, won.make,
            won.team
        from race join result as won on won.race = race.id and won.finish = 1
        where race.series = :series and race.id <= :race order by race.id
        """,
        {"series": race.series, "race": race.id},
    )
    return tuple(map(Past._make, rows))

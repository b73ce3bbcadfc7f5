"""From the results as the data holds them to the rows of `result` and `non_start`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.tables import RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from knowledge.book.loading import DataFile, Row

NEVER_STARTED = frozenset(("did not start", "withdrew", "withdrew from race"))


def fill_results(db: Database, results: Iterable[DataFile], numbers: Mapping[Row, int]) -> None:
    """Put every car where it belongs: among those that started a race, or those that did not."""
    _read_in(db, results, numbers)
    _compare_fields(db)
    _put_in_order(db)
    _derive(db)
    db.execute("insert into result select * from derived where started = 1")
    db.execute("insert into non_start select * from derived where started = 0")
    db.execute("drop view derived")
    for table in ("read_in", "field", "in_order"):
        db.execute(f"drop table {table}")


def _read_in(db: Database, results: Iterable[DataFile], numbers: Mapping[Row, int]) -> None:
    """Take the rows in as they are, each with its race's id in place of the round."""
    _, *columns = RESULTS.column_names
    db.execute(f"create temp table read_in (race integer, {', '.join(columns)}, started integer)")
    insert = f"insert into read_in values (?, {'?, ' * len(columns)}?)"
    for file in results:
        races = [numbers[file.series, file.season, n] for n in file.columns["round"]]
        started = [status not in NEVER_STARTED for status in file.columns["status"]]
        rows = zip(races, *(file.columns[name] for name in columns), started, strict=True)
        db.conn.executemany(insert, rows)


def _compare_fields(db: Database) -> None:
    """Note how far each race's winner went, and the last place of those that started."""
    db.execute(
        """
        create temp table field as
        select race, max(finish) as last, max(case finish when 1 then laps end) as distance
        from read_in where started = 1 group by race
        """
    )


def _put_in_order(db: Database) -> None:
    """Put a driver's starts side by side: most questions read those of one driver."""
    # Sorting the row numbers alone takes half the time of sorting the rows.
    db.execute(
        """
        create temp table in_order as
        select rowid as row, started from read_in order by driver, race
        """
    )


def _derive(db: Database) -> None:
    """Add what each row takes from its race and from the rest of its field."""
    db.execute(
        """
        create temp view derived as
        with stages as (
            select race, driver, count(*) as won from stage_winner group by race, driver
        )
        select
            car.race, race.series, race.season, race.round, race.date, race.venue, race.kind,
            race.playoff, race.opener, race.finale, car.finish, car.start, car.car, car.driver,
            car.make, car.team, car.laps, car.led, car.status, car.points, car.rating,
            car.stage_1, car.stage_2, in_order.started,
            coalesce(car.status = 'running', 0) as running,
            coalesce(car.laps >= field.distance, 0) as lead_lap,
            coalesce(car.finish = field.last, 0) as last_place,
            coalesce(stages.won, 0) as stages_won
        from in_order
            cross join read_in as car on car.rowid = in_order.row
            join race on race.id = car.race
            left join field on field.race = car.race
            left join stages on stages.race = car.race and stages.driver = car.driver
        """
    )

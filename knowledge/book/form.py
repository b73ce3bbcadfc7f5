"""Every driver's form in a series: for each thing done in a start a line of ones and noughts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

DONE = (
    "1",
    "finish = 1",
    "finish between 2 and 2",
    "finish <= 3",
    "finish <= 5",
    "finish <= 10",
    "finish between 1 and 15",
    "finish between 1 and 20",
    "start = 1",
    "led > 0",
    "lead_lap = 1",
    "running = 1",
    "running = 0",
    "stages_won > 0",
)
"""What is looked for in all careers at once, as conditions on a result; each names its column."""

_ROWS = "series, driver, race, finish, start, led, lead_lap, running, stages_won"


def create_form(db: Database) -> None:
    lines = ", ".join(f'"{done}" text' for done in DONE)
    db.execute(
        f"""
        create table form
            (series text, driver text, last integer, {lines}, primary key (series, driver))
        without rowid
        """
    )


def fill_form_again(db: Database) -> None:
    """Write anew the lines of those in the temp table `touched`."""
    touched = "(series, driver) in (select series, driver from touched)"
    db.execute(f"delete from form where {touched}")
    fill_form(db, touched)


def fill_form(db: Database, where: str = "1") -> None:
    lines = ", ".join(f"group_concat(coalesce({done}, 0), '')" for done in DONE)
    db.execute(
        f"""
        insert into form select series, driver, max(race), {lines}
        from (select {_ROWS} from result not indexed where {where} order by series, driver, race)
        group by series, driver
        """
    )

"""The careers of everybody in a race up to that race, each as lines of ones and noughts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from knowledge.races import Race
    from knowledge.records import Records


class Career(NamedTuple):
    """A driver's starts in the series up to the race: 1 where he did the thing."""

    wins: str
    top_fives: str
    top_tens: str
    poles: str
    led: str

    @property
    def starts(self) -> int:
        return len(self.wins)

    def best(self) -> str:
        """Say the best that was done before this start: win, top five, top ten or nothing."""
        done = (("win", self.wins), ("top five", self.top_fives), ("top ten", self.top_tens))
        return next((noun for noun, line in done if "1" in line[:-1]), "")


Careers: TypeAlias = dict[str, Career]


def run(line: str) -> int:
    """Count how many ones end a line."""
    return len(line) - len(line.rstrip("1"))


def wait(line: str) -> int:
    """Count the noughts before the last one: the starts without, which it ended."""
    before = line[:-1]
    return len(before) - len(before.rstrip("0"))


def careers_of(race: Race, records: Records) -> Careers:
    """Cut the form that the book keeps off after the race."""
    started = _started(race, records)
    rows = records.connection.execute(
        """
        select driver, "finish = 1", "finish <= 5", "finish <= 10", "start = 1", "led > 0"
        from form where series = :series
            and driver in (select driver from result where race = :race)
        """,
        {"series": race.series, "race": race.id},
    )
    return {driver: Career(*(line[: started[driver]] for line in lines)) for driver, *lines in rows}


def _started(race: Race, records: Records) -> dict[str, int]:
    """How many starts each had made in the series, this one counted."""
    rows = records.connection.execute(
        """
        select driver, sum(starts) from (
            select driver, count(*) as starts from result
            where driver in (select driver from result where race = :race)
                and series = :series and season < :season group by driver
            union all
            select driver, count(*) from result
            where driver in (select driver from result where race = :race)
                and series = :series and season = :season and race <= :race group by driver
        ) group by driver
        """,
        {"race": race.id, "series": race.series, "season": race.season},
    )
    return dict(rows.fetchall())

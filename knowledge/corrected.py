"""Races whose result was corrected, and when the book took that in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.records import Records


@dataclass(frozen=True, slots=True)
class CorrectedRace:
    """A race of which something was said otherwise before."""

    series: str
    name: str
    date: str  # YYYY-MM-DD, as is the other
    noted: str

    @property
    def words(self) -> str:
        return f"The result of the {self.name} of {self.date} was corrected on {self.noted}."


def corrected_since(day: str, records: Records) -> tuple[CorrectedRace, ...]:
    """Those noted on that day or later, the latest first."""
    rows = records.connection.execute(
        """
        select race.series, race.name, race.date, max(noted) as noted
        from revision join race on race.id = revision.race
        where noted >= :day
        group by race.id order by noted desc, race.id desc
        """,
        {"day": day},
    )
    return tuple(CorrectedRace(*row) for row in rows)

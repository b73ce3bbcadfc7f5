"""What is right by now in a question that was asked before, and what was corrected since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.trivia.again import Again
from knowledge.trivia.asking import KINDS
from knowledge.trivia.trivia import Recount

if TYPE_CHECKING:
    from knowledge.records import Records
    from knowledge.trivia.trivia import AskedBefore

_RIGHT = {kind.name: kind.right for kind in KINDS}


def recounted(asked: AskedBefore, records: Records) -> Recount | None:
    """None where no kind of ours made it."""
    kind, *words = asked.key.split("|")
    if kind not in _RIGHT:
        return None
    series, *words = words
    right = _RIGHT[kind](Again(asked, series, tuple(words), records))
    return Recount(right, _corrected(series, asked.until, records))


def _corrected(series: str, until: str, records: Records) -> tuple[str, ...]:
    rows = records.connection.execute(
        """
        select race.name, race.date, max(noted) as noted
        from revision join race on race.id = revision.race
        where race.series = :series and race.date <= :until and noted >= :until
        group by race.id order by noted desc, race.id desc limit 3
        """,
        {"series": series, "until": until},
    )
    return tuple(
        f"The result of the {name} of {day} was corrected on {on}." for name, day, on in rows
    )

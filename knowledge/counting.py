"""Numbers from the book: one measure for one scope, by series or all together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.records import Records
    from knowledge.scope import Scope


@dataclass(frozen=True, slots=True)
class Count:
    """Starts, and the value of a measure over them; None where the rows do not hold it."""

    starts: int
    value: float | None


def by_series(measure: Measure, scope: Scope, records: Records) -> dict[str, Count]:
    """The measure in each series that has starts in the scope."""
    starts = "count(*)" if measure.table else "sum(starts)"
    rows = records.connection.execute(
        f"select series, {starts}, {measure.sql} from {_table(measure, scope)}"
        f" where {scope.sql} group by series",
        scope.parameters,
    )
    return {series: Count(number, value) for series, number, value in rows}


def over_all(measure: Measure, scope: Scope, records: Records) -> Count:
    """The measure over the whole scope, all its series together."""
    starts = "count(*)" if measure.table else "sum(starts)"
    number, value = records.connection.execute(
        f"select {starts}, {measure.sql} from {_table(measure, scope)} where {scope.sql}",
        scope.parameters,
    ).fetchone()
    return Count(number or 0, value)


def starts_by_series(scope: Scope, records: Records) -> dict[str, int]:
    """Starts in each series."""
    rows = records.connection.execute(
        f"select series, sum(starts) from {scope.table()} where {scope.sql} group by series",
        scope.parameters,
    )
    return dict(rows.fetchall())


def _table(measure: Measure, scope: Scope) -> str:
    """The smallest table that knows the measure and the filters."""
    return measure.table or ("entry" if measure.over_rows else scope.table())

"""The totals added up beforehand: for whom, over what, and how they are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.tallies import TALLIES, columns_of_a_greater_total, columns_of_a_total

if TYPE_CHECKING:
    from sqlite_utils import Database

TOTALS = {
    "season_total": ("driver", "series", "season"),
    "team_season_total": ("team", "series", "season"),
    "make_season_total": ("make", "series", "season"),
    "venue_total": ("driver", "series", "venue"),
    "kind_total": ("driver", "series", "kind"),
    "career_total": ("driver", "series"),
}
"""Each total's key, in the order of `result`: whoever it belongs to comes first."""

_STEPS = {
    "of_a_season": ("driver", "series", "season", "team", "make"),
    "of_a_venue": ("driver", "series", "venue", "kind"),
}
"""Finer totals that the others are added up from: two passes over the results, not six."""

_ADDED_FROM = {
    "season_total": "of_a_season",
    "team_season_total": "of_a_season",
    "make_season_total": "of_a_season",
    "venue_total": "of_a_venue",
    "kind_total": "of_a_venue",
    "career_total": "season_total",
}


def create_totals(db: Database) -> None:
    for total, key in TOTALS.items():
        columns = ", ".join(f"{name} {_type_of(name)}" for name in (*key, *TALLIES))
        names = ", ".join(key)
        db.execute(f"create table {total} ({columns}, primary key ({names})) without rowid")


def _type_of(column: str) -> str:
    if column == "rating_sum":
        return "real"
    return "integer" if column in TALLIES or column == "season" else "text"


def fill_totals(db: Database) -> None:
    for step, key in _STEPS.items():
        names = ", ".join(key)
        # To sort all rows is faster here than to look up each by an index.
        rows = f"result not indexed group by {names}"
        db.execute(
            f"create temp table {step} as select {names}, {columns_of_a_total()} from {rows}"
        )
    for total, key in TOTALS.items():
        names = ", ".join(key)
        rows = f"{_ADDED_FROM[total]} where {key[0]} is not null group by {names}"
        tallies = columns_of_a_greater_total()
        db.execute(f"insert into {total} select {names}, {tallies} from {rows}")
    for step in _STEPS:
        db.execute(f"drop table {step}")

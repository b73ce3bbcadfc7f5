"""The totals added up beforehand: for whom, over what, and how they are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.tallies import TALLIES, columns_of_a_greater_total, columns_of_a_total

if TYPE_CHECKING:
    from sqlite_utils import Database

TOTALS = {
    "stint_total": ("driver", "series", "season", "team", "make"),
    "season_total": ("driver", "series", "season"),
    "team_season_total": ("team", "series", "season"),
    "make_season_total": ("make", "series", "season"),
    "venue_total": ("driver", "series", "venue", "kind"),  # Richmond was dirt, then a short track
    "kind_total": ("driver", "series", "kind"),
    "career_total": ("driver", "series"),
}
"""Each total's key, in the order of `result`: whoever it belongs to comes first."""

_ADDED_FROM = {
    "season_total": "stint_total",
    "team_season_total": "stint_total",
    "make_season_total": "stint_total",
    "kind_total": "venue_total",
    "career_total": "season_total",
}
"""Few totals are added up from the results themselves: each time that takes half a second."""


def create_totals(db: Database) -> None:
    for total, key in TOTALS.items():
        columns = ", ".join(f"{name} {_type_of(name)}" for name in (*key, *TALLIES))
        # The team or make of a stint may be unknown, and is then no part of a key.
        keyed = "" if total == "stint_total" else f", primary key ({', '.join(key)})"
        db.execute(f"create table {total} ({columns}{keyed}){' without rowid' if keyed else ''}")


def _type_of(column: str) -> str:
    if column == "rating_sum":
        return "real"
    return "integer" if column in TALLIES or column == "season" else "text"


def fill_totals(db: Database) -> None:
    # To sort all rows is faster here than to look up each by an index.
    select = f"select {{0}}, {columns_of_a_total()} from result not indexed group by {{0}}"
    for total in ("stint_total", "venue_total"):
        db.execute(f"insert into {total} {select.format(', '.join(TOTALS[total]))}")
    for total, source in _ADDED_FROM.items():
        names = ", ".join(TOTALS[total])
        db.execute(
            f"""
            insert into {total} select {names}, {columns_of_a_greater_total()}
            from {source} where {TOTALS[total][0]} is not null group by {names}
            """
        )

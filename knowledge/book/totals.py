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


_SEASON = ("series", "season")
_CAREER = ("series", "driver")


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
    for total in ("stint_total", "venue_total", *_ADDED_FROM):
        _add_up(db, total, "1")


def add_totals_again(db: Database) -> None:
    """Add up anew what the starts of the temp table `touched` are a part of."""
    for total in ("stint_total", "venue_total", *_ADDED_FROM):
        shared = ", ".join(_SEASON if "season" in TOTALS[total] else _CAREER)
        where = f"({shared}) in (select {shared} from touched)"
        db.execute(f"delete from {total} where {where}")
        _add_up(db, total, where)


def _add_up(db: Database, total: str, where: str) -> None:
    names = ", ".join(TOTALS[total])
    # To sort all rows is faster here than to look up each by an index.
    source = _ADDED_FROM.get(total, "result not indexed")
    columns = columns_of_a_greater_total() if total in _ADDED_FROM else columns_of_a_total()
    known = f"{TOTALS[total][0]} is not null" if total in _ADDED_FROM else "1"
    db.execute(
        f"""
        insert into {total} select {names}, {columns}
        from {source} where {known} and {where} group by {names}
        """
    )

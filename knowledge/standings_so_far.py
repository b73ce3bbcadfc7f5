"""What is said beside standings so far: whether they are official, or that there are none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge.answer import Unknown
from knowledge.sentences import listed
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from knowledge.records import Records
    from knowledge.running import Running

_INSPECTED = timedelta(days=7)
"""How long after a race penalties of its inspection may still change its points."""


def without_table(season: Running, records: Records) -> Unknown:
    """What the rows say of points all the same: added up, which is not the standings."""
    rows = records.connection.execute(
        """
        select driver, sum(points) from season_total where series = :series and season = :season
        group by driver having sum(points) > 0 order by 2 desc limit 3
        """,
        {"series": season.series, "season": season.season},
    )
    told = [f"{records.person(driver).name} {int(points):,}" for driver, points in rows]
    added = "Points scored in the races so far, added up without penalties and resets, unofficial"
    return Unknown(
        f"The standings of the {season.season} {SERIES_WORDS[season.series]} Series season"
        f" ({season.after(season.run)} so far) are not in the book.",
        nearest=f"{added}: {listed(told)}." if told else "",
    )


def unofficial(season: Running, after: int, today: date | None, records: Records) -> str:
    """A note where the last race that counts is so young that its inspection is not over."""
    row = records.connection.execute(
        "select name, date from race where series = :series and season = :season"
        " order by round limit 1 offset :before",
        {"series": season.series, "season": season.season, "before": max(after - 1, 0)},
    ).fetchone()
    if row is None or (today and today - date.fromisoformat(row[1]) > _INSPECTED):
        return ""
    return f"Unofficial: the {row[0]} was on {row[1]}, and penalties may still change its points."


def behind_the_races(season: Running, after: int) -> str:
    if after >= season.run:
        return ""
    counted = "1 race" if after == 1 else f"{after} races"
    return f"NASCAR's table counted {counted} when it was fetched; {season.run} were run."

"""Where nascaR.data publishes its results, anew every week: one parquet file a series."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.sources.fetching.address import Address, Wanted

if TYPE_CHECKING:
    from datetime import datetime

    from knowledge.sources.fetching.archive import Archive

RESULTS = "nascar-data"
BASE = "https://nascar.kylegrealis.com"
MOST_BYTES = 64 * 2**20

AGAIN = timedelta(days=1)
"""A new file comes on Mondays, by no hour that is promised."""

_NAMES = {"cup": "cup", "xfinity": "nxs", "truck": "truck"}


def results(series: str) -> Address:
    path = f"{_NAMES[series]}_series.parquet"
    return Address(RESULTS, path, "results", f"all results of the {SERIES_WORDS[series]} Series")


def plan_results(now: datetime, archive: Archive) -> list[Wanted]:
    """Ask for each series once a day; what did not change is not sent again."""
    wanted = []
    for address in map(results, ALL_SERIES):
        check = archive.find_check(address)
        if check is None or now - check.at >= AGAIN:
            wanted.append(Wanted(address))
    return wanted

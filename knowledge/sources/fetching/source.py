"""A source of fresh records: where it stands, what to ask it for, how long its answers may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.fetching import feed_addresses, parquet_address
from knowledge.sources.fetching.plan import plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from knowledge.sources.fetching.address import Address, Wanted
    from knowledge.sources.fetching.archive import Archive


@dataclass(frozen=True, slots=True)
class Source:
    """One interface for all: the sync asks whatever the source's own plan wants."""

    name: str
    base: str
    most_bytes: int
    plan: Callable[[datetime, Archive], list[Wanted]]

    def url(self, address: Address) -> str:
        return f"{self.base.rstrip('/')}/{address.path}"


def weekly_results(base: str = "") -> Source:
    """The newest published results of nascaR.data."""
    where = base or parquet_address.BASE
    return Source("nascaR.data", where, parquet_address.MOST_BYTES, parquet_address.plan_results)


def nascar_feed(first_season: int, base: str = "") -> Source:
    """NASCAR's feed, for the seasons that the embedded records do not hold."""
    return Source(
        "NASCAR's feed",
        base or feed_addresses.BASE,
        feed_addresses.MOST_BYTES,
        lambda now, archive: plan(now, archive, range(first_season, now.year + 1)),
    )


def first_missing_season(data: Path) -> int:
    """The season after the last one of the embedded results."""
    return 1 + max(int(file.stem) for file in (data / "results").glob("*/[12]???.csv"))

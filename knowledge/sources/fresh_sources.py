"""The sources of fresh races that read the archive, in the order in which they are believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.opening import DATA
from knowledge.sources.feed_archive import FeedArchive
from knowledge.sources.fetching.source import first_missing_season
from knowledge.sources.newest_parquet import NewestParquet

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.source import Source


def fresh_sources(archive: Archive, data: Path) -> tuple[Source, ...]:
    """The feed first: it says on which day each race was run, and what it has is not added to."""
    feed = FeedArchive(archive)
    since = first_missing_season(data)
    return feed, NewestParquet(archive, DATA / "corrections", feed.days(), since)

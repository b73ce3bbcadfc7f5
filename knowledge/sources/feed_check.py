"""The finishes of NASCAR's own feed held against the results: the only check of most of 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.sources.gathering import Gathered
    from knowledge.sources.nascar_feed import FeedResult
    from knowledge.sources.records import Entry, RaceKey


def report_feed(gathered: Gathered, results: Iterable[FeedResult]) -> Section:
    """Name the cars whose place, driver or number differs; a feed place of 0 took no part."""
    by_place = {
        (key, entry.finish): entry for key, entries in gathered.entries.items() for entry in entries
    }
    compared, lines = 0, []
    for result in results:
        key = gathered.feed_races.get(result.race)
        if key is None or not result.finish:
            continue
        compared += 1
        difference = _difference(gathered, key, by_place.get((key, result.finish)), result)
        if difference:
            lines.append(f"{key}: {result.finish} {difference}")
    counts = f"{compared:,} places since 2018 are in both; {len(lines)} differ"
    return Section("Places in NASCAR's feed", (counts, *lines))


def _difference(gathered: Gathered, key: RaceKey, entry: Entry | None, result: FeedResult) -> str:
    if entry is None:
        return f"nobody, there {result.driver}"
    found = gathered.people.find(result.driver, key.series, key.season)
    if found and found != entry.person:
        return f"{entry.person}, there {result.driver}"
    if result.car != entry.result.car:
        return f"{entry.person} in the {entry.result.car}, there in the {result.car}"
    return ""

"""What the corrections did, counted: rows read, dropped, added, changed; rows not needed."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from knowledge.book.starting import NEVER_STARTED
from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.sources.gathering import Gathered


def report_rows(gathered: Gathered) -> Section:
    """Count each series' rows from the file to the table."""
    dropped = Counter(result.key.series for _, result in gathered.correcting.dropped)
    added = Counter(result.key.series for result in gathered.correcting.additions)
    kept: Counter[str] = Counter()
    races: Counter[str] = Counter()
    stayed = 0
    for key, entries in gathered.entries.items():
        kept[key.series] += len(entries)
        races[key.series] += 1
        stayed += sum(entry.result.status in NEVER_STARTED for entry in entries)
    lines = (
        f"{series}: {read:,} rows read, {dropped[series]} dropped, {added[series]} added, "
        f"{kept[series]:,} kept in {races[series]:,} races"
        for series, read in gathered.read.items()
    )
    no_starts = f"{stayed} of the kept rows took no start (did not start, withdrew)"
    return Section("Results", (*lines, no_starts))


def report_corrections(gathered: Gathered) -> tuple[Section, Section, Section]:
    """Name what was dropped and added, and count what each corrections table changed."""
    correcting, people, venues = gathered.correcting, gathered.people, gathered.venues
    by_rule: dict[str, list[str]] = defaultdict(list)
    for rule, result in correcting.dropped:
        place = "no finish" if result.finish is None else f"{result.finish}"
        by_rule[rule.reason].append(f"{result.key}: {place} {result.driver}".strip())
    dropped = []
    for reason, rows in by_rule.items():
        dropped += [f"{len(rows)} rows: {reason}", *(f"  {row}" for row in rows)]
    added = [f"{result.key}: {result.finish} {result.driver}" for result in correcting.additions]
    used = correcting.used + people.used + venues.used
    rows = [*correcting.rows, *people.rows, *venues.rows]
    return (
        Section("Dropped", tuple(dropped)),
        Section("Added", tuple(added)),
        Section("Corrections", tuple(_usage(rows, used))),
    )


def _usage(rows: Iterable[str], used: Counter[str]) -> Iterable[str]:
    tables: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        tables[row.partition(" ")[0]].append(row)
    for table, its_rows in sorted(tables.items()):
        times = sum(used[row] for row in its_rows)
        yield f"{table}: {len(its_rows)} rows, needed {times:,} times"
        yield from (f"  {row} was not needed" for row in its_rows if not used[row])

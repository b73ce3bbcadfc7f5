"""What could fall in a race to come, and its rows; nothing where the records end too early."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.keys import Step
from bot.raceday.series import series_words
from bot.reply import Block, Reply, Table, Text
from bot.request import ALL_ROWS
from bot.tabulation import phrase_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from bot.command import Stand
    from bot.request import Press
    from knowledge.highlights.highlight import Highlight
    from knowledge.schedule.scheduled import Schedule, Scheduled

VERB = "watch"
MOST = 4
_ROWS = 5
"""Of each; the newest are the last."""


def watch_of(race: Scheduled, schedule: Schedule, now: datetime, stand: Stand) -> list[Block]:
    """Only before it; where races were run that the book does not hold, its counts are not true."""
    through = next((s.last.date for s in stand.book.status().series if s.series == race.series), "")
    if race.day is None or race.day.isoformat() <= through:
        return []
    missing = _not_in_book(race.series, through, schedule, now)
    if missing:
        noun = "race has" if missing == 1 else "races have"
        words = f"{missing} {noun} been run since the records end"
        return [Text(f"{words}, so I do not say what could fall.", "quiet")]
    told = watched(race.series, race.track, stand)
    if not told:
        return []
    return [Text("What could fall, by the records:"), *(Text(f"• {h.statement}") for h in told)]


def watch_step(race: Scheduled) -> Step:
    return Step("The rows behind it", VERB, f"{race.series} {race.track}")


def watched(series: str, track: str, stand: Stand) -> list[Highlight]:
    """The weightiest, each about somebody else."""
    return list(islice(_of_others(stand.book.record_watch(series, track)), MOST))


def _of_others(highlights: Iterable[Highlight]) -> Iterator[Highlight]:
    seen: set[str] = set()
    for each in highlights:
        if each.subject not in seen:
            seen.add(each.subject)
            yield each


async def show_rows(words: str, press: Press, stand: Stand) -> Reply:
    """Each statement with its newest rows."""
    series, _, track = words.partition(" ")
    blocks: list[Block] = []
    for each in watched(series, track, stand):
        rows = phrase_table(each.rows)
        shown = len(rows.rows) if press.place.rows == ALL_ROWS else _ROWS
        blocks += [Text(each.statement), Table(rows.columns, rows.rows[-shown:])]
        if len(rows.rows) > shown:
            blocks.append(Text(f"The last {shown} of {len(rows.rows)} rows.", "quiet"))
    title = f"What could fall in the {series_words(series)}, and the rows behind it."
    return Reply(title, tuple(blocks), series=(series,), private=not press.place.direct)


def _not_in_book(series: str, through: str, schedule: Schedule, now: datetime) -> int:
    return sum(
        each.counts and bool(each.day) and str(each.day) > through
        for each in schedule.of(series)
        if each.standing(now) == "run"
    )

"""Race days of the stories: a schedule in an archive, and a desk that plays a race."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.race_control import Look, at
from bot.reply import Fields, Reply, Table, Text
from knowledge.live.reading import read_snapshot
from knowledge.schedule.archived import ArchivedSchedule
from knowledge.sources.fetching.archive import Archive
from knowledge.sources.fetching.feed_addresses import race_list
from knowledge.sources.fetching.outcomes import Answer
from tests.knowledge.sources.fetching import samples

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def calendar(
    home: Path, now: datetime, *cup: dict[str, Any], second: Any = (), trucks: Any = ()
) -> ArchivedSchedule:
    archive = Archive(home)
    content = samples.race_list(*cup, second=second, trucks=trucks)
    archive.keep(race_list(now.year), Answer(content, "here"), now)
    return ArchivedSchedule(archive)


class Replayed:
    """Shows one snapshot after the other, and the last one for ever; counts the looks."""

    def __init__(self, *contents: bytes) -> None:
        self.contents = list(contents)
        self.looks = 0

    async def look(self) -> Look:
        self.looks += 1
        content = self.contents.pop(0) if len(self.contents) > 1 else self.contents[0]
        return Look(read_snapshot(content, at(0.0)))


def words(reply: Reply) -> str:
    """All that is read in a reply, a line each."""
    told = [reply.title, *(each.words for each in reply.blocks if isinstance(each, Text))]
    for each in reply.blocks:
        if isinstance(each, Fields):
            told += [f"{name} {fact}" for name, fact in each.pairs]
        if isinstance(each, Table):
            told += [" | ".join(row) for row in each.rows]
    return "\n".join(told)

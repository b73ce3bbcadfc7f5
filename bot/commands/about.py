"""about: what the record book holds, as of which races, from which sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Stand
from bot.phrasing import phrase_as_of
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from bot.request import Request
    from knowledge.record_book import SeriesStatus


async def _about(request: Request, stand: Stand) -> Reply:
    status = stand.book.status()
    races = sum(held.races for held in status.series)
    return Reply(
        title=f"The record book holds {races:,} races and {status.drivers:,} drivers.",
        blocks=(
            Fields(tuple(map(_phrase_series, status.series))),
            Text("Points races only: no exhibitions, no qualifiers that paid no points.", "quiet"),
            Text("They come from:"),
            Fields(tuple((source.title, source.url or "") for source in status.sources)),
        ),
    )


def _phrase_series(held: SeriesStatus) -> tuple[str, str]:
    much = f"{held.races:,} races and {held.starts:,} starts since {held.first_season}"
    return f"{held.series.capitalize()} Series", f"{much}. {phrase_as_of(held.last)}."


ABOUT = Command(name="about", summary="What the record book holds, and from where", handle=_about)

"""about: what the record book holds, as of which races, from which sources; what is kept of you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Stand
from bot.phrasing import phrase_as_of
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from bot.request import Request
    from knowledge.answer import Source
    from knowledge.record_book import BookStatus, SeriesStatus

_KEPT = (
    "Of you I keep what the buttons under an answer need: your question and your user number,"
    " for 90 days at most, what you chose in settings, and what you report as wrong. The command"
    " privacy shows it, and deletes it. I read no messages but those to me."
)
_LICENCE = "Spotter is free software (GPL-3.0-or-later). It is not affiliated with NASCAR."


async def _about(request: Request, stand: Stand) -> Reply:
    status = stand.book.status()
    races = sum(held.races for held in status.series)
    return Reply(
        title=f"The record book holds {races:,} races and {status.drivers:,} drivers.",
        blocks=(
            Fields(tuple(map(_phrase_series, status.series))),
            *_phrase_fresh(status),
            Text("Points races only: no exhibitions, no qualifiers that paid no points.", "quiet"),
            Text("They come from:"),
            Fields(tuple(map(_phrase_source, status.sources))),
            Text(_KEPT, "quiet"),
            Text(_LICENCE, "quiet"),
        ),
    )


def _phrase_series(held: SeriesStatus) -> tuple[str, str]:
    much = f"{held.races:,} races and {held.starts:,} starts since {held.first_season}"
    return f"{held.series.capitalize()} Series", f"{much}. {phrase_as_of(held.last)}."


def _phrase_fresh(status: BookStatus) -> tuple[Text, ...]:
    many = status.fresh_races
    if not many:
        return ()
    told = f"{many:,} {'race was' if many == 1 else 'races were'} fetched since the embedded"
    return (Text(f"{told} records end; results may still change after inspection.", "quiet"),)


def _phrase_source(source: Source) -> tuple[str, str]:
    return source.title, " · ".join(filter(None, (source.url, source.licence)))


ABOUT = Command(
    name="about", summary="What the record book holds, from where, and what I keep", handle=_about
)

"""A community's season of quiz nights: one table, the year before by a press."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.quiz.board import place_words
from bot.quiz.keys import button
from bot.quiz.results import season_table
from bot.quiz.wording import counted
from bot.quizmaster.player import told
from bot.reply import Column, Reply, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.results import SeasonLine
    from bot.quizmaster.player import Player
    from bot.reply import Block

_SHOWN = 25
"""Rows; a phone shows that many well."""

_FIRST = 2025
"""No night was played before."""

_COLUMNS = (
    Column("Place"),
    Column("Player"),
    Column("Points", True),
    Column("Wins", True),
    Column("Nights", True),
)


async def show_season(player: Player, words: str) -> Reply:
    """Of a year, or of this one, by the time zone that holds there."""
    if words and not (words.isdecimal() and len(words) == 4):
        return told("A season of quiz nights is a year.", "quiz season, or with seasons: 2026.")
    year = int(words) if words else player.stand.today().year
    whose = player.user.platform, player.place.community
    results = await player.nights.results(*whose, _begins(player, year), _begins(player, year + 1))
    table = season_table(results)
    before = (button(str(year - 1), f"season {year - 1}", ""),) if year > _FIRST else ()
    if not table:
        return told(f"No quiz night was played here in {year}.", buttons=before)
    return Reply(
        f"Quiz nights of {year}",
        tuple(_blocks(table, player.id)),
        buttons=before,
        footer="Nights that are over; in a team each gets what the team has. No rehearsal counts.",
        private=True,
    )


def _blocks(table: tuple[SeasonLine, ...], player: str) -> Iterator[Block]:
    yield Table(_COLUMNS, tuple(_row(line) for line in table[:_SHOWN]))
    mine = next((line for line in table[_SHOWN:] if line.player == player), None)
    if mine:
        yield Text(f"You are {place_words(mine)}, with {counted(mine.points, 'point')}.")
    if len(table) > _SHOWN:
        yield Text(f"And {counted(len(table) - _SHOWN, 'more player')}.", "quiet")


def _row(line: SeasonLine) -> tuple[str, ...]:
    return place_words(line), line.name, f"{line.points:,}", str(line.wins), str(line.nights)


def _begins(player: Player, year: int) -> float:
    return datetime(year, 1, 1, tzinfo=ZoneInfo(player.stand.preferences.zone)).timestamp()

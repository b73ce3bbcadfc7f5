"""What is taken home from a night that is over: its questions, its results, its score log."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.quiz.packs.taking_home import pack_of
from bot.quiz.packs.writing import to_yaml
from bot.quiz.results_csv import results_csv
from bot.quiz.sides import side_name
from bot.quiz.wording import counted, place_of
from bot.quizmaster.pages import page_of, turns
from bot.quizmaster.player import GONE, told
from bot.reply import Column, File, Reply, Table, Text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.quiz.night import Night
    from bot.quizmaster.player import Player

_LONGEST_NAME = 40
_NOT_OVER = told("That night goes on; what it was is told when it is over.")


async def show_log(player: Player, words: str) -> Reply:
    """Every change of the points with its reason, the latest first; a page at a time."""
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    if not night.changes:
        return told("Nobody has points yet.")
    shown, page, last = page_of(tuple(reversed(night.changes)), words)
    rows = tuple(
        (
            place_of(night, each.number),
            side_name(night, each.side, player.here),
            f"{each.points:+,}",
            each.reason,
        )
        for each in shown
    )
    columns = (Column("Where"), Column("Who"), Column("Points", holds_numbers=True), Column("Why"))
    return Reply(
        f"{night.title}: how the points came about",
        (Table(columns, rows), *((Text(f"Page {page} of {last}.", "quiet"),) if last > 1 else ())),
        buttons=turns(player, "log", page, last),
        private=True,
        in_place=bool(words),
    )


async def take_pack(player: Player, words: str) -> Reply:
    night = await player.nights.find(player.night)
    if night is None or night.head.phase != "over":
        return GONE if night is None else _NOT_OVER
    pack = pack_of(night)
    return Reply(
        f"{night.title}: {counted(len(pack.questions), 'question')} as a pack.",
        (Text("A moderator can bring it by quiz packs, as it is or edited."),),
        files=(File(f"{file_name(night.title)}.yaml", to_yaml(pack)),),
        private=True,
    )


async def take_results(player: Player, words: str) -> Reply:
    night = await player.nights.find(player.night)
    if night is None or night.head.phase != "over":
        return GONE if night is None else _NOT_OVER
    return Reply(
        f"{night.title}: the results as a table.",
        (Text(_names_word(night), "quiet"),),
        files=(File(f"{file_name(night.title)}.csv", results_csv(night, player.here)),),
        private=True,
    )


def file_name(title: str) -> str:
    """Letters, digits and hyphens alone."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:_LONGEST_NAME] or "quiz"


def _names_word(night: Night) -> str:
    return f"{counted(len(night.sides), 'row')}; names as each player lets them be shown here."


TAKEN_HOME: dict[str, Callable[[Player, str], Awaitable[Reply]]] = {
    "log": show_log,
    "pack": take_pack,
    "csv": take_results,
}

"""Who takes part in a night, channel by channel; the host can take a community out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.entrant import community_key
from bot.quiz.refused import Refused
from bot.quiz.sides import platform_name
from bot.quiz.steps import Unlinked
from bot.quiz.wording import counted
from bot.quizmaster.booth import act, shown
from bot.quizmaster.panel import panel_view
from bot.reply import Column, Table, Text

if TYPE_CHECKING:
    from bot.quiz.nights import Board
    from bot.quizmaster.booth import Booth
    from bot.reply import Reply

_COLUMNS = (Column("Channel"), Column("Players", holds_numbers=True), Column(""))
_SURE = (
    "Its players can answer no more, and its channel says so. What they have answered stays, and"
    " so do their points, with no name beside them. It does not come in again."
)


async def show_links(booth: Booth, words: str) -> Reply:
    night = booth.night
    boards = await booth.host.nights.boards(night.id)
    named = [(board, await _name(booth, board)) for board in boards]
    rows = tuple((name, _players(booth, board), _state(booth, board)) for board, name in named)
    out = tuple(
        booth.button(f"Take out {name}", f"unlink {board.mark}")
        for board, name in named
        if not _state(booth, board)
    )
    title = f"{counted(len(boards), 'channel')} {'show' if len(boards) > 1 else 'shows'} it"
    return panel_view(f"{night.title}: {title}.", night, (Table(_COLUMNS, rows),), *out)


async def unlink(booth: Booth, words: str) -> Reply:
    """Asked twice: it cannot be taken back."""
    sure, _, mark = words.rpartition(" ")
    boards = await booth.host.nights.boards(booth.night.id)
    board = next((each for each in boards if each.mark == mark), None)
    if board is None:
        return await show_links(booth, "")
    if not sure:
        button = booth.button("Yes, take it out", f"unlink yes {mark}")
        title = f"Take {await _name(booth, board)} out of {booth.night.title}?"
        return panel_view(title, booth.night, (Text(_SURE, "caution"),), button)
    host, to = booth.host, board.to
    step = Unlinked(at=host.at, who=host.id, platform=to.platform, community=to.community)
    after = await act(booth, lambda _: step)
    return await (shown(booth, after) if isinstance(after, Refused) else show_links(after, ""))


async def _name(booth: Booth, board: Board) -> str:
    """As people there call it, where the platform says so."""
    where = platform_name(board.to.platform)
    channel = booth.host.stand.newsroom.channels.get(board.to.platform)
    name = await channel.channel_name(board.to) if channel else ""
    return f"{name} on {where}" if name else f"a channel on {where}"


def _players(booth: Booth, board: Board) -> str:
    here = (board.to.platform, board.to.community)
    players = booth.night.entrants.values()
    return str(sum((each.platform, each.community) == here for each in players))


def _state(booth: Booth, board: Board) -> str:
    """Empty where it takes part, and could be taken out."""
    night, to = booth.night, board.to
    if night.is_without(to.platform, to.community):
        return "taken out"
    host = community_key(night.host.partition(" ")[0], night.host_community)
    return "the host's own" if community_key(to.platform, to.community) == host else ""

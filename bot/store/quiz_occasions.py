"""Jobs by which a planned night is kept among the events of each community that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.nights import occasion_kind
from bot.store.jobs import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.nights import Board
    from bot.store.jobs import Jobs


async def put_occasions(
    connection: AsyncConnection, jobs: Jobs, boards: Iterable[Board], *, is_planned: bool
) -> None:
    """Have them looked at now; a night that was never planned has none."""
    for board in boards:
        to, kind = board.to, occasion_kind(board.to.platform)
        key = f"{board.night} {to.community}"
        work = {"night": board.night, "channel": to.channel, "is_host": board.is_host}
        task = Task(kind, key, work, None, to.platform, to.community)
        if not (is_planned and await jobs.put_within(connection, task)):
            await jobs.hasten(kind, key, connection)

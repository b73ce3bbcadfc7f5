"""Jobs by which every channel of a night is reminded before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.nights import reminder_kind
from bot.quiz.starting import reminders
from bot.store.jobs import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.nights import Board
    from bot.store.jobs import Jobs


async def put_reminders(
    connection: AsyncConnection, jobs: Jobs, boards: Iterable[Board], starts: float, now: float
) -> None:
    """Those whose time is still to come, once for each channel and start."""
    for board in boards:
        to = board.to
        for before, due in reminders(starts, now):
            task = Task(
                reminder_kind(to.platform),
                f"{board.mark} {starts:.0f} {before}",
                {"night": board.night, "channel": to.channel, "starts": starts, "before": before},
                due,
                to.platform,
                to.community,
            )
            await jobs.put_within(connection, task)

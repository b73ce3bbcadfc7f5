"""Jobs by which moderators are told that a night of theirs stopped by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.nights import stopped_kind
from bot.quiz.steps import CLOCK, Paused
from bot.store.jobs import Task
from bot.store.quiz_boards import boards_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.steps import Step
    from bot.store.jobs import Jobs


async def put_notices(
    connection: AsyncConnection, jobs: Jobs, night: str, step: Step, number: int
) -> set[str]:
    """Where the night was made, once for each pause of the clock's; the kinds that are new."""
    if not isinstance(step, Paused) or step.who != CLOCK:
        return set()
    kinds = set()
    for board in await boards_of(connection, night):
        to = board.to
        work, kind = {"night": night, "why": step.why}, stopped_kind(to.platform)
        task = Task(kind, f"{night} {number}", work, None, to.platform, to.community)
        if board.is_host and await jobs.put_within(connection, task):
            kinds.add(kind)
    return kinds

"""The channels that show quiz nights: each with the job of whoever keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from bot.quiz.nights import job_kind
from bot.store.jobs import Task
from bot.store.quiz_rows import read_board, write_board
from bot.store.tables import quiz as quizzes
from bot.store.tables import quiz_board as boards

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.nights import Board
    from bot.store.jobs import Jobs


async def begin_boards(connection: AsyncConnection, jobs: Jobs, new: Iterable[Board]) -> None:
    for board in new:
        await connection.execute(insert(boards), write_board(board))
        to = board.to
        work = {"night": board.night}
        task = Task(job_kind(to.platform), board.mark, work, None, to.platform, to.community)
        await jobs.put_within(connection, task)


async def keep_board(connection: AsyncConnection, jobs: Jobs, board: Board) -> bool:
    """Whether it is a new one."""
    of_it = boards.c.mark == board.mark
    kept = await connection.execute(update(boards).where(of_it).values(write_board(board)))
    if not kept.rowcount:
        await begin_boards(connection, jobs, (board,))
    return not kept.rowcount


async def hasten_boards(connection: AsyncConnection, jobs: Jobs, night: str) -> set[str]:
    """Have all of them looked at now; the platforms where nobody is at it."""
    return {
        board.to.platform
        for board in await boards_of(connection, night)
        if await jobs.hasten(job_kind(board.to.platform), board.mark, connection)
    }


async def boards_of(connection: AsyncConnection, night: str) -> tuple[Board, ...]:
    found = select(boards).where(boards.c.night == night).order_by(boards.c.mark)
    return tuple(map(read_board, await connection.execute(found)))


async def latest(
    connection: AsyncConnection, platform: str, community: str, most: int
) -> Sequence[str]:
    """The nights that a community's channels show or have shown."""
    found = (
        select(quizzes.c.id)
        .where(quizzes.c.id.in_(shown(platform, community)))
        .order_by(quizzes.c.begun.desc(), quizzes.c.id)
        .limit(most)
    )
    return (await connection.execute(found)).scalars().all()


def shown(platform: str, community: str) -> Select[tuple[str]]:
    theirs = boards.c.platform == platform, boards.c.community == community
    return select(boards.c.night).where(*theirs)

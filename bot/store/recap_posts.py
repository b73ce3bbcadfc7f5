"""Recaps in their channels: each copy with the job that brings it there, in one transaction."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.recap.copies import Copy, kind_of
from bot.recap.copy_json import read_wanted, write_wanted
from bot.store.jobs import ABOUT, DROPPED, FAILED, OPEN, Task
from bot.store.tables import recap_post as posts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.radio import Radio
    from bot.recap.copies import Change
    from bot.store.jobs import Job, Jobs

ABOUT_RECAPS = "recap"
"""What the radio says, with the recap's id, when something has become of a copy."""

Plan: TypeAlias = "Callable[[tuple[Copy, ...]], Sequence[Change]]"
"""What is to become of a recap's copies as they are."""

Also: TypeAlias = "Callable[[AsyncConnection], Awaitable[object]]"
"""Keeps something else in a transaction of ours."""

_OWN_COLUMNS = ("state", "message", "thread", "version", "published", "why")


class RecapPosts:
    """The copies of every process that shares the store.

    A copy that is not as it is wanted has an open job; the job is closed in the transaction
    that finds nothing lacking. So a copy has one job at a time, and none is lost.
    """

    def __init__(self, engine: AsyncEngine, jobs: Jobs, radio: Radio) -> None:
        self._engine = engine
        self._jobs = jobs
        self._radio = radio

    async def find(self, mark: str) -> Copy | None:
        return next(iter(await self._read(posts.c.mark == mark)), None)

    async def of(self, recap: str) -> tuple[Copy, ...]:
        return await self._read(posts.c.recap == recap)

    async def posted(self, after: str, most: int) -> tuple[str, ...]:
        """The recaps that can be read in a channel, by their ids, some at a time."""
        there = posts.c.state == "posted", posts.c.recap > after
        found = select(posts.c.recap).where(*there).distinct().order_by(posts.c.recap).limit(most)
        async with self._engine.connect() as connection:
            return tuple((await connection.execute(found)).scalars())

    async def change(self, recap: str, *plans: Plan, also: Also | None = None) -> None:
        """Keep what is planned, each from the copies as the one before leaves them.

        Nobody else changes them meanwhile; what is kept first, beside them, is kept with them
        or not at all.
        """
        try:
            platforms = await self._change(recap, plans, also)
        except IntegrityError:  # somebody has just begun the same copy: plan from that one
            platforms = await self._change(recap, plans, also)
        for platform in sorted(platforms):
            await self._radio.call(ABOUT, kind_of(platform))
        await self._radio.call(ABOUT_RECAPS, recap)

    async def is_given_up(self, copy: Copy) -> bool:
        """Whether its job went wrong so often that nobody tries it any more."""
        told = await self._jobs.state(kind_of(copy.target.to.platform), _key(copy))
        return told is not None and told[0] == FAILED

    async def note(
        self,
        job: Job,
        notice: Task | None = None,
        **news: Any,  # noqa: ANN401 - fields of a copy
    ) -> Copy | None:
        """Keep what became of the job's copy; the job is done where nothing is lacking then.

        With it goes a notice to the moderators. Nothing is kept, and nothing given back, where
        somebody else has the job now.
        """
        mark, _, _ = job.task.key.partition(" ")
        async with self._writing() as connection:
            found = await _locked(connection, posts.c.mark == mark)
            if not await self._jobs.is_ours(job, connection):
                return None
            copy = replace(found[0], **news) if found else None
            if copy and news:
                await _write(connection, copy)
            if notice:
                await self._jobs.put_within(connection, notice)
            if copy is None or copy.lacking is None:
                await self._jobs.finish(job, within=connection)
        if copy and news:
            await self._radio.call(ABOUT_RECAPS, copy.draft.id)
        if notice:
            await self._jobs.call(notice.kind)
        return copy

    async def _change(self, recap: str, plans: Sequence[Plan], also: Also | None) -> set[str]:
        """The platforms whose crews have something to do now."""
        platforms = set()
        async with self._writing() as connection:
            if also:
                await also(connection)
            for plan in plans:
                found = await _locked(connection, posts.c.recap == recap)
                known = {copy.mark for copy in found}
                for change in plan(found):
                    copy = await self._with_job(connection, change)
                    await _write(connection, copy, is_new=copy.mark not in known)
                    platforms.add(copy.target.to.platform)
        return platforms

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        """SQLite lets nobody else write until it ends; PostgreSQL locks what is read to change."""
        async with self._engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                await connection.exec_driver_sql("begin immediate")
            yield connection

    async def _with_job(self, connection: AsyncConnection, change: Change) -> Copy:
        copy, kind = change.copy, kind_of(change.copy.target.to.platform)
        told = await self._jobs.state(kind, _key(copy), connection)
        state = told[0] if told else ""
        if change.due is None or (copy.undone and not copy.message):
            if await self._jobs.drop_untried(kind, _key(copy), connection):
                state = DROPPED
            if copy.undone and not copy.tried and state not in (OPEN, FAILED):
                return replace(copy, state="removed", why="")
        if change.due is None:
            return copy
        if state == OPEN:
            await self._jobs.move(kind, _key(copy), change.due, connection)
            return copy
        copy = replace(copy, errand=copy.errand + 1, tried=copy.tried or state == FAILED)
        to = copy.target.to
        task = Task(kind, _key(copy), {}, change.due, to.platform, to.community)
        await self._jobs.put_within(connection, task)
        return copy

    async def _read(self, which: ColumnElement[bool]) -> tuple[Copy, ...]:
        found = select(posts).where(which).order_by(posts.c.mark)
        async with self._engine.connect() as connection:
            return tuple(map(_copy, await connection.execute(found)))


async def _locked(connection: AsyncConnection, which: ColumnElement[bool]) -> tuple[Copy, ...]:
    """Nobody else changes them until the transaction ends; always locked in the same order."""
    found = select(posts).where(which).order_by(posts.c.mark).with_for_update()
    return tuple(map(_copy, await connection.execute(found)))


async def _write(connection: AsyncConnection, copy: Copy, *, is_new: bool = False) -> None:
    row = {name: getattr(copy, name) for name in _OWN_COLUMNS} | {"target": write_wanted(copy)}
    if not is_new:
        await connection.execute(update(posts).where(posts.c.mark == copy.mark).values(row))
        return
    to = copy.target.to
    where = {"platform": to.platform, "community": to.community, "channel": to.channel}
    row |= {"mark": copy.mark, "recap": copy.draft.id, **where}
    await connection.execute(insert(posts), row)


def _key(copy: Copy) -> str:
    return f"{copy.mark} {copy.errand}"


def _copy(row: Row[Any]) -> Copy:
    own = {name: getattr(row, name) for name in _OWN_COLUMNS}
    return Copy(row.mark, **own, **read_wanted(row.target))

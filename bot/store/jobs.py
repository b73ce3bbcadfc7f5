"""Jobs that are done once, whatever dies: claimed for a while, finished by who claimed them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.card import new_id
from bot.store.joining import joining
from bot.store.tables import job as jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.radio import Radio

LEASE = 60.0
"""Seconds that a claim holds unless renewed; clocks of several machines differ by far less."""

REMEMBERED = 90 * 24 * 3600
"""Seconds; as long as a job that was done is not begun again when somebody puts it once more."""

ABOUT = "job"
"""What the radio says when there is a new one."""

OPEN, DONE, FAILED, DROPPED = "open", "done", "failed", "dropped"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done once for each kind and key."""

    kind: str
    key: str
    work: Mapping[str, Any] = field(default_factory=dict)  # as JSON writes it
    due: float | None = None  # seconds since 1970; at once where there is none
    platform: str = ""
    community: str = ""  # whose it is; with the community goes the job


@dataclass(frozen=True, slots=True)
class Job:
    """A task that was claimed; who claims it later has another claim."""

    task: Task
    id: str
    claim: str
    attempt: int  # 1 the first time; above it, somebody may have died having done it


class Jobs:
    """The jobs of every process that shares the store."""

    def __init__(
        self, engine: AsyncEngine, radio: Radio, clock: Callable[[], float] = time.time
    ) -> None:
        self._engine = engine
        self._radio = radio
        self._clock = clock  # seconds since 1970

    async def put(self, task: Task) -> bool:
        """Have it done, and say so; whether it is new: the same kind and key is done once.

        What was dropped or given up may be put again, perhaps with other work.
        """
        async with self._engine.begin() as connection:
            is_new = await self.put_within(connection, task)
        if is_new:
            await self._radio.call(ABOUT, task.kind)
        return is_new

    async def put_within(self, connection: AsyncConnection, task: Task) -> bool:
        """Together with what else a transaction keeps; call it on the radio when that is done."""
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        due = self._clock() if task.due is None else task.due
        row = {
            "id": new_id(),
            "kind": task.kind,
            "key": task.key,
            "work": dict(task.work),
            "due": due,
            "platform": task.platform,
            "community": task.community,
        }
        again = {name: row[name] for name in ("work", "due")} | _AGAIN
        put = (
            dialect.insert(jobs)
            .values(row | _NEW)
            .on_conflict_do_update(
                index_elements=[jobs.c.kind, jobs.c.key],
                set_=again,
                where=jobs.c.state.in_((DROPPED, FAILED)),
            )
        )
        return (await connection.execute(put)).rowcount == 1

    async def call(self, kind: str) -> None:
        """Say that there is something new which a transaction has put."""
        await self._radio.call(ABOUT, kind)

    async def claim(self, kinds: Iterable[str], seconds: float = LEASE) -> Job | None:
        """The job that has been due longest, for whoever comes first."""
        now = self._clock()
        waiting = (
            select(jobs.c.id)
            .where(jobs.c.kind.in_(tuple(kinds)), jobs.c.state == OPEN)
            .where(jobs.c.due <= now, jobs.c.lease <= now)
            .order_by(jobs.c.due, jobs.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)  # SQLite has one writer at a time, and ignores it
        )
        claimed = (
            update(jobs)
            .where(jobs.c.id == waiting.scalar_subquery())
            .values(lease=now + seconds, claim=new_id(), attempts=jobs.c.attempts + 1)
            .returning(jobs)
        )
        async with self._engine.begin() as connection:
            row = (await connection.execute(claimed)).one_or_none()
        return _read(row) if row else None

    async def renew(self, job: Job, seconds: float = LEASE) -> bool:
        """Hold on to it; whether it is still ours."""
        return await self._change(_of_claim(job), lease=self._clock() + seconds)

    async def is_ours(self, job: Job, within: AsyncConnection) -> bool:
        """Whether nobody else has claimed it since; so it stays until the transaction ends."""
        found = select(jobs.c.id).where(*_of_claim(job), jobs.c.state == OPEN).with_for_update()
        return (await within.execute(found)).one_or_none() is not None

    async def finish(self, job: Job, within: AsyncConnection | None = None) -> bool:
        """It is done; not where somebody else has claimed it since.

        Where it was hastened meanwhile it is left for another look.
        """
        as_claimed = *_of_claim(job), jobs.c.due == job.task.due
        if await self._close(as_claimed, DONE, within=within):
            return True
        await self._change(_of_claim(job), within, lease=0.0, claim="")
        return False

    async def put_off(self, job: Job, seconds: float, why: str = "") -> bool:
        """Have it tried again by anybody, so many seconds from now; at once if hastened since."""
        later = case((jobs.c.due == job.task.due, self._clock() + seconds), else_=jobs.c.due)
        left = await self._change(_of_claim(job), lease=0.0, claim="", due=later, why=why)
        if left and seconds <= 0:
            await self._radio.call(ABOUT, job.task.kind)
        return left

    async def hasten(self, kind: str, key: str, within: AsyncConnection) -> bool:
        """Have it looked at now, also where it is done; whoever is at it does not put it off.

        Whether nobody is at it: then call it on the radio when the transaction is done.
        """
        now = self._clock()
        sooner = case((jobs.c.due < now, jobs.c.due), else_=now) - _TOUCHED
        kept = {
            name: case((jobs.c.state == OPEN, jobs.c[name]), else_=_NEW[name]) for name in _HELD
        }
        hastened = (
            update(jobs)
            .where(jobs.c.kind == kind, jobs.c.key == key, jobs.c.state != DROPPED)
            .values(state=OPEN, due=sooner, closed=0.0, **kept)
            .returning(jobs.c.lease)
        )
        lease = (await within.execute(hastened)).scalar_one_or_none()
        return lease is not None and lease <= now

    async def give_up(self, job: Job, why: str) -> bool:
        return await self._close(_of_claim(job), FAILED, why)

    async def drop(self, kind: str, key: str) -> bool:
        """Have it not done; not where it is under way or done."""
        return await self._close(self._waiting(kind, key), DROPPED)

    async def drop_untried(self, kind: str, key: str, within: AsyncConnection) -> bool:
        """Have it not done; not where somebody may have begun it."""
        untried = *self._waiting(kind, key), jobs.c.attempts == 0
        return await self._close(untried, DROPPED, within=within)

    async def move(
        self, kind: str, key: str, due: float, within: AsyncConnection | None = None
    ) -> bool:
        """Have it done at another time; not where it is under way or done."""
        moved = await self._change(self._waiting(kind, key), within, due=due)
        if moved and within is None:
            await self._radio.call(ABOUT, kind)
        return moved

    async def state(
        self, kind: str, key: str, within: AsyncConnection | None = None
    ) -> tuple[str, str] | None:
        """Open, done, failed or dropped, and why it was put off or given up."""
        found = select(jobs.c.state, jobs.c.why).where(jobs.c.kind == kind, jobs.c.key == key)
        async with joining(self._engine, within) as connection:
            row = (await connection.execute(found)).one_or_none()
        return (row.state, row.why) if row else None

    async def wait(self, kinds: Iterable[str]) -> float | None:
        """Seconds until there will be something to claim; nothing where nothing is to be done."""
        later = func.max if self._engine.dialect.name == "sqlite" else func.greatest
        found = select(func.min(later(jobs.c.due, jobs.c.lease)))
        of_kinds = found.where(jobs.c.kind.in_(tuple(kinds)), jobs.c.state == OPEN)
        async with self._engine.connect() as connection:
            due: float | None = (await connection.execute(of_kinds)).scalar_one()
        return None if due is None else max(0.0, due - self._clock())

    async def forget_others(self, begins: str, kind: str) -> None:
        """Those of another kind that begins so, in whatever state: nobody is to do them now."""
        others = jobs.c.kind.startswith(begins, autoescape=True), jobs.c.kind != kind
        async with self._engine.begin() as connection:
            await connection.execute(delete(jobs).where(*others))

    async def forget_old(self) -> None:
        oldest = self._clock() - REMEMBERED
        async with self._engine.begin() as connection:
            old = jobs.c.state != OPEN, jobs.c.closed <= oldest
            await connection.execute(delete(jobs).where(*old))

    def _waiting(self, kind: str, key: str) -> tuple[ColumnElement[bool], ...]:
        return jobs.c.kind == kind, jobs.c.key == key, jobs.c.lease <= self._clock()

    async def _close(
        self,
        which: tuple[ColumnElement[bool], ...],
        state: str,
        why: str = "",
        within: AsyncConnection | None = None,
    ) -> bool:
        return await self._change(which, within, state=state, closed=self._clock(), why=why)

    async def _change(
        self,
        which: tuple[ColumnElement[bool], ...],
        within: AsyncConnection | None = None,
        **values: Any,  # noqa: ANN401
    ) -> bool:
        changed = update(jobs).where(*which, jobs.c.state == OPEN).values(**values)
        async with joining(self._engine, within) as connection:
            return (await connection.execute(changed)).rowcount == 1


_NEW = {"state": OPEN, "lease": 0.0, "claim": "", "attempts": 0, "closed": 0.0, "why": ""}

_HELD = ("lease", "claim")

_TOUCHED = 0.001
"""Seconds by which a job is due sooner: whoever claimed it before sees that it was hastened."""

_AGAIN = {"state": OPEN, "lease": 0.0, "claim": "", "attempts": 1, "closed": 0.0, "why": ""}
"""Somebody may have tried it: the next attempt is not the first."""


def _of_claim(job: Job) -> tuple[ColumnElement[bool], ...]:
    return jobs.c.id == job.id, jobs.c.claim == job.claim


def _read(row: Row[Any]) -> Job:
    task = Task(row.kind, row.key, row.work, row.due, row.platform, row.community)
    return Job(task, row.id, row.claim, row.attempts)

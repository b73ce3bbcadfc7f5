"""The crew: does jobs when they are due, in every process that has one, each job once."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from bot.radio import Call
from bot.store.jobs import ABOUT, LEASE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.radio import Radio, Receiver
    from bot.store.jobs import Job, Jobs

log = logging.getLogger(__name__)

_T = TypeVar("_T")

Trade: TypeAlias = "Callable[[Job], Awaitable[None]]"
"""How jobs of one kind are done; above the first attempt, look first whether it was done."""

LOOKED_EVERY = 15.0
"""Seconds; another process may have died, or its call not have come through."""

_SHORTEST_WAIT = 0.01
"""Seconds; what is due may be just in another's hand."""

_LOOK_AGAIN = Call(ABOUT)
"""Whoever is done with a job may have put it off for less long than nobody looks."""

MOST_ATTEMPTS = 10
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 600.0
"""Seconds between two attempts; each pause is twice the one before."""


class NotNow(Exception):
    """The job cannot be done now for a known reason; it is tried again, however often it was."""

    def __init__(self, why: str, seconds: float) -> None:
        super().__init__(why)
        self.seconds = seconds


class Crew:
    """A few jobs at once; `work` goes on until it is cancelled, and then leaves its jobs free."""

    def __init__(
        self,
        jobs: Jobs,
        radio: Radio,
        trades: Mapping[str, Trade],
        at_once: int = 4,
        lease: float = LEASE,
        given_up: Trade | None = None,  # told of each job that is not tried any more
    ) -> None:
        self._jobs = jobs
        self._radio = radio
        self._trades = trades
        self._at_once = at_once
        self._lease = lease
        self._given_up = given_up

    async def work(self) -> None:
        """One looks for jobs and hands them out, so that many hands cost no more than one."""
        free = asyncio.Semaphore(self._at_once)
        async with asyncio.TaskGroup() as hands, self._radio.tuned_in(ABOUT) as receiver:
            while not _is_stopped():
                await free.acquire()
                job = await self._next(receiver)
                if job is None:
                    free.release()
                    continue
                doing = hands.create_task(self._do_all_the_same(job))
                doing.add_done_callback(lambda _: free.release())
                doing.add_done_callback(lambda _: receiver.take(_LOOK_AGAIN))

    async def _next(self, receiver: Receiver) -> Job | None:
        """A job that was claimed; nothing after a while in which there was none."""
        try:
            if job := await self._claim():
                return job
            wait = await _unbroken(self._jobs.wait(self._trades))
        except Exception as error:  # noqa: BLE001 - each database has its own
            log.warning("the store cannot be reached: %s", type(error).__name__)
            wait = None
        seconds = LOOKED_EVERY if wait is None else max(wait, _SHORTEST_WAIT)
        await self._hear(receiver, min(seconds, LOOKED_EVERY))
        return None

    async def _hear(self, receiver: Receiver, seconds: float) -> None:
        """Wait for a call that is for this crew; calls that came meanwhile need one look."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            call = await receiver.hear(left)
            if call is None or call.key in ("", *self._trades):
                receiver.clear()
                return

    async def _do_all_the_same(self, job: Job) -> None:
        """Where the store cannot be told of a job, its claim runs out."""
        try:
            await self._do(job)
        except Exception as error:  # noqa: BLE001 - each database has its own
            log.warning("the store cannot be reached: %s", type(error).__name__)

    async def _claim(self) -> Job | None:
        """A job, which is left to others where we are stopped just then."""
        claiming = asyncio.ensure_future(self._jobs.claim(self._trades, self._lease))
        try:
            return await _unbroken(claiming)
        except asyncio.CancelledError:
            if not claiming.exception() and (job := claiming.result()):
                await self._jobs.put_off(job, 0)
            raise

    async def _do(self, job: Job) -> None:
        doing = asyncio.ensure_future(self._trades[job.task.kind](job))
        holding = asyncio.create_task(self._hold(job, doing))
        try:
            await doing
        except NotNow as reason:
            await _unbroken(self._jobs.put_off(job, reason.seconds, str(reason)))
        except asyncio.CancelledError:
            await self._leave(job, doing)
            if _is_stopped():
                raise
        except Exception as bug:
            log.exception("%s %s failed", job.task.kind, job.task.key)
            await self._try_again(job, type(bug).__name__)
        else:
            await _unbroken(self._jobs.finish(job))
        finally:
            holding.cancel()
            await asyncio.wait((holding,))

    async def _leave(self, job: Job, doing: asyncio.Future[None]) -> None:
        """Leave it to others, unless it was done just before we were stopped."""
        if not doing.cancelled() and doing.exception() is None:
            await self._jobs.finish(job)
        else:
            await self._jobs.put_off(job, 0)

    async def _hold(self, job: Job, doing: asyncio.Future[None]) -> None:
        """Renew the claim while the job is done; stop where somebody else has it now."""
        while True:
            await asyncio.sleep(self._lease / 3)
            try:
                is_ours = await _unbroken(self._jobs.renew(job, self._lease))
            except Exception as error:  # noqa: BLE001 - the claim may outlast the trouble
                log.warning("the store cannot be reached: %s", type(error).__name__)
                continue
            if not is_ours:
                log.warning("%s %s was taken over", job.task.kind, job.task.key)
                doing.cancel()
                return

    async def _try_again(self, job: Job, why: str) -> None:
        if job.attempt >= MOST_ATTEMPTS:
            if self._given_up:
                await self._given_up(job)
            await self._jobs.give_up(job, why)
            return
        pause = min(_FIRST_PAUSE * 2 ** (job.attempt - 1), _LONGEST_PAUSE)
        await self._jobs.put_off(job, pause, why)


def _is_stopped() -> bool:
    """Whether we are to stop, and not only this job."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _unbroken(work: Awaitable[_T]) -> _T:
    """Talk with the store to its end also where we are stopped: a broken talk is no good end."""
    talk = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(talk)
    except asyncio.CancelledError:
        await asyncio.wait((talk,))
        raise

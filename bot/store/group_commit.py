"""What many ask in the same moment, written in one transaction: it costs little more than one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

_Ask = TypeVar("_Ask")
_Told = TypeVar("_Told")

GATHERED = 0.004
"""Seconds that the first waits for others; while one transaction runs, the next gathers."""

MOST = 400
"""In one transaction, so that none holds up a step of the night for long."""


class GroupCommit(Generic[_Ask, _Told]):
    """Each is told what became of his own when it is kept."""

    def __init__(self, write: Callable[[Sequence[_Ask]], Awaitable[Sequence[_Told]]]) -> None:
        self._write = write
        self._waiting: list[tuple[_Ask, asyncio.Future[_Told]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def put(self, ask: _Ask) -> _Told:
        told: asyncio.Future[_Told] = asyncio.get_running_loop().create_future()
        self._waiting.append((ask, told))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        return await told

    async def _write_all(self) -> None:
        while self._waiting:
            await asyncio.sleep(GATHERED)
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                outcomes = await self._write([ask for ask, _ in batch])
            except Exception as error:  # noqa: BLE001 - each of those who wait has to know
                for _, told in batch:
                    if not told.done():
                        told.set_exception(error)
            else:
                for (_, told), outcome in zip(batch, outcomes, strict=True):
                    if not told.done():  # who asked may have gone away
                        told.set_result(outcome)

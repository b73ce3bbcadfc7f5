"""What is under way: replies begun but not yet given, which a stop waits for."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Underway:
    """Counts replies; once closed it takes no more."""

    def __init__(self) -> None:
        self._count = 0
        self._none_left = asyncio.Event()
        self._none_left.set()
        self.closed = False

    @contextmanager
    def one(self) -> Iterator[None]:
        self._count += 1
        self._none_left.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._none_left.set()

    async def close(self, patience: float) -> bool:
        """Wait so many seconds at most; say whether all were finished."""
        self.closed = True
        try:
            async with asyncio.timeout(patience):
                await self._none_left.wait()
        except TimeoutError:
            return False
        return True

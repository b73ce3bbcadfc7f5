"""The radio: word that something has changed, by its id alone, to whoever is tuned in."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

_MOST_UNHEARD = 1000
"""Calls; whoever listens no more is told once that he missed some."""


@dataclass(frozen=True, slots=True)
class Call:
    """What changed; without a key some calls may have been missed, so look at all of them."""

    about: str
    key: str = ""


class Receiver:
    """What one listener has not heard yet."""

    def __init__(self, about: tuple[str, ...]) -> None:
        self.about = about
        self._calls: asyncio.Queue[Call] = asyncio.Queue(_MOST_UNHEARD)

    def take(self, call: Call) -> None:
        if call.about not in self.about:
            return
        if self._calls.full():
            self.miss()
        else:
            self._calls.put_nowait(call)

    def miss(self) -> None:
        """Everything that was not heard is replaced by the word that something was missed."""
        self.clear()
        for about in self.about:
            self._calls.put_nowait(Call(about))

    def clear(self) -> None:
        """What was called until now has been looked at, or is about to be."""
        while not self._calls.empty():
            self._calls.get_nowait()

    async def hear(self, seconds: float | None = None) -> Call | None:
        """The next call; nothing where none comes within so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                return await self._calls.get()
        except TimeoutError:
            return None


class Radio(Protocol):
    """A call is a hint and the store the truth: look there after a while without one too."""

    async def call(self, about: str, key: str = "") -> None: ...

    def tuned_in(self, *about: str) -> AbstractAsyncContextManager[Receiver]: ...


class OwnRadio:
    """Reaches this process alone, which is all there is beside SQLite."""

    def __init__(self) -> None:
        self._receivers: set[Receiver] = set()

    async def call(self, about: str, key: str = "") -> None:
        self.spread(Call(about, key))

    def spread(self, call: Call) -> None:
        for receiver in self._receivers:
            receiver.take(call)

    def miss(self) -> None:
        for receiver in self._receivers:
            receiver.miss()

    @asynccontextmanager
    async def tuned_in(self, *about: str) -> AsyncIterator[Receiver]:
        receiver = Receiver(about)
        self._receivers.add(receiver)
        try:
            yield receiver
        finally:
            self._receivers.discard(receiver)

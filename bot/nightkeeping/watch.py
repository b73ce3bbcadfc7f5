"""The watch by which a night is kept: what time it is, and waiting for a call or a moment."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.radio import Call, Receiver


class Watch(Protocol):
    """A clock, and patience."""

    def now(self) -> float:
        """Seconds since 1970."""

    async def hear(self, receiver: Receiver, seconds: float) -> Call | None:
        """The next call; nothing where none comes within so many seconds."""


class OwnWatch:
    """As this machine has it."""

    def now(self) -> float:
        return time.time()

    async def hear(self, receiver: Receiver, seconds: float) -> Call | None:
        return await receiver.hear(seconds)

"""What was said before: the outcome that a follow-up question completes."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from knowledge.answer import Outcome

FORGOTTEN_AFTER = 15 * 60
"""Seconds; whoever comes back later asks anew."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was asked, turn by turn, and what the last turn came to."""

    turns: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation as it is kept: asked again, its turns come to the same."""

    platform: str
    conversation: str
    community: str
    turns: tuple[str, ...]
    day: date  # on which the last of them was asked


class Talks(Protocol):
    """Where talks are kept that a restart must not break off, as long as they are remembered."""

    async def keep(self, talk: Talk) -> None: ...

    async def find(self, platform: str, conversation: str) -> Talk | None:
        """What another process kept, gone or beside this one."""

    async def forget(self, platform: str, conversation: str) -> None: ...


class Conversations:
    """What was said last in each conversation, for those spoken in most recently."""

    def __init__(self, limit: int = 1000, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock  # seconds
        self._said: OrderedDict[str, tuple[float, Said]] = OrderedDict()

    def recall(self, conversation: str) -> Said | None:
        spoken, said = self._said.get(conversation, (0.0, None))
        return said if self._clock() - spoken < FORGOTTEN_AFTER else None

    def remember(self, conversation: str, said: Said) -> None:
        self._said[conversation] = (self._clock(), said)
        self._said.move_to_end(conversation)
        if len(self._said) > self._limit:
            self._said.popitem(last=False)

    def forget(self, conversation: str) -> None:
        self._said.pop(conversation, None)

"""What was said before: the outcome that a follow-up question completes."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.answer import Outcome

FORGOTTEN_AFTER = 15 * 60
"""Seconds; whoever comes back later asks anew."""


class Conversations:
    """The last outcome of each conversation, for the conversations spoken in most recently."""

    def __init__(self, limit: int = 1000, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock  # seconds
        self._outcomes: OrderedDict[str, tuple[float, Outcome]] = OrderedDict()

    def recall(self, conversation: str) -> Outcome | None:
        said, outcome = self._outcomes.get(conversation, (0.0, None))
        return outcome if self._clock() - said < FORGOTTEN_AFTER else None

    def remember(self, conversation: str, outcome: Outcome) -> None:
        self._outcomes[conversation] = (self._clock(), outcome)
        self._outcomes.move_to_end(conversation)
        if len(self._outcomes) > self._limit:
            self._outcomes.popitem(last=False)

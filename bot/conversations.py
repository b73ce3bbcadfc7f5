"""What was said before: the outcome that a follow-up question completes."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.answer import Outcome


class Conversations:
    """The last outcome of each conversation, for the conversations spoken in most recently."""

    def __init__(self, limit: int = 1000) -> None:
        self._limit = limit
        self._outcomes: OrderedDict[str, Outcome] = OrderedDict()

    def recall(self, conversation: str) -> Outcome | None:
        return self._outcomes.get(conversation)

    def remember(self, conversation: str, outcome: Outcome) -> None:
        self._outcomes[conversation] = outcome
        self._outcomes.move_to_end(conversation)
        if len(self._outcomes) > self._limit:
            self._outcomes.popitem(last=False)

"""What was said before: kept for those who spoke most recently."""

from __future__ import annotations

from bot.conversations import Conversations
from tests.bot.small_book import HEIM, PETTY


def test_the_last_outcome_is_recalled() -> None:
    conversations = Conversations()

    conversations.remember("garage", HEIM)
    conversations.remember("garage", PETTY)

    assert conversations.recall("garage") is PETTY


def test_the_conversation_silent_for_longest_is_forgotten_first() -> None:
    conversations = Conversations(limit=2)

    for name in ("garage", "grandstand", "garage", "pits"):
        conversations.remember(name, HEIM)

    assert conversations.recall("grandstand") is None
    assert conversations.recall("garage") is HEIM

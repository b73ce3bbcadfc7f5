"""What was said before: kept for those who spoke most recently."""

from __future__ import annotations

from bot.conversations import FORGOTTEN_AFTER, Conversations, Said
from tests.bot.small_book import HEIM, PETTY

TWELVE = Said(("heim",), HEIM)
WHICH = Said(("heim", "petty"), PETTY)


def test_the_last_outcome_is_recalled() -> None:
    conversations = Conversations()

    conversations.remember("garage", TWELVE)
    conversations.remember("garage", WHICH)

    assert conversations.recall("garage") is WHICH


def test_the_conversation_silent_for_longest_is_forgotten_first() -> None:
    conversations = Conversations(limit=2)

    for name in ("garage", "grandstand", "garage", "pits"):
        conversations.remember(name, TWELVE)

    assert conversations.recall("grandstand") is None
    assert conversations.recall("garage") is TWELVE


def test_what_was_said_is_forgotten_after_a_quarter_of_an_hour() -> None:
    now = [1000.0]
    conversations = Conversations(clock=lambda: now[0])
    conversations.remember("fan", TWELVE)
    now[0] += FORGOTTEN_AFTER - 1
    assert conversations.recall("fan") == TWELVE
    now[0] += 1
    assert conversations.recall("fan") is None

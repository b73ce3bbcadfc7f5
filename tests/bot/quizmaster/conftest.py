"""The real record book, nights of one process, and a clock that the story sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.quiz.in_memory import NightsInMemory
from knowledge.record_book import RecordBook
from tests.bot.quizmaster.room import Room

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Clock:
    """Seconds since 1970, as the story has it."""

    now: float = 1_767_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
def room(book: RecordBook) -> Room:
    clock, nights = Clock(), NightsInMemory()
    bot = Bot(book, clock, nights=nights)
    return Room(bot, nights, clock)

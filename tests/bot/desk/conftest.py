"""The real record book, a newsroom with channels, and a clock that the story sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.preferences import PreferencesInMemory
from bot.recap.in_memory import DraftsInMemory, LinksInMemory
from bot.recap.newsroom import Newsroom
from knowledge.record_book import RecordBook
from tests.bot.days import on
from tests.bot.desk.newsdesk import Channels

if TYPE_CHECKING:
    from pathlib import Path

NOVEMBER_3 = date(2025, 11, 3)
NOON = 1_762_189_200.0
"""November 3, 2025, 12:00 in New York, in seconds since 1970."""


@dataclass
class Clock:
    """Seconds since 1970, as the story has it."""

    now: float = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def drafts(clock: Clock) -> DraftsInMemory:
    return DraftsInMemory(clock)


@pytest.fixture
def channels(book: RecordBook, drafts: DraftsInMemory) -> Channels:
    return Channels(book, drafts)


@pytest.fixture
def kept() -> PreferencesInMemory:
    return PreferencesInMemory()


@pytest.fixture
def newsroom(drafts: DraftsInMemory, channels: Channels, clock: Clock) -> Newsroom:
    return Newsroom(drafts, LinksInMemory(clock), postings=channels, now=clock)


@pytest.fixture
def bot(book: RecordBook, kept: PreferencesInMemory, newsroom: Newsroom) -> Bot:
    return Bot(book, now=on(NOVEMBER_3), kept=kept, newsroom=newsroom)

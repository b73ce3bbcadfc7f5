"""The console, ready to be talked to: in this process with a small book, or as a program."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING, TypeAlias

import pytest

from adapters.console.talk import Talk
from bot.bot import Bot
from tests.bot.small_book import SmallBook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NewTalk: TypeAlias = "Callable[[str], Talk]"
Spotter: TypeAlias = "Callable[..., subprocess.CompletedProcess[bytes]]"


@pytest.fixture
def small_book() -> SmallBook:
    return SmallBook()


@pytest.fixture
def new_talk(small_book: SmallBook) -> Iterator[NewTalk]:
    """Talks with one bot, each under a name of its own."""
    bot = Bot(small_book)
    with asyncio.Runner() as runner:
        yield lambda name: Talk(bot, runner, name)


@pytest.fixture
def talk(new_talk: NewTalk) -> Talk:
    return new_talk("garage")


@pytest.fixture(scope="session")
def spotter(book_home: Path) -> Spotter:
    """Run the program as a shell does, with the real book."""

    def run(
        *words: str, typed: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "adapters.spotter", *words],
            input=typed,
            capture_output=True,
            env={**os.environ, "SPOTTER_HOME": str(book_home), **environment},
            check=False,
        )

    return run

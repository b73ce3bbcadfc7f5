"""Both platforms at once, by one watch, as `spotter run` has them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.adapters.discord.grandstand import grandstand_of as discord_of
from tests.adapters.discord.loopback import GUILD
from tests.adapters.slack.grandstand import grandstand_of as slack_of
from tests.adapters.together.linked import Linked
from tests.bot.store.quiz_hall import HallWatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
async def linked(
    book: RecordBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Linked]:
    watch = HallWatch(time.time(), keepers=2)
    async with (
        discord_of(book, tmp_path, watch, monkeypatch) as stand,
        slack_of(book, tmp_path, watch) as there,
        open_shelf(f"sqlite:///{tmp_path}/bot.db") as shelf,
    ):
        ann = stand.fan("Quinby", moderates=True)
        yield Linked(stand, shelf, watch, ann, ("discord", GUILD), there)

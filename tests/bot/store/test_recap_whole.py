"""A recap the whole way: drafted at the desk, put into its channel by the crew, edited, undone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.equipped import equipped
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.desk.newsdesk import ANN, GARAGE, Moderator
from tests.bot.store.board import Board
from tests.bot.store.posting_room import at_work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RACE = "2025 cup race 15"


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)


async def test_what_a_moderator_signs_is_posted_once_edited_in_place_and_taken_back(
    url: str, book: RecordBook, tmp_path: Path
) -> None:
    board = Board(tmp_path)
    async with open_shelf(url) as shelf, at_work(shelf, board, book):
        ann = Moderator(equipped(book, shelf, {"discord": board}), ANN)
        await ann.recap(RACE)
        await ann.sign("Ann")
        await ann.press("Use this channel", "Post now")
        await until(lambda: len(board.messages(GARAGE.channel)) == 1)

        (message,) = board.messages(GARAGE.channel)
        assert "Recap by Ann" in str(message)

        await ann.recap(RACE)
        await ann.sign("Ann", intro="What a day in the Irish Hills.")
        await ann.press("Post the changes")
        await until(lambda: "Irish Hills" in str(board.messages(GARAGE.channel)))
        assert len(board.messages(GARAGE.channel)) == 1

        await ann.recap(RACE)
        await ann.press("Undo")
        await until(lambda: not board.messages(GARAGE.channel))

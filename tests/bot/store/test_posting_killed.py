"""Killed at any step of posting: nothing is lost, and nothing is there twice."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.store.board import Board
from tests.bot.store.posting_room import ANN, DRAFT, PADDOCK, RACING, at_work, postings, quiet

if TYPE_CHECKING:
    from pathlib import Path

TWO = replace(DRAFT, targets=(RACING, PADDOCK))
SIGNED = replace(TWO, state="posted")

OFFICIAL = replace(DRAFT, version=2, official=True)
STEPS = ("post", "replace", "remove", "publish")
BEFORE_CLAIMING, AFTER_NOTING = "before claiming", "after noting"

WORKS_UNTIL_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.store.opening import open_shelf
from bot.store.recap_posts import ABOUT_RECAPS
from knowledge.record_book import RecordBook
from tests.bot.store.board import Board
from tests.bot.store.posting_room import at_work

url, home, folder, call, moment = sys.argv[1:]

class LastWord:
    "A radio that is on the air only after what it tells of was kept; and then no more."
    async def call(self, about, key=""):
        os.kill(os.getpid(), signal.SIGKILL)

async def work():
    board = Board(Path(folder), dies=(call, moment))
    async with open_shelf(url) as shelf:
        if moment == "after noting":
            shelf.recap_posts._radio = LastWord()
        if moment == "before claiming":
            os.kill(os.getpid(), signal.SIGKILL)
        async with at_work(shelf, board, RecordBook.open(Path(home)), lease=0.5):
            await asyncio.Event().wait()

asyncio.run(work())
"""

SIGNS_AND_IS_KILLED = """
import asyncio, os, signal, sys
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from pathlib import Path
from tests.bot.store.posting_room import ANN, postings
from tests.bot.store.test_posting_killed import SIGNED, TWO

url, home, moment = sys.argv[1:]

class Killer:
    "A radio that is on the air only after what it tells of was kept."
    async def call(self, about, key=""):
        os.kill(os.getpid(), signal.SIGKILL)

async def sign():
    async with open_shelf(url) as shelf:
        put, once = shelf.jobs.put_within, []
        async def put_within(connection, task):
            if once and moment == "by half":
                os.kill(os.getpid(), signal.SIGKILL)
            once.append(task)
            return await put(connection, task)
        shelf.jobs.put_within = put_within
        shelf.recap_posts._radio = Killer()
        await shelf.drafts.begin(TWO, ANN)
        desk = postings(shelf, RecordBook.open(Path(home)))
        await desk.keep(SIGNED, ANN, "posted", ("send",))

asyncio.run(sign())
"""


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
def board(tmp_path: Path) -> Board:
    folder = tmp_path / "board"
    folder.mkdir()
    return Board(folder)


async def run(program: str, *words: object) -> None:
    """Run it until it is killed; anything else is no story of these."""
    started = [sys.executable, "-c", program, *map(str, words)]
    ran = await asyncio.to_thread(
        subprocess.run, started, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == -9, ran.stderr


async def want(step: str, url: str, board: Board, book: RecordBook) -> None:
    """Have a moderator want something of which this is a step."""
    async with open_shelf(url) as shelf:
        desk = postings(shelf, book)
        await desk.send(DRAFT, ANN)
        if step == "post":
            return
        async with at_work(shelf, board, book):
            await quiet(shelf)
        if step == "remove":
            await desk.undo(DRAFT, ANN)
        else:
            await desk.update(OFFICIAL, ANN)


@pytest.mark.parametrize(
    ("step", "moment"),
    [
        ("post", BEFORE_CLAIMING),
        *((step, moment) for step in STEPS for moment in ("before", "after")),
        ("post", AFTER_NOTING),
    ],
)
async def test_whoever_comes_after_a_killed_process_finishes_what_it_began(
    url: str, board: Board, book: RecordBook, book_home: Path, step: str, moment: str
) -> None:
    await want(step, url, board, book)
    await run(WORKS_UNTIL_KILLED, url, book_home, board.folder, step, moment)

    async with open_shelf(url) as shelf:
        async with at_work(shelf, board, book):
            await quiet(shelf)
        states = await postings(shelf, book).states(DRAFT)
        assert await shelf.jobs.claim(["recap discord"]) is None

    assert [each.state for each in states] == ["removed" if step == "remove" else "posted"]
    assert len(board.messages("racing")) == (0 if step == "remove" else 1)
    if step in ("replace", "publish"):
        assert board.messages("racing")[0]["published"]


@pytest.mark.parametrize("moment", ["by half", "whole"])
async def test_a_recap_is_signed_and_on_its_way_or_neither_whenever_it_is_killed(
    url: str, board: Board, book: RecordBook, book_home: Path, moment: str
) -> None:
    await run(SIGNS_AND_IS_KILLED, url, book_home, moment)

    async with open_shelf(url) as shelf:
        draft = await shelf.drafts.find(TWO.id)
        assert draft
        if moment == "by half":
            assert draft == TWO
            assert len(await shelf.drafts.history(TWO.id)) == 1
            assert await shelf.recap_posts.of(TWO.id) == ()
            assert await shelf.jobs.claim(["recap discord"]) is None
            draft = await postings(shelf, book).keep(SIGNED, ANN, "posted", ("send",))
        assert (draft.state, draft.version) == ("posted", 2)
        async with at_work(shelf, board, book):
            await quiet(shelf)
    assert len(board.messages("racing")) == len(board.messages("paddock")) == 1

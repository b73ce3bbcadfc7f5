"""Killed at any step of a new day: one message a day, and each streak counted once."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.store.board import Board
from tests.bot.store.test_dailies import HERE, Channel, rows

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = ("closed", "counted", "begun", "noted")
"""Each after another: who comes next goes on from there, and is killed a step later."""

IS_KILLED_AT_EACH = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.store.board import Board
from tests.bot.store.test_dailies import Channel

url, home, folder, *moments = sys.argv[1:]
DIES = {"counted": ("replace", "before"), "noted": ("post", "before")}

async def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

async def work(moment, minute):
    board = Board(Path(folder), dies=DIES.get(moment))
    async with open_shelf(url) as shelf:
        channel = Channel(shelf, board, RecordBook.open(Path(home)))
        channel.on(26, 9, minute)
        if moment == "closed":
            shelf.dailies.close = die
        if moment == "begun":
            shelf.dailies.begin = die
        await channel.look()

for minute, moment in enumerate(moments):
    if not (process := os.fork()):
        asyncio.run(work(moment, minute))
        os._exit(0)
    _, ended = os.waitpid(process, 0)
    print(moment, os.WIFSIGNALED(ended) and os.WTERMSIG(ended), flush=True)
"""


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


async def test_whoever_comes_after_a_killed_process_goes_on_with_the_day_where_it_was(
    tmp_path: Path, book: RecordBook, book_home: Path
) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"  # a start of Python is dear, and both kinds keep alike
    board = Board(tmp_path / "board")
    board.folder.mkdir()
    async with open_shelf(url) as shelf:
        channel = Channel(shelf, board, book)
        await channel.switch_on()
        await channel.look()
        await channel.answer("2")
        await channel.answer("3", right=False)
    started = [sys.executable, "-c", IS_KILLED_AT_EACH, url, book_home, board.folder, *MOMENTS]
    ran = await asyncio.to_thread(
        subprocess.run, started, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.stdout.splitlines() == [f"{moment} 9" for moment in MOMENTS], ran.stderr

    async with open_shelf(url) as shelf:
        channel = Channel(shelf, board, book)
        channel.on(26, 9, len(MOMENTS))
        await channel.look()
        assert rows(await channel.use("2")) == [
            ("fan 2", "1", "1", "1", "1 of 1"),
            ("fan 3", "0", "1", "0", "0 of 1"),
        ]
        await channel.answer("2")
        channel.on(27, 9)
        await channel.look()
        assert rows(await channel.use("2"))[0] == ("fan 2", "2", "2", "2", "2 of 2")
        days = await shelf.dailies.latest(HERE, 9)

    assert len(days) == len(board.messages("racing")) == nights_in(tmp_path / "bot.db") == 3
    assert channel.shown() == [
        "Daily question · Friday, November 27",
        "Daily question · Thursday, November 26 is closed",
        "Daily question · Wednesday, November 25 is closed",
    ]


def nights_in(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        return int(connection.execute("select count(*) from quiz").fetchone()[0])

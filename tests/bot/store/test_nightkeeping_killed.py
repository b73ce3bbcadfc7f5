"""Killed in the midst of a question: it goes on as it was, and nobody lost an answer or time."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.store.opening import open_shelf
from tests.bot.store.board import Board
from tests.bot.store.quiz_hall import HallWatch, kept, until
from tests.bot.store.quiz_room import BOARD, night, on, player

if TYPE_CHECKING:
    from pathlib import Path

LEASE = 0.5
FANS = ("1", "2", "3")
ASKED, GIVEN, BEATEN, BACK = 1010.0, 1012.0, 1014.0, 1074.0

WORKS_UNTIL_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.store.opening import open_shelf
from tests.bot.store.board import Board
from tests.bot.store.quiz_hall import HallWatch, kept, until
from tests.bot.store.quiz_room import answer
from tests.bot.store.test_nightkeeping_killed import *

url, folder, moment = sys.argv[1:]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

async def work():
    board, watch = Board(Path(folder)), HallWatch(1000.0)
    async with open_shelf(url) as shelf:
        nights = shelf.nights
        append = nights._append
        async def append_and_perhaps_die(found, step, after):
            kept = await append(found, step, after)
            if (moment, type(step).__name__) in (("locking", "Locked"), ("revealing", "Revealed")):
                die()
            return kept
        nights._append = append_and_perhaps_die
        await begin(shelf)
        async with kept(shelf, board, watch, lease=LEASE):
            await until(lambda: board.messages("racing"))
            await on(nights, 1000.0)
            await watch.go(1002.0)
            await watch.go(ASKED - 1)
            await on(nights, ASKED)
            await watch.go(GIVEN)
            await asyncio.gather(*(nights.give("n1", answer(fan, "A", GIVEN)) for fan in FANS))
            await watch.go(BEATEN)
            if moment == "asking":
                asyncio.create_task(nights.give("n1", answer("1", "B", BEATEN)))
                await asyncio.sleep(0.002)
                die()
            await watch.go(ASKED + 31.4)
            watch.set(ASKED + 31.5)
            await asyncio.Event().wait()

asyncio.run(work())
"""

GIVES = """
import asyncio, sys
from bot.store.opening import open_shelf
from tests.bot.store.quiz_room import answer

async def give():
    async with open_shelf(sys.argv[1]) as shelf:
        async def one(fan):
            told = await shelf.nights.give("n1", answer(str(fan), sys.argv[2], 1012.0))
            print(fan, "in" if hasattr(told, "player") else told.why, flush=True)
        for fans in range(0, 200, 40):
            await asyncio.gather(*(one(fan) for fan in range(fans, fans + 40)))

asyncio.run(give())
"""


async def begin(shelf, fans=FANS) -> None:
    shelf.nights._clock = lambda: 1000.0
    await shelf.nights.begin(night(), (BOARD,))
    await asyncio.gather(*(shelf.nights.enter("n1", player(fan)) for fan in fans))


@pytest.mark.parametrize(
    ("url", "moment"),
    [
        ("sqlite", "asking"),
        ("postgresql", "asking"),
        ("postgresql", "locking"),
        ("sqlite", "revealing"),
    ],
    indirect=["url"],
)
async def test_after_a_kill_the_night_goes_on_at_the_same_question(
    url: str, tmp_path: Path, moment: str
) -> None:
    board = Board(tmp_path / "board")
    board.folder.mkdir()
    started = [sys.executable, "-c", WORKS_UNTIL_KILLED, url, str(board.folder), moment]
    ran = await asyncio.to_thread(
        subprocess.run, started, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == -9, ran.stderr

    watch = HallWatch(BACK)
    async with open_shelf(url) as shelf:
        killed = await shelf.nights.find("n1")
        assert killed
        assert set(killed.given["0"]) == {f"discord {fan}" for fan in FANS}
        async with kept(shelf, board, watch, lease=LEASE):
            if moment == "asking":
                await until(lambda: "40" not in board.messages("racing")[0]["words"][0])
                await watch.go(BACK + 2)
                found = await shelf.nights.find("n1")
                assert found
                assert (found.head.phase, found.head.number) == ("asking", 0)
                assert found.head.until is not None
                # It beat at most two seconds before it was killed.
                assert found.head.until >= ASKED + 30 + BACK - BEATEN
                assert found.head.until <= ASKED + 30 + BACK - GIVEN
                await watch.go(found.head.until + 1.5)
            await until(lambda: board.messages("racing")[0]["title"] == "revealed 0")
            assert "discord 1" in board.messages("racing")[0]["words"][0]
        found = await shelf.nights.find("n1")

    assert found
    assert found.given["0"] == killed.given["0"]
    assert len(board.messages("racing")) == 1
    assert [line for line in board.log if line.startswith("post")] == ["post markofracing"]


async def test_two_processes_count_every_answer_once_wherever_it_lands(shared_url: str) -> None:
    async with open_shelf(shared_url) as shelf:
        await begin(shelf, [str(fan) for fan in range(200)])
        await on(shelf.nights, 1000.0)
        await on(shelf.nights, ASKED)
        told = await asyncio.gather(*(gives(shared_url, choice) for choice in "AB"), lock(shelf))
        found = await shelf.nights.find("n1")

    receipts = [line.partition(" ") for each in told[:2] for line in each.splitlines()]
    assert len(receipts) == 400
    assert {why for _, _, why in receipts} <= {"in", "That question is closed."}
    taken = {f"discord {fan}" for fan, _, why in receipts if why == "in"}
    assert found
    assert found.head.phase == "locked"
    assert set(found.given["0"]) == taken
    assert len(taken) >= 80


async def lock(shelf) -> str:
    """As soon as about half of them are in."""
    async with asyncio.timeout(30):
        while (await shelf.nights.tally("n1", 0))["discord"].answered < 80:
            await asyncio.sleep(0.002)
    await on(shelf.nights, 1013.0)
    return ""


async def gives(url: str, choice: str) -> str:
    started = [sys.executable, "-c", GIVES, url, choice]
    ran = await asyncio.to_thread(
        subprocess.run, started, capture_output=True, text=True, check=True, timeout=60
    )
    return ran.stdout

"""An answer that stands in a channel is corrected under its readers when its rows are, once."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.channel import Destination, NotPosted, Post, Posted
from bot.crew import NotNow
from bot.equipped import equipped
from bot.posting.correcting_answers import CorrectingAnswers, RereadingAnswers, answers_kind
from bot.request import Place, Press, Request, User
from bot.standing_answers import FORGOTTEN_AFTER
from bot.store.jobs import LEASE
from bot.store.opening import open_shelf
from knowledge.book.opening import FILE
from knowledge.record_book import RecordBook
from tests.bot.recap.pocono import before_inspection
from tests.bot.store.board import Board
from tests.bot.store.posting_room import at_work

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.store.opening import Shelf

HERE = Destination("discord", "track", "racing")
RACING = Place("r1", "track", "racing")
ALOUD = replace(RACING, whispers=False)  # as a mention is answered
ANN = User("discord", "1", "Ann")
WHO_WON = "who won the 2022 M&M's Fan Appreciation 400"
HIS_WINS = "how many cup races did Chase Elliott win in 2022"
NOBODY_ELSE = "how many cup races did Kyle Larson win in 2021"


@pytest.fixture(scope="module")
def that_evening(book_home: Path, tmp_path_factory: pytest.TempPathFactory) -> RecordBook:
    home = tmp_path_factory.mktemp("evening")
    before_inspection(book_home, home)
    with closing(sqlite3.connect(home / FILE)) as records, records:
        records.execute(
            "update season_total set wins = wins - 1"
            " where driver = 'chase-elliott' and series = 'cup' and season = 2022"
        )
    return RecordBook.open(home)


@pytest.fixture(scope="module")
def corrected(book_home: Path, tmp_path_factory: pytest.TempPathFactory) -> RecordBook:
    """The book as it is, which took the correction in today."""
    home = tmp_path_factory.mktemp("corrected")
    shutil.copy(book_home / FILE, home / FILE)
    today = datetime.now(UTC).date().isoformat()
    with closing(sqlite3.connect(home / FILE)) as records, records:
        records.execute(
            "insert into revision select id, 'chase-elliott', 'finish', '3', '1', :today from race"
            " where series = 'cup' and season = 2022 and round = 21",
            {"today": today},
        )
        records.execute("update meta set value = 'corrected' where key = 'full_fingerprint'")
    return RecordBook.open(home)


class Street:
    """A channel where fans ask, and the answers stand that they were given."""

    def __init__(self, shelf: Shelf, board: Board) -> None:
        self.shelf, self.board = shelf, board

    async def ask(self, book: RecordBook, question: str, place: Place = ALOUD) -> Posted:
        """As an adapter does: the answer is given, and where it stands is told."""
        bot = equipped(book, self.shelf, {"discord": self.board})
        reply = await bot.handle(Request("ask", ANN, place, {"question": question}))
        at = await self.board.post(replace(HERE, community=place.community), Post(reply, "given"))
        await bot.stands(reply, at)
        return at

    async def correct(self, book: RecordBook, at: float | None = None) -> list[str]:
        """Somebody looks through all of them with this book; what was tried then."""
        await RereadingAnswers(self.shelf, book, lambda: at or time.time()).look()
        tried = []
        while job := await self.shelf.jobs.claim((answers_kind("discord"),)):
            await CorrectingAnswers(self.shelf, self.board, book)(job)
            await self.shelf.jobs.finish(job)
            tried.append(job.task.work["message"])
        return tried

    def shows(self, at: Posted) -> dict[str, object]:
        return self.board._read(HERE, at.message)


@pytest.fixture
async def street(url: str, tmp_path: Path) -> AsyncIterator[Street]:
    (tmp_path / "board").mkdir()
    async with open_shelf(url) as shelf:
        yield Street(shelf, Board(tmp_path / "board"))


async def test_only_answers_that_read_otherwise_are_corrected_and_each_once(
    street: Street, that_evening: RecordBook, corrected: RecordBook
) -> None:
    asked = [await street.ask(that_evening, each) for each in (WHO_WON, HIS_WINS, NOBODY_ELSE)]
    won, wins, others = asked
    before = street.shows(others)
    assert "Denny Hamlin" in str(street.shows(won)["title"])
    assert await street.correct(that_evening) == []

    async with at_work(street.shelf, street.board, corrected):
        async with asyncio.timeout(20):
            while not all(street.shows(each)["struck"] for each in (won, wins)):
                await asyncio.sleep(0.01)
            while await street.shelf.jobs.wait((answers_kind("discord"),)) is not None:
                await asyncio.sleep(0.01)
    told = street.shows(won)
    assert "Chase Elliott" in str(told["title"])
    assert "Denny Hamlin" in str(told["struck"])
    assert "2022-07-24 was corrected on " in str(told["words"])
    assert street.shows(others) == before
    assert await street.correct(corrected) == []
    kept = await street.shelf.answers.find(won)
    assert kept
    assert kept.title == told["title"]  # what the next correction strikes through

    bot = equipped(corrected, street.shelf, {"discord": street.board})
    key = next(iter(told["buttons"].values()))  # type: ignore[attr-defined]
    assert (await bot.press(Press(key, ANN, RACING))).title


async def test_whoever_is_killed_after_the_edit_edits_again_and_what_is_gone_is_left(
    street: Street, that_evening: RecordBook, corrected: RecordBook
) -> None:
    won = await street.ask(that_evening, WHO_WON)
    street.board.cuts = 1  # it is edited, and nobody hears of it
    with pytest.raises(NotNow):
        await street.correct(corrected)
    once = street.shows(won)
    assert once["struck"]
    street.shelf.jobs._clock = lambda: time.time() + LEASE
    assert await street.correct(corrected) == [won.message]
    assert street.shows(won) == once

    wins = await street.ask(that_evening, HIS_WINS)
    await street.board.remove(wins)
    assert await street.correct(corrected) == [wins.message]
    assert await street.correct(corrected) == []


async def test_what_nobody_else_reads_or_is_old_is_not_kept(
    street: Street, that_evening: RecordBook, corrected: RecordBook
) -> None:
    long = "list every cup race that Kyle Busch won"
    await street.ask(that_evening, long, RACING)  # so long that it is for the asker alone
    await street.ask(that_evening, WHO_WON, Place("d1", direct=True))
    assert await street.shelf.answers.of(ANN) == ()

    won = await street.ask(that_evening, WHO_WON)
    bot = equipped(that_evening, street.shelf, {"discord": street.board})
    shown = await bot.handle(Request("privacy", ANN, RACING))
    assert shown.title == "Of you I keep 1 question."
    street.shelf.answers._clock = lambda: time.time() + FORGOTTEN_AFTER + 1
    assert await street.shelf.answers.find(won) is None
    await street.shelf.answers.forget_old()
    street.shelf.answers._clock = time.time
    assert await street.shelf.answers.find(won) is None

    await street.ask(that_evening, WHO_WON)
    (delete,) = (await bot.handle(Request("privacy", ANN, RACING))).buttons
    assert (await bot.press(Press(delete.key, ANN, RACING))).title == "Deleted: 1 question."
    assert await street.correct(corrected) == []


async def test_a_race_run_since_is_no_correction_of_what_was_counted_before(
    street: Street, that_evening: RecordBook, corrected: RecordBook
) -> None:
    """Told when the records ended a week earlier: the count may only have gone on."""
    won, wins = [await street.ask(that_evening, each) for each in (WHO_WON, HIS_WINS)]
    for at in (won, wins):
        told = await street.shelf.answers.find(at)
        assert told is not None
        earlier = datetime.fromisoformat(told.reach) - timedelta(days=7)
        await street.shelf.answers.keep(replace(told, reach=earlier.date().isoformat()))
    assert await street.correct(corrected) == [won.message]


async def test_a_refusal_that_passes_is_waited_for(
    street: Street, that_evening: RecordBook, corrected: RecordBook
) -> None:
    won = await street.ask(that_evening, WHO_WON)
    street.board.refusals.append(NotPosted("Wait.", again_in=0.01))
    async with at_work(street.shelf, street.board, corrected):
        async with asyncio.timeout(20):
            while not street.shows(won)["struck"]:
                await asyncio.sleep(0.01)

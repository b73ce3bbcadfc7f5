"""A result that changes under a quiz night: its key is in doubt, told once, settled by the host."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.posting.doubts import doubts_kind
from bot.posting.rechecking import RECENT, Rechecking
from bot.preferences import DESK, Owner
from bot.quiz.choosing import as_question
from bot.quiz.daily import RULES, Day
from bot.quiz.night import Night
from bot.quiz.nights import Board as Shown
from bot.quiz.question import LETTERS, Question
from bot.quiz.rules import Rules
from bot.quiz.scoring import totals
from bot.quiz.steps import Doubted, Ended, Opened
from bot.request import Place, Press, Request, User
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from knowledge.trivia.trivia import Wish
from tests.bot.recap.pocono import before_anybody_knew
from tests.bot.store.board import Board
from tests.bot.store.posting_room import at_work
from tests.bot.store.quiz_room import RACING, answer, on, player

if TYPE_CHECKING:
    from pathlib import Path

    from bot.reply import Reply
    from bot.store.opening import Shelf

TRACK = Owner("discord", "community", "track")
PIT_WALL = Place("d1", "track", "pit wall")
ANN, BEN = (
    User("discord", "1", "Ann", may_moderate=True),
    User("discord", "9", "Ben", may_moderate=True),
)
FAN = User("discord", "2", "a fan")


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture(scope="module")
def at_the_flag(book_home: Path, tmp_path_factory: pytest.TempPathFactory) -> RecordBook:
    return before_anybody_knew(book_home, tmp_path_factory.mktemp("flag"))


@pytest.fixture(scope="module")
def pocono(at_the_flag: RecordBook) -> Question:
    """Who won it, by choices of which two will have been right."""
    (race,) = at_the_flag.races("2022 cup race 21")
    asked = (
        as_question(at_the_flag.trivia(Wish(race=race, kinds=("who won",)), 1, seed)[0], "choice")
        for seed in range(30)
    )
    found = next(each for each in asked if "Chase Elliott" in each.choices)
    assert found.answer == "Denny Hamlin"
    return found


@pytest.fixture
def board(tmp_path: Path) -> Board:
    (tmp_path / "board").mkdir()
    return Board(tmp_path / "board")


def letter(question: Question, name: str) -> str:
    return LETTERS[question.choices.index(name)]


async def played(
    shelf: Shelf, *questions: Question, key: str = "n1", style: str = "choice"
) -> None:
    """A night with its first question revealed: one gave Hamlin, and another Elliott."""
    at = time.time()
    rules = Rules(1, len(questions), style=style, moves="host")
    night = Night(key, "Cup night", rules, questions, "discord 1", "Ann", "track", "UTC")
    await shelf.nights.begin(night, (Shown(key, RACING, f"mark{key}", is_host=True),))
    for number in "23":
        await shelf.nights.enter(key, player(number, at=at))
    await on(shelf.nights, at, key)
    await on(shelf.nights, at, key)
    for number, name in (("2", "Denny Hamlin"), ("3", "Chase Elliott")):
        said = letter(questions[0], name) if style == "choice" else name
        await shelf.nights.give(key, answer(number, said, at))


async def press(shelf: Shelf, book: RecordBook, key: str, user: User = ANN) -> Reply:
    bot = Bot(book, kept=shelf.preferences, nights=shelf.nights, dailies=shelf.dailies)
    return await bot.press(Press(key, user, PIT_WALL))


def key_of(reply: Reply, label: str) -> str:
    return next(each.key for each in reply.buttons if each.label == label)


def told(reply: Reply) -> str:
    return " ".join((reply.title, *(getattr(block, "words", "") for block in reply.blocks)))


async def points(shelf: Shelf, key: str = "n1") -> dict[str, int]:
    night = await shelf.nights.find(key)
    assert night is not None
    return {side: each for side, each in totals(night).items() if each}


async def test_a_key_in_doubt_is_told_once_and_both_answers_count_when_its_host_says_so(
    url: str, board: Board, book: RecordBook, at_the_flag: RecordBook, pocono: Question
) -> None:
    async with open_shelf(url) as here, open_shelf(url) as there:
        await here.preferences.choose(TRACK, {DESK: "desk"})
        await played(here, pocono, replace(pocono, key="another one", until=""))
        await on(here.nights, time.time())
        await on(here.nights, time.time())
        assert await points(here) == {"discord 2": 10}
        await Rechecking(here, at_the_flag, time.time).look()
        assert await here.jobs.wait((doubts_kind("discord"),)) is None

        async with at_work(here, board, book), at_work(there, board, book):
            async with asyncio.timeout(20):
                while not board.messages("desk"):
                    await asyncio.sleep(0.01)
        await Rechecking(there, book, time.time).look()
        assert await here.jobs.wait((doubts_kind("discord"),)) is None

        (notice,) = board.messages("desk")
        assert notice["title"].startswith("The rows contradict 1 key of Cup night of ")
        assert "Question 1 of 2: In the Cup Series" in str(notice)
        assert f"{letter(pocono, 'Denny Hamlin')} · Denny Hamlin." in str(notice)
        assert "By the rows now: Chase Elliott." in str(notice)
        see = notice["buttons"]["See what the rows say"]
        assert "Take over" in str((await press(here, book, see, BEN)).buttons)

        seen = await press(here, book, see)
        assert not seen.in_place  # else everybody would read it in the post's place
        after = await press(there, book, key_of(seen, "Count both answers"))
        assert "No key is in doubt." in told(after)
        assert await points(here) == {"discord 2": 10, "discord 3": 10}
        log = await press(here, book, key_of(after, "Log"))
        assert "the rows were corrected" in str(log.blocks)
        await Rechecking(there, book, time.time).look()
        assert "No key is in doubt." in told(await press(here, book, see))


async def test_typed_answers_are_marked_by_the_corrected_key_and_a_question_can_be_void(
    url: str, book: RecordBook, pocono: Question
) -> None:
    typed = replace(pocono, kind="typed", choices=(), accepted=("Denny Hamlin",))
    async with open_shelf(url) as shelf:
        for key in ("n1", "n2"):
            await played(shelf, typed, key=key, style="typed")
            panel = await press(shelf, book, f"host:show:{key}")
            for label in ("Lock", "Reveal"):
                panel = await press(shelf, book, key_of(panel, label))
        await Rechecking(shelf, book, time.time).look()
        for key, how in (("n1", "Count both answers"), ("n2", "Void the question")):
            seen = await press(shelf, book, f"host:doubts:{key}")
            await press(shelf, book, key_of(seen, how))
        assert await points(shelf, "n1") == {"discord 2": 10, "discord 3": 10}
        assert await points(shelf, "n2") == {}


async def test_a_daily_question_is_settled_by_moderators_and_what_is_over_stays_as_it_is(
    url: str, board: Board, book: RecordBook, pocono: Question
) -> None:
    now = time.time()
    async with open_shelf(url) as shelf:
        for key in ("d1", "d2"):
            night = Night(key, "Daily question", RULES, (pocono,), "discord ", zone="UTC")
            await shelf.nights.begin(night, ())
            await shelf.nights.take(key, lambda _: Opened(at=now, until=now + 9999))
            await shelf.dailies.begin(RACING, Day(date(2026, 1, 3 - int(key[1])), key, pocono.key))
        await shelf.nights.take("d2", lambda _: Ended(at=now))
        doubted = Doubted(at=now, number=0, right=("Chase Elliott",))
        await shelf.nights.take("d1", lambda _: doubted)  # and whoever noted it was killed
        await Rechecking(shelf, book, time.time).look()

        notices = [await shelf.jobs.claim((doubts_kind("discord"),)) for _ in range(3)]
        assert {each.task.work["night"] for each in notices if each} == {"d1", "d2"}
        refused = await press(shelf, book, "host:settle 0 void:d1", FAN)
        assert "hosted by" in told(refused)
        bot = Bot(book, kept=shelf.preferences, nights=shelf.nights, dailies=shelf.dailies)
        here = Request("quiz", BEN, replace(PIT_WALL, channel="racing"), {"what": "daily"})
        in_doubt = key_of(await bot.handle(here), "Key in doubt")
        seen = await press(shelf, book, in_doubt, BEN)
        await press(shelf, book, key_of(seen, "Count both answers"), BEN)
        (question,) = (await shelf.nights.find("d1")).questions  # type: ignore[union-attr]
        assert set(question.accepted) == {
            letter(pocono, name) for name in ("Denny Hamlin", "Chase Elliott")
        }

        over = await press(shelf, book, "host:noticed:d2", BEN)
        assert "It is over: its points stay as they are." in told(over)
        assert over.buttons == ()
        late = await press(shelf, book, "host:settle 0 void:d2", BEN)
        assert late.title == "That night is over; its points stay as they are."
        later = Rechecking(shelf, book, lambda: now + RECENT + 60)
        await shelf.nights.take("d2", lambda _: replace(doubted, stands=False))
        await later.look()
        assert (await shelf.nights.find("d2")).doubts == {}  # type: ignore[union-attr]


async def test_a_pack_is_taken_to_the_doctor_again_where_he_found_it_sound(
    url: str, book: RecordBook
) -> None:
    asked = Question(
        "pack", "choice", "Who won the 2022 M&M's Fan Appreciation 400 at Pocono?", "Denny Hamlin",
        ("A",), ("Denny Hamlin", "Chase Elliott"), source="Ours", sound=True,
    )  # fmt: skip
    async with open_shelf(url) as shelf:
        await played(shelf, replace(asked, key="b", sound=False), asked)
        await Rechecking(shelf, book, time.time).look()
        night = await shelf.nights.find("n1")
        assert night is not None
        assert {n: each.right for n, each in night.doubts.items()} == {1: ("Chase Elliott",)}

        seen = await press(shelf, book, "host:doubts:n1")
        await press(shelf, book, key_of(seen, "Count what the rows say"))
        _, corrected = (await shelf.nights.find("n1")).questions  # type: ignore[union-attr]
        assert corrected.accepted == ("B",)  # nobody could give the other before

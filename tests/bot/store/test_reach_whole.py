"""Daytona 2025, trucks: told that night, inspected by Monday, and all that came of it follows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.channel import Destination, Post
from bot.crew import NotNow
from bot.posting.correcting_answers import CorrectingAnswers, RereadingAnswers, answers_kind
from bot.posting.drafting import Drafting
from bot.posting.rechecking import Rechecking
from bot.preferences import DRAFTS, Owner
from bot.quiz.choosing import as_question
from bot.quiz.night import Night
from bot.quiz.nights import Board as Shown
from bot.quiz.rules import Rules
from bot.recap.drawing_up import recap_of
from bot.request import Place, Request, User
from bot.store.opening import open_shelf
from knowledge.book.opening import open_book
from knowledge.sources.fetching.archive import Archive
from knowledge.trivia.trivia import Wish
from tests.bot.store.board import Board
from tests.knowledge.sources.feed_writer import FeedWriter, from_our_tables, on_the_road
from tests.knowledge.sources.garage import Garage
from tests.knowledge.sources.season_before import make_season_before

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store.opening import Shelf
    from knowledge.record_book import RecordBook

HERE = Destination("discord", "track", "racing")
ALOUD = Place("r1", "track", "racing", whispers=False)
ANN = User("discord", "1", "Ann", may_moderate=True)
THAT_NIGHT, MONDAY = date(2025, 2, 14), date(2025, 2, 17)
WHO_WON = "who won the truck race at Daytona in 2025"


@pytest.fixture
def garage(tmp_path: Path) -> Garage:
    home, data = tmp_path / "home", make_season_before(tmp_path / "data")
    open_book(home, data).close()
    return Garage(home, data, FeedWriter(Archive(home)))


class Weekend:
    """A process that goes over from book to book, on the days that the story says."""

    def __init__(self, shelf: Shelf, board: Board, book: RecordBook) -> None:
        self.shelf, self.board, self.book = shelf, board, book
        self.now = datetime(2025, 2, 15, 4, tzinfo=UTC).timestamp()
        shelf.answers._clock = shelf.nights._clock = lambda: self.now

    async def look(self) -> None:
        """What a review of a new book does."""
        for each in (Drafting, RereadingAnswers, Rechecking):
            looks = each(self.shelf, self.book, lambda: self.now)
            await (looks.begin_all() if isinstance(looks, Drafting) else looks.look())

    async def ask(self, question: str) -> str:
        kept = {"cards": self.shelf.cards, "answers": self.shelf.answers}
        bot = Bot(self.book, lambda: self.now, **kept)
        reply = await bot.handle(Request("ask", ANN, ALOUD, {"question": question}))
        posted = await self.board.post(HERE, Post(reply, "given"))
        await bot.stands(reply, posted)
        return reply.title

    async def open_night(self) -> None:
        (race,) = self.book.races("2025 truck race 1")
        (drawn,) = self.book.trivia(Wish(race=race, kinds=("who won",)), 1, 0)
        asked = as_question(drawn, "choice")
        assert asked.answer == "Parker Kligerman"
        night = Night("n1", "Truck night", Rules(1, 1), (asked,), "discord 1")
        await self.shelf.nights.begin(night, (Shown("n1", HERE, "mark", is_host=True),))


async def test_all_that_was_told_of_a_race_follows_its_inspection(
    url: str, tmp_path: Path, garage: Garage
) -> None:
    (daytona,) = from_our_tables("2025", "truck", {1})
    garage.run(on_the_road(daytona))
    garage.take_in(THAT_NIGHT)
    book, behind = garage.open(), garage.open()
    (tmp_path / "board").mkdir()
    async with open_shelf(url) as shelf:
        weekend = Weekend(shelf, Board(tmp_path / "board"), book)
        await shelf.preferences.choose(Owner("discord", "community", "track"), {DRAFTS: "Truck"})
        await weekend.look()
        (draft,) = await shelf.drafts.recent("discord", "track", 9)
        assert "Parker Kligerman wins" in recap_of(draft, book).headline
        assert (await weekend.ask(WHO_WON)).startswith("Parker Kligerman won")
        await weekend.open_night()
        weekend.now += 36 * 3600
        await weekend.look()
        assert await shelf.jobs.wait((answers_kind("discord"), "doubts discord")) is None

        garage.run(daytona)
        garage.take_in(MONDAY)
        assert book.renew()
        weekend.now += 24 * 3600
        await weekend.look()

        job = await shelf.jobs.claim((answers_kind("discord"),))
        assert job is not None
        with pytest.raises(NotNow, match="another record book"):  # who has not gone over yet
            await CorrectingAnswers(shelf, weekend.board, behind)(job)
        await CorrectingAnswers(shelf, weekend.board, book)(job)
        (told,) = weekend.board.messages("racing")
        assert told["title"].startswith("Corey Heim won")
        (struck,) = told["struck"]
        assert struck.startswith("Parker Kligerman won")
        assert "of 2025-02-14 was corrected on 2025-02-17." in str(told["words"])

        night = await shelf.nights.find("n1")
        assert night is not None
        doubt = night.doubts[0]
        assert doubt.right == ("Corey Heim",)
        assert "was corrected on 2025-02-17" in doubt.why[0]
        assert await shelf.jobs.claim(("doubts discord",))
        assert await shelf.drafts.recent("discord", "track", 9) == (draft,)
        assert "Corey Heim wins" in recap_of(draft, book).headline

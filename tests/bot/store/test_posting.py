"""Recaps get into their channels once, and stay as moderators want them."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.channel import NotPosted
from bot.preferences import Owner
from bot.recap.covering import cover
from bot.recap.draft import OFFICIAL
from bot.recap.drawing_up import recap_of
from bot.store.backup import restore_backup, write_backup
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.recap.pocono import before_inspection
from tests.bot.store.board import Board
from tests.bot.store.posting_room import (
    ANN,
    DRAFT,
    PADDOCK,
    RACING,
    SHOP,
    at_work,
    postings,
    quiet,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.channel import Destination, Post, Posted
    from bot.posting.postings import StoredPostings
    from bot.recap.draft import Draft
    from bot.store.opening import Shelf

WINNER = "Chase Elliott"


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
def board(tmp_path: Path) -> Board:
    folder = tmp_path / "board"
    folder.mkdir()
    return Board(folder)


class Room:
    """A store, a board, and the moderators' side of posting."""

    def __init__(self, shelf: Shelf, board: Board, book: RecordBook, desk: StoredPostings) -> None:
        self.shelf, self.board, self.book, self.desk = shelf, board, book, desk

    async def states(self, draft: Draft = DRAFT) -> list[tuple[str, str, str]]:
        states = await self.desk.states(draft)
        return [(each.target.name, each.state, each.why) for each in states]

    async def until(self, *states: str) -> None:
        async with asyncio.timeout(20):
            while tuple(state for _, state, _ in await self.states()) != states:
                await asyncio.sleep(0.01)

    async def work(self) -> None:
        """Somebody does what is due, until nothing is lacking."""
        async with at_work(self.shelf, self.board, self.book):
            await quiet(self.shelf)


@asynccontextmanager
async def room(url: str, board: Board, book: RecordBook) -> AsyncIterator[Room]:
    async with open_shelf(url) as shelf:
        yield Room(shelf, board, book, postings(shelf, book))


async def test_a_recap_is_posted_once_however_often_it_is_sent(
    url: str, board: Board, book: RecordBook
) -> None:
    async with room(url, board, book) as here:
        await asyncio.gather(*(here.desk.send(DRAFT, ANN) for _ in range(5)))
        await here.work()
        await here.desk.send(DRAFT, ANN)
        await here.work()

        assert await here.states() == [("#racing", "posted", "")]
        (message,) = board.messages("racing")
        assert WINNER in message["title"]
        assert message["roles"] == ["fans"]
        assert message["words"][0] == "UNOFFICIAL · inspection pending"
        assert len(board.log) == 1


async def test_two_processes_that_send_and_work_at_once_post_once(
    shared_url: str, board: Board, book: RecordBook
) -> None:
    draft = replace(DRAFT, targets=(RACING, PADDOCK))
    async with room(shared_url, board, book) as here, room(shared_url, board, book) as there:
        async with at_work(here.shelf, board, book), at_work(there.shelf, board, book):
            await asyncio.gather(*(each.desk.send(draft, ANN) for each in (here, there) * 3))
            await here.until("posted", "posted")

        assert len(board.messages("racing")) == len(board.messages("paddock")) == 1
        assert len(board.log) == 2


async def test_each_platform_is_served_by_its_own_crew(
    url: str, board: Board, book: RecordBook, tmp_path: Path
) -> None:
    slack = Board(tmp_path / "slack")
    slack.folder.mkdir()
    async with room(url, board, book) as here:
        await here.desk.send(replace(DRAFT, targets=(RACING, SHOP)), ANN)
        async with at_work(here.shelf, board, book):
            await here.until("posted", "waiting")
        async with at_work(here.shelf, slack, book, "slack"):
            await here.until("posted", "posted")

        assert len(board.messages("racing")) == len(slack.messages("shop")) == 1
        assert slack.messages("shop")[0]["roles"] == []  # a role of the other community's


async def test_a_refusal_that_passes_is_tried_again_and_told_meanwhile(
    url: str, board: Board, book: RecordBook
) -> None:
    board.refusals.append(NotPosted("Discord asks us to wait.", again_in=0.3))
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        async with at_work(here.shelf, board, book):
            async with asyncio.timeout(10):
                while await here.states() != [("#racing", "waiting", "Discord asks us to wait.")]:
                    await asyncio.sleep(0.01)
            await here.until("posted")

        assert len(board.messages("racing")) == 1


async def test_what_was_cut_after_it_was_stored_is_found_and_not_posted_twice(
    url: str, board: Board, book: RecordBook
) -> None:
    board.cuts = 1
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.work()

        assert len(board.messages("racing")) == 1
        assert [line.partition(" ")[0] for line in board.log] == ["post", "post", "replace"]


async def test_a_refusal_for_good_is_told_and_the_recap_can_be_sent_again(
    url: str, board: Board, book: RecordBook
) -> None:
    board.refusals.append(NotPosted("I may not post in #racing."))
    draft = replace(DRAFT, targets=(RACING, PADDOCK))
    async with room(url, board, book) as here:
        await here.desk.send(replace(draft, targets=(RACING,)), ANN)
        await here.work()
        assert await here.states() == [("#racing", "failed", "I may not post in #racing.")]

        await here.desk.send(draft, ANN)
        await here.work()
        assert {state for _, state, _ in await here.states()} == {"posted"}
        assert len(board.messages("racing")) == len(board.messages("paddock")) == 1
        assert not any("again" in line for line in board.log)


async def test_a_refusal_after_an_attempt_that_nobody_knows_of_is_looked_into_later(
    url: str, board: Board, book: RecordBook
) -> None:
    board.cuts = 1
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        async with at_work(here.shelf, board, book):
            async with asyncio.timeout(10):
                while not board.log:
                    await asyncio.sleep(0)
            board.refusals.append(NotPosted("I may not read #racing."))
            await here.until("failed")
        await here.desk.send(DRAFT, ANN)
        await here.work()

        assert len(board.messages("racing")) == 1


async def test_a_title_whose_thread_was_refused_is_not_posted_twice(
    url: str, board: Board, book: RecordBook
) -> None:
    class NoThreads(Board):
        async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
            await super().post(to, post, again=again)
            raise NotPosted("I may not begin threads in #racing.")

    draft = replace(DRAFT, targets=(replace(RACING, spoilers="thread"),))
    async with room(url, NoThreads(board.folder), book) as here:
        await here.desk.send(draft, ANN)
        await here.work()
        assert await here.states() == [("#racing", "failed", "I may not begin threads in #racing.")]

    async with room(url, board, book) as here:
        await here.desk.send(draft, ANN)
        await here.work()
        assert await here.states() == [("#racing", "posted", "")]
        assert len(board.messages("racing")) == 1


async def test_an_edit_is_shown_in_every_channel_and_mentions_nobody(
    url: str, board: Board, book: RecordBook
) -> None:
    draft = replace(DRAFT, targets=(RACING, PADDOCK))
    async with room(url, board, book) as here:
        await here.desk.send(draft, ANN)
        await here.work()
        edits = replace(draft.edits, intro="What a day at Pocono.")
        await here.desk.update(replace(draft, edits=edits, version=2), ANN)
        assert {why for _, _, why in await here.states()} == {
            "The latest edit is on its way there."
        }
        await here.work()

        for channel in ("racing", "paddock"):
            (message,) = board.messages(channel)
            assert "What a day at Pocono." in message["words"]
            assert message["roles"] == ["fans"]  # as it was posted


async def test_an_edit_while_it_is_being_posted_is_shown_at_last(
    url: str, board: Board, book: RecordBook
) -> None:
    class Slow(Board):
        """Somebody edits the recap just when it is in the channel."""

        async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
            posted = await super().post(to, post, again=again)
            edits = replace(DRAFT.edits, intro="Edited meanwhile.")
            await here.desk.update(replace(DRAFT, edits=edits, version=2), ANN)
            return posted

    slow = Slow(board.folder)
    async with room(url, slow, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.work()

        (message,) = board.messages("racing")
        assert "Edited meanwhile." in message["words"]
        assert [line.partition(" ")[0] for line in board.log] == ["post", "replace"]


async def test_a_message_that_somebody_deleted_is_reported_and_not_posted_anew(
    url: str, board: Board, book: RecordBook
) -> None:
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.work()
        for file in board.folder.glob("racing *"):
            file.unlink()
        await here.desk.update(replace(DRAFT, version=2), ANN)
        await here.work()
        assert await here.states() == [("#racing", "failed", "The message is gone.")]
        assert board.messages("racing") == []

        await here.desk.undo(DRAFT, ANN)
        await here.work()
        await here.desk.send(replace(DRAFT, version=3), ANN)
        await here.work()
        assert len(board.messages("racing")) == 1


async def test_what_was_undone_is_gone_and_can_be_posted_again(
    url: str, board: Board, book: RecordBook
) -> None:
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.work()
        await here.desk.undo(DRAFT, ANN)
        assert await here.states() == [("#racing", "posted", "It is being taken back.")]
        await here.work()
        assert await here.states() == [("#racing", "removed", "")]
        assert board.messages("racing") == []

        await here.desk.send(DRAFT, ANN)
        await here.work()
        assert await here.states() == [("#racing", "posted", "")]
        assert len(board.messages("racing")) == 1


async def test_what_was_undone_while_it_waited_is_never_posted(
    url: str, board: Board, book: RecordBook
) -> None:
    async with room(url, board, book) as here:
        await here.desk.send(replace(DRAFT, when="9000000000"), ANN)
        ((_, state, why),) = await here.states()
        assert state == "waiting"
        assert why.startswith("It waits until March 14, 2255, ")

        await here.desk.undo(DRAFT, ANN)
        await here.work()

        assert await here.states() == [("#racing", "removed", "")]
        assert board.log == []


async def test_undone_while_nobody_knows_whether_it_is_there_it_is_gone_and_told_nobody(
    url: str, board: Board, book: RecordBook
) -> None:
    for cut in (0, 1):
        draft = replace(DRAFT, id=f"r{cut}")
        board.cuts = cut
        async with room(url, board, book) as here:
            await here.desk.send(draft, ANN)
            job = await here.shelf.jobs.claim(["recap discord"], seconds=0.0)
            assert job
            if cut:
                (copy,) = await here.shelf.recap_posts.of(draft.id)
                post = cover(recap_of(draft, book), RACING, draft, copy.mark)
                with pytest.raises(NotPosted):
                    await board.post(copy.target.to, post)

            await here.desk.undo(draft, ANN)
            async with at_work(here.shelf, board, book):
                await quiet(here.shelf, draft.id)

            assert [each.state for each in await here.desk.states(draft)] == ["removed"]
            assert board.messages("racing") == []


async def test_a_channel_that_is_taken_off_the_list_while_it_waits_gets_nothing(
    url: str, board: Board, book: RecordBook
) -> None:
    later = replace(DRAFT, targets=(RACING, PADDOCK), when="9000000000")
    async with room(url, board, book) as here:
        await here.desk.send(later, ANN)
        await here.desk.send(replace(DRAFT, version=2, targets=(PADDOCK,)), ANN)
        await here.work()

        assert board.messages("racing") == []
        assert len(board.messages("paddock")) == 1


async def test_it_waits_until_it_is_official_and_then_is_published_once(
    url: str, board: Board, book: RecordBook
) -> None:
    waiting = replace(DRAFT, when=OFFICIAL)
    async with room(url, board, book) as here:
        await here.desk.send(waiting, ANN)
        async with at_work(here.shelf, board, book):
            assert await here.states() == [
                ("#racing", "waiting", "It waits until the result is official.")
            ]
            official = replace(waiting, official=True, version=2)
            await here.desk.update(official, ANN)
            await quiet(here.shelf)
        await here.desk.update(replace(official, version=3), ANN)
        await here.work()

        (message,) = board.messages("racing")
        assert message["published"]
        assert not any("UNOFFICIAL" in words for words in message["words"])
        assert sum(line.startswith("publish") for line in board.log) == 1


async def test_unofficial_becomes_official_in_its_place(
    url: str, board: Board, book: RecordBook
) -> None:
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.work()
        assert not board.messages("racing")[0]["published"]
        await here.desk.update(replace(DRAFT, official=True, version=2), ANN)
        await here.work()

        (message,) = board.messages("racing")
        assert not any("UNOFFICIAL" in words for words in message["words"])
        assert message["published"]


async def test_a_publication_that_is_refused_leaves_the_post_and_says_why(
    url: str, board: Board, book: RecordBook
) -> None:
    async with room(url, board, book) as here:
        board.refused = "publish"
        board.refusals.extend([NotPosted("Wait.", again_in=0.01), NotPosted("Not allowed.")])
        await here.desk.send(replace(DRAFT, official=True), ANN)
        await here.work()

        assert len(board.messages("racing")) == 1
        ((_, state, why),) = await here.states()
        assert (state, why) == ("posted", "Not allowed.")


async def test_a_delayed_channel_waits_for_hours_after_the_day_of_the_race(
    url: str, board: Board, book: RecordBook
) -> None:
    delayed = replace(DRAFT, targets=(replace(RACING, spoilers="delayed 24"),))
    sunday_noon = 1658678400.0  # July 24, 2022, the day of the race
    async with open_shelf(url) as shelf:
        where = Owner("discord", "community", "track")
        await shelf.preferences.choose(where, {"zone": "Europe/London"})
        await postings(shelf, book, lambda: sunday_noon).send(delayed, ANN)
        (told,) = await postings(shelf, book).states(delayed)

        assert told.why == (
            "It waits until July 26, 2022, 00:00 in London: 24 hours after the end of the day of"
            " the race, as the records do not hold the hour of the finish."
        )
        (copy,) = await shelf.recap_posts.of(DRAFT.id)
        assert await shelf.jobs.state("recap discord", f"{copy.mark} 1") == ("open", "")


async def test_a_figure_that_the_rows_contradict_is_not_posted_unless_anyway(
    url: str, board: Board, book: RecordBook
) -> None:
    edits = replace(DRAFT.edits, texts=(("race", "There were 40 cautions."),))
    async with room(url, board, book) as here:
        await here.desk.send(replace(DRAFT, edits=edits), ANN)
        await here.work()
        ((_, state, why),) = await here.states()
        assert state == "failed"
        assert why.startswith("The rows have changed since it was signed:")

        await here.desk.send(replace(DRAFT, edits=edits, anyway=True, version=2), ANN)
        await here.work()
        (message,) = board.messages("racing")
        assert "There were 40 cautions." in message["words"]
        assert "moderator's figure" in message["footer"]


@pytest.mark.parametrize("posted_since", [False, True])
async def test_a_restored_backup_neither_posts_again_nor_loses(
    url: str, board: Board, book: RecordBook, tmp_path: Path, posted_since: bool
) -> None:
    backup = tmp_path / "backup"
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await write_backup(url, backup)
        if posted_since:
            await here.work()
    await restore_backup(url, backup, force=True)

    async with room(url, board, book) as here:
        await here.work()

        assert len(board.messages("racing")) == 1
        assert await here.states() == [("#racing", "posted", "")]


async def test_the_posts_of_a_backup_are_edited_and_undone_after_it_is_restored(
    url: str, board: Board, book: RecordBook, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.work()
        await write_backup(url, backup)
    await restore_backup(url, backup, force=True)

    async with room(url, board, book) as here:
        await here.work()
        await here.desk.update(replace(DRAFT, official=True, version=2), ANN)
        await here.work()
        assert board.messages("racing")[0]["published"]
        await here.desk.undo(DRAFT, ANN)
        await here.work()
        assert board.messages("racing") == []


async def test_an_edit_that_comes_too_late_does_not_take_the_place_of_a_later_one(
    url: str, board: Board, book: RecordBook
) -> None:
    def saying(words: str, version: int) -> Draft:
        return replace(DRAFT, edits=replace(DRAFT.edits, intro=words), version=version)

    async with room(url, board, book) as here:
        await here.desk.send(DRAFT, ANN)
        await here.desk.update(saying("The third version.", 3), ANN)
        await here.desk.update(saying("The second version.", 2), ANN)
        await here.work()

        assert "The third version." in board.messages("racing")[0]["words"]


async def test_a_bug_is_told_to_the_moderators_and_the_recap_can_be_sent_again(
    url: str, board: Board, book: RecordBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(Board):
        async def publish(self, posted: Posted) -> bool:
            raise ZeroDivisionError

    monkeypatch.setattr("bot.crew.MOST_ATTEMPTS", 1)
    official = replace(DRAFT, official=True)
    async with room(url, Broken(board.folder), book) as here:
        await here.desk.send(official, ANN)
        async with at_work(here.shelf, here.board, book):
            await here.until("failed")
        ((_, _, why),) = await here.states()
        assert why == "Something went wrong on my side, and whoever runs me finds it in the log."

    async with room(url, board, book) as here:
        await here.desk.update(replace(official, version=2), ANN)
        await here.work()
        assert await here.states() == [("#racing", "posted", "")]
        assert board.messages("racing")[0]["published"]


async def test_a_result_that_changed_is_proposed_and_corrected_in_every_channel(
    url: str, board: Board, book: RecordBook, book_home: Path, tmp_path: Path
) -> None:
    that_evening = before_inspection(book_home, tmp_path)
    draft = replace(DRAFT, targets=(RACING, replace(PADDOCK, spoilers="tagged")))
    async with room(url, board, that_evening) as here:
        await here.desk.send(draft, ANN)
        await here.work()
        assert board.messages("racing")[0]["title"].startswith("Denny Hamlin wins")
        assert await here.desk.proposal(draft) is None

    async with room(url, board, book) as here:
        proposal = await here.desk.proposal(draft)
        assert proposal
        accepted = replace(proposal.draft, edits=proposal.accepted, version=2)
        await here.desk.update(accepted, ANN)
        await here.work()

        for channel in ("racing", "paddock"):
            (message,) = board.messages(channel)
            assert message["struck"][0].startswith("Denny Hamlin wins")
        assert board.messages("racing")[0]["title"].startswith("Chase Elliott wins")
        assert await here.desk.proposal(accepted) is None

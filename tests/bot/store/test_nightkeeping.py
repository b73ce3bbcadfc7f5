"""A quiz night in its channels: by the clock, shown once, lost and found, asleep and awake."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.channel import NotPosted
from bot.nightkeeping.reminding import Reminding
from bot.quiz.board import board as standings
from bot.quiz.given import Head
from bot.quiz.steps import Ended, Moved, Paused, Resumed, Ruled, Unlinked
from bot.quizmaster.panel import show_panel
from bot.store.opening import open_shelf
from tests.bot.store.board import Board
from tests.bot.store.quiz_hall import HallWatch, kept, until
from tests.bot.store.quiz_room import BOARD, LINKED, answer, night, on, player, question

if TYPE_CHECKING:
    from pathlib import Path

    from bot.quiz.night import Night
    from bot.store.opening import Shelf

TYPED = (question(0, kind="typed", accepted=("heim",), choices=()), question(1))


@pytest.fixture
def board(tmp_path: Path) -> Board:
    folder = tmp_path / "board"
    folder.mkdir()
    return Board(folder)


async def begin(shelf: Shelf, watch: HallWatch, *boards: object, players: int = 2) -> None:
    shelf.nights._clock = watch.now
    await shelf.nights.begin(night("n1", None, *TYPED), boards or (BOARD,))  # type: ignore[arg-type]
    for number in range(players):
        await shelf.nights.enter("n1", player(str(number + 1)))


async def plan(shelf: Shelf, watch: HallWatch, starts: float) -> None:
    """A night that begins by itself."""
    shelf.nights._clock = shelf.jobs._clock = watch.now
    planned = replace(night("n1", None, *TYPED), head=Head(until=starts), zone="UTC")
    await shelf.nights.begin(planned, (BOARD,))


def title(board: Board, channel: str = "racing") -> str:
    return " and ".join(each["title"] for each in board.messages(channel))


async def shows(board: Board, words: str, channel: str = "racing") -> None:
    await until(lambda: title(board, channel) == words)


async def is_done(shelf: Shelf, kind: str, mark: str) -> None:
    async with asyncio.timeout(20):
        while await shelf.jobs.state(kind, mark) != ("done", ""):
            await asyncio.sleep(0.005)


async def phase(shelf: Shelf, name: str) -> Night:
    async with asyncio.timeout(20):
        while (found := await shelf.nights.find("n1")) is None or found.head.phase != name:
            await asyncio.sleep(0.005)
    return found


async def test_a_planned_night_is_called_to_mind_once_in_each_channel(
    url: str, board: Board
) -> None:
    watch, starts = HallWatch(), 1000.0 + 3000.0
    async with open_shelf(url) as shelf:
        await plan(shelf, watch, starts)
        await shelf.nights.keep_board(LINKED)
        remind = Reminding(shelf.nights, board, watch)
        assert await shelf.jobs.claim(["reminder discord"]) is None  # an hour before is past
        watch.set(starts - 299.0)

        job = await shelf.jobs.claim(["reminder discord"])
        assert job
        await remind(job)
        await remind(replace(job, attempt=2))

        (posted,) = board.messages("racing")
        assert posted["title"] == "Truck night begins in five minutes."
        assert posted["facts"] == {"Begins": "Thursday, January 1, 1:06 AM UTC"}
        other = await shelf.jobs.claim(["reminder slack"])
        assert other
        watch.set(starts - 100.0)
        await remind(other)
        assert board.messages("shop") == []


async def test_a_night_that_was_called_off_is_called_to_mind_no_more(
    url: str, board: Board
) -> None:
    watch, starts = HallWatch(), 1000.0 + 600.0
    async with open_shelf(url) as shelf:
        await plan(shelf, watch, starts)
        await shelf.nights.take("n1", lambda _: Ended(at=1001.0))
        watch.set(starts - 300.0)
        job = await shelf.jobs.claim(["reminder discord"])
        assert job

        await Reminding(shelf.nights, board, watch)(job)

        assert board.messages("racing") == []


async def test_reminders_follow_a_night_that_is_moved_there_and_back(
    url: str, board: Board
) -> None:
    watch, starts, later = HallWatch(), 1000.0 + 600.0, 1000.0 + 4000.0
    async with open_shelf(url) as shelf:
        await plan(shelf, watch, starts)
        remind = Reminding(shelf.nights, board, watch)

        async def reminded_at(moment: float) -> int:
            watch.set(moment)
            while job := await shelf.jobs.claim(["reminder discord"]):
                await remind(job)
                await shelf.jobs.finish(job)
            return len(board.messages("racing"))

        await shelf.nights.take("n1", lambda _: Moved(at=1001.0, until=later))
        assert await reminded_at(starts - 299.0) == 0
        assert await reminded_at(later - 3599.0) == 1
        await shelf.nights.take("n1", lambda _: Moved(at=1402.0, until=later + 60.0))
        await shelf.nights.take("n1", lambda _: Moved(at=1403.0, until=later))
        assert await reminded_at(later - 299.0) == 2
        assert await reminded_at(later + 60.0 - 299.0) == 2


async def test_a_planned_night_is_among_the_events_of_its_communities_and_moves_with_it(
    url: str, board: Board
) -> None:
    watch, starts = HallWatch(), 1000.0 + 600.0
    board.refused = "list_occasion"
    async with open_shelf(url) as shelf:
        await plan(shelf, watch, starts)
        async with kept(shelf, board, watch):
            await until(lambda: board.events("track") == ["planned Truck night 1600"])
            board.refusals.append(NotPosted("That takes the permission Create Events."))
            await shelf.nights.take("n1", lambda _: Moved(at=1001.0, until=starts + 60.0))
            async with asyncio.timeout(20):
                while (noted := await shelf.nights.find("n1")) and not noted.unlisted:
                    await asyncio.sleep(0.005)
            assert noted
            assert "takes the permission" in repr(show_panel(noted, {}, BOARD.to, 1001.0).blocks)
            await shelf.nights.take("n1", lambda _: Moved(at=1002.0, until=starts + 90.0))
            await until(lambda: board.events("track") == ["planned Truck night 1690"])
            await shelf.nights.enter("n1", player("1"))
            await on(shelf.nights, 1003.0)
            await until(lambda: board.events("track") == ["on  0"])
            after = await shelf.nights.take("n1", lambda _: Ended(at=1004.0))
            await until(lambda: board.events("track") == ["gone  0"])
    assert after
    assert not after.unlisted  # type: ignore[union-attr]


async def test_a_night_to_come_whose_channel_was_lost_keeps_its_time(url: str) -> None:
    watch, starts = HallWatch(), 1000.0 + 600.0
    async with open_shelf(url) as shelf:
        await plan(shelf, watch, starts)
        await shelf.nights.take("n1", lambda _: Paused(at=1100.0, why="The channel is gone."))
        after = await shelf.nights.take("n1", lambda _: Resumed(at=1300.0, who="discord 1"))

    assert after
    assert (after.head.phase, after.head.until) == ("gathering", starts)  # type: ignore[union-attr]


async def test_a_whole_night_goes_by_the_clock_on_two_boards(url: str, board: Board) -> None:
    watch = HallWatch(keepers=2)
    async with open_shelf(url) as shelf:
        await begin(shelf, watch, BOARD, LINKED)
        async with kept(shelf, board, watch), kept(shelf, board, watch, "slack"):
            await shows(board, "gathering -1")
            await on(shelf.nights, 1000.0)
            await watch.go(1001.0)
            await shows(board, "round -1")
            await watch.go(1012.0)
            await shows(board, "asking 0")
            await shelf.nights.give("n1", answer("1", " HEIM", 1013.0))
            await watch.go(1016.0)
            await until(lambda: "discord: 1 of 2" in board.messages("racing")[0]["words"][0])
            await watch.go(1022.0)
            await until(lambda: "20 s left" in board.messages("shop")[0]["words"][0])
            await watch.go(1043.0)  # the grace for what is on its way
            assert title(board) == "asking 0"
            await watch.go(1043.5)
            await shows(board, "revealed 0")
            await shows(board, "revealed 0", "shop")
            assert "discord 1 10" in board.messages("racing")[0]["words"][0]
            for at, shown in ((1055.5, "asking 1"), (1087.0, "revealed 1")):
                await watch.go(at)
                await shows(board, shown)
            await watch.go(1098.0)
            watch.set(1099.0)
            await shows(board, "over 1", "shop")
            await is_done(shelf, "quiz discord", BOARD.mark)
            await is_done(shelf, "quiz slack", LINKED.mark)
            wrong = Ruled(at=1100.0, number=0, text="heim", right=False)
            await shelf.nights.take("n1", lambda _: wrong)
            await until(lambda: "discord 1 0" in board.messages("racing")[0]["words"][0])

    assert [line for line in board.log if line == "post markofracing"]
    assert len(board.messages("racing")) == len(board.messages("shop")) == 1


async def test_a_board_that_is_gone_pauses_the_night_and_is_posted_anew(
    url: str, board: Board
) -> None:
    watch = HallWatch()
    async with open_shelf(url) as shelf, kept(shelf, board, watch):
        await begin(shelf, watch)
        await shows(board, "gathering -1")
        board.refusals.append(NotPosted("Slow down.", 4.0))
        await on(shelf.nights, 1000.0)
        await watch.go(1004.0)
        assert not board.refusals
        assert title(board) == "gathering -1"
        await watch.go(1006.0)
        await shows(board, "round -1")

        next(board.folder.glob("racing *")).unlink()
        await on(shelf.nights, 1007.0)
        await watch.go(1008.0)
        paused = await phase(shelf, "paused")
        assert paused.why_paused == "The message is gone."
        assert paused.left == 29.0
        await shelf.nights.take("n1", lambda _: Resumed(at=1010.0, who="discord 1"))
        await watch.go(1010.0)
        await shows(board, "asking 0")


async def test_a_board_that_is_gone_again_does_not_hold_up_the_others(
    url: str, board: Board
) -> None:
    watch = HallWatch()
    board.refused = "post"
    board.refusals.extend(NotPosted("That channel is gone.", gone=True) for _ in range(3))
    async with open_shelf(url) as shelf:
        await begin(shelf, watch, BOARD, LINKED)
        async with kept(shelf, board, watch, "slack"):
            await phase(shelf, "paused")
            await shelf.nights.take("n1", lambda _: Resumed(at=1020.0, who="discord 1"))
            watch.set(1020.0)
            await is_done(shelf, "quiz slack", LINKED.mark)
        await phase(shelf, "gathering")


async def test_a_community_that_was_taken_out_holds_up_nobody_and_is_reminded_no_more(
    url: str, board: Board
) -> None:
    watch, starts = HallWatch(), 1000.0 + 600.0
    async with open_shelf(url) as shelf:
        await plan(shelf, watch, starts)
        await shelf.nights.keep_board(LINKED)
        out = Unlinked(at=1001.0, platform="slack", community="T1")
        async with kept(shelf, board, watch, "slack"):
            await until(lambda: board.events("T1") == ["planned Truck night 1600"])
            await shows(board, "gathering -1", "shop")
            await shelf.nights.take("n1", lambda _: out)
            watch.set(1010.0)
            await is_done(shelf, "quiz slack", LINKED.mark)
            await until(lambda: board.events("T1") == ["gone  0"])
            next(board.folder.glob("shop *")).unlink()
            watch.set(starts - 299.0)
            await shelf.jobs.call("reminder slack")
            await is_done(shelf, "reminder slack", f"{LINKED.mark} {starts:.0f} 300")
            await shelf.nights.enter("n1", player("1"))
            await on(shelf.nights, starts - 200.0)
            watch.set(starts - 190.0)
            await is_done(shelf, "quiz slack", LINKED.mark)
        assert (await phase(shelf, "round")).head.without == ("slack T1",)
        assert board.messages("shop") == []


async def test_a_night_in_which_nothing_happens_is_left_and_taken_up_at_the_next_step(
    url: str, board: Board
) -> None:
    watch = HallWatch()
    async with open_shelf(url) as shelf, kept(shelf, board, watch):
        await begin(shelf, watch)
        await shows(board, "gathering -1")
        async with asyncio.timeout(10):
            while (await shelf.jobs.wait(["quiz discord"]) or 0) < 60:  # a claim runs out before
                watch.set(watch.now() + 0.1)
                await asyncio.sleep(0.001)
        watch.set(1040.0)
        await on(shelf.nights, 1040.0)
        watch.set(1041.0)
        await shows(board, "round -1")
        await shelf.nights.take("n1", lambda _: Ended(at=1042.0, who="discord 1"))
        watch.set(1043.0)
        await shows(board, "over -1")
        await is_done(shelf, "quiz discord", BOARD.mark)

    assert [line for line in board.log if line.startswith("post")] == ["post markofracing"]


async def test_what_is_hastened_while_somebody_is_at_it_is_neither_put_off_nor_done(
    url: str,
) -> None:
    async with open_shelf(url) as shelf:
        watch = HallWatch()
        await begin(shelf, watch)
        first = await shelf.jobs.claim(["quiz discord"])
        assert first
        await on(shelf.nights, 1000.0)
        await shelf.jobs.put_off(first, 600.0)
        second = await shelf.jobs.claim(["quiz discord"])
        assert second
        await on(shelf.nights, 1010.0)
        assert not await shelf.jobs.finish(second)
        third = await shelf.jobs.claim(["quiz discord"])
        assert third
        assert await shelf.jobs.finish(third)
        assert await shelf.jobs.claim(["quiz discord"]) is None


async def test_presses_at_the_very_lock_are_in_or_refused_as_they_are_told(url: str) -> None:
    async with open_shelf(url) as here, open_shelf(url) as there:
        await begin(here, HallWatch(), players=0)
        fans = [str(number) for number in range(120)]
        await asyncio.gather(*(here.nights.enter("n1", player(fan)) for fan in fans))
        for at in (1000.0, 1010.0):
            await on(there.nights, at)
        giving = []
        for number, fan in enumerate(fans):
            nights = (here, there)[number % 2].nights
            giving.append(asyncio.create_task(nights.give("n1", answer(fan, "Heim", 1020.0))))
            await asyncio.sleep(0 if number % 20 else 0.003)
            if number == 80:
                locking = asyncio.create_task(on(there.nights, 1020.0))
        told = await asyncio.gather(*giving)
        locked = await locking
        found = await here.nights.find("n1")

    kept_ = {each.player for each in told if hasattr(each, "player")}
    assert kept_
    assert found
    assert kept_ == set(found.given["0"]) == set(locked.given["0"])
    assert standings(found)

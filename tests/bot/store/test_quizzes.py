"""Quiz nights are kept step by step: the same stories in memory, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.quiz.board import board
from bot.quiz.forgetting import NOBODY
from bot.quiz.given import JOKER, Given
from bot.quiz.in_memory import NightsInMemory
from bot.quiz.marking import Marking
from bot.quiz.nights import Tally
from bot.quiz.order import following
from bot.quiz.refused import NOT_IN, NOT_NOW, TAKEN_OUT, Refused
from bot.quiz.rules import Rules
from bot.quiz.steps import Ended, Marked, Protested, Ruled, Unlinked
from bot.store.opening import open_shelf
from tests.bot.store.quiz_room import BOARD, LINKED, answer, night, on, player, question

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.quiz.nights import Nights

SHOPS = replace(LINKED, night="n2")

TYPED = (question(0, kind="typed", accepted=("heim",), choices=()), question(1))


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path) -> str:
    if request.param == "postgresql":
        return str(request.getfixturevalue("shared_url"))
    return "" if request.param == "memory" else f"sqlite:///{tmp_path}/bot.db"


@asynccontextmanager
async def two(where: str) -> AsyncIterator[tuple[Nights, Nights]]:
    """Two processes that share a store; memory has one."""
    if not where:
        alone = NightsInMemory()
        yield alone, alone
        return
    async with open_shelf(where) as here, open_shelf(where) as there:
        yield here.nights, there.nights


async def test_a_night_is_played_here_and_seen_there(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(night("n1", None, *TYPED), (BOARD, LINKED))
        for key in "12":
            assert await here.enter("n1", player(key)) == player(key)
        await on(here, 1000.0)
        await on(there, 1010.0)
        assert await there.give("n1", answer("1", "Riggs", 1011.0))
        assert await here.give("n1", answer("1", "Heim ", 1012.0))
        assert await there.give("n1", answer("2", "heimm", 1013.0))
        assert await there.tally("n1", 0) == {"discord": Tally(2, 2)}
        await on(here, 1040.0)
        assert await here.give("n1", answer("2", "Heim", 1041.0)) == Refused(
            "That question is closed."
        )
        marks = (("heim", Marking("right")), ("heimm", Marking("near")))
        await here.take("n1", lambda _: Marked(at=1041.0, number=0, markings=marks))
        await on(there, 1050.0)
        after = await here.take(
            "n1", lambda _: Ruled(at=1051.0, number=0, text="HEIMM", right=True)
        )

        assert after == await there.find("n1")
        assert [(each.side, each.points) for each in board(after)] == [
            ("discord 1", 10),
            ("discord 2", 10),
        ]
        assert await there.boards("n1") == (BOARD, LINKED)
        assert await there.recent("slack", "T1", 5) == (after,)
        assert await there.asked("discord", "track", 1011.0) == {"wins 0", "wins 1"}
        await here.take("n1", lambda _: Ended(at=1052.0))
        assert await there.asked("discord", "track", 1005.0) == {"wins 0"}
        assert await there.asked("discord", "track", 1011.0) == frozenset()


async def test_of_two_who_take_the_same_step_one_does(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(night(), (BOARD,))
        await here.enter("n1", player("1"))
        await asyncio.gather(
            *(
                nights.take(
                    "n1", lambda n: following(n, 1000.0) if n.head.phase == "gathering" else None
                )
                for nights in (here, there) * 3
            )
        )
        found = await here.find("n1")
        assert found
        assert (found.head.phase, found.head.round) == ("round", 0)
        assert await there.take("n1", lambda _: Refused("no")) == Refused("no")
        assert await there.take("n2", lambda n: following(n, 1.0)) is None
        assert await there.enter("n2", player("1")) == Refused("That night is not here any more.")


async def test_a_team_takes_as_many_as_it_has_places_however_they_press(where: str) -> None:
    rules = Rules(rounds=2, questions=1, team_size=2, joker=True)
    async with two(where) as (here, there):
        await here.begin(night("n1", rules), (BOARD,))
        crew = [player(str(number), team="Pit", at=1000.0 - number) for number in range(6)]
        came = [await here.enter("n1", crew[0])]
        came += await asyncio.gather(
            *((here, there)[n % 2].enter("n1", each) for n, each in enumerate(crew[1:]))
        )
        full = [each for each in came if isinstance(each, Refused)]
        found = await there.find("n1")

        assert full == [Refused("Pit is full: 2 play in a team.")] * 4
        assert found
        mates = found.sides["team Pit"]
        assert len(mates) == 2
        if where:  # who came in first leads, whatever his clock said
            assert mates[0].id == "discord 0"
        mate = mates[1].id
        refused = await there.give("n1", replace(answer("", "1", 1000.0, JOKER), player=mate))
        assert refused == Refused("Your captain sets the joker.")
        assert await there.give("n1", answer("9", "A", 1000.0)) == NOT_IN


async def test_time_that_nobody_ran_is_given_back_once(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(night(), (BOARD,))
        await here.enter("n1", player("1"))
        await on(here, 1000.0)
        asked = await on(here, 1010.0)
        await here.beat("n1", 1014.0)
        if where:  # it is not late, as whoever looks at the clock will say
            assert await there.give("n1", answer("1", "A", 1060.0))
        await asyncio.gather(here.beat("n1", 1061.0), there.beat("n1", 1061.0))
        found = await there.find("n1")

        assert found
        assert found.head.until == asked.head.until + 47.0
        await here.beat("n1", 1064.0)
        assert await there.find("n1") == found
        await here.rest("n1", 1100.0)
        await here.beat("n1", 1103.0)
        assert (await there.find("n1")).head == found.head


async def test_who_is_forgotten_leaves_his_points_and_nothing_else(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(replace(night(), host="discord 2"), (BOARD,))
        for key in "12":
            await here.enter("n1", player(key))
        for at in (1000.0, 1010.0):
            await on(here, at)
        await here.give("n1", answer("2", "A", 1011.0))
        for at in (1040.0, 1041.0):
            await on(here, at)
        await there.take(
            "n1", lambda _: Protested(at=1050.0, who="discord 2", number=0, words="I, Bob Fan")
        )
        before = await there.find("n1")
        assert before
        assert await there.played("discord 2") == 1

        assert await here.forget("discord 2") == 1

        found = await there.find("n1")
        assert found
        assert [each.points for each in board(found)] == [each.points for each in board(before)]
        told = str(found)
        assert not any(his in told for his in ("discord 2", "fan 2", "Bob Fan", "Ann"))
        assert await there.played("discord 2") == 0
        assert await there.forget("discord 2") == 0


async def test_what_is_open_at_the_end_counts_for_nobody(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(night(), (BOARD,))
        await here.enter("n1", player("1"))
        for at in (1000.0, 1010.0):
            await on(here, at)
        await here.give("n1", answer("1", "A", 1011.0))
        await here.take("n1", lambda _: Ended(at=1012.0))

        assert await there.give("n1", answer("1", "B", 1013.0)) == Refused(
            "That question is closed."
        )
        over = await there.find("n1")
        assert over
        assert [each.points for each in board(over)] == [0]
        assert await there.enter("n1", player("3")) == Refused("That night is over.")


async def test_who_was_taken_out_plays_no_more_and_what_he_gave_stays(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(night(), (BOARD, LINKED))
        await here.enter("n1", player("1"))
        shop = player("U1", "slack", community="T1")
        await there.enter("n1", shop)
        for at in (1000.0, 1010.0):
            await on(here, at)
        gave = Given(shop.id, "0", "A", 1011.0)
        assert await there.give("n1", gave) == gave
        assert (await here.tally("n1", 0))["slack"] == Tally(1, 1)

        out = Unlinked(at=1012.0, platform="slack", community="T1")
        await here.take("n1", lambda _: out)

        assert await there.give("n1", replace(gave, text="B", at=1013.0)) == TAKEN_OUT
        assert await there.enter("n1", player("U2", "slack", community="T1")) == TAKEN_OUT
        assert await there.tally("n1", 0) == {"discord": Tally(0, 1)}
        await on(here, 1040.0)
        after = await on(here, 1041.0)
        assert next((each.side, each.points) for each in board(after)) == ("slack U1", 10)
        assert await here.take("n1", lambda _: out) == NOT_NOW


async def test_a_season_is_of_a_communitys_own_players_and_follows_later_rulings(
    where: str,
) -> None:
    async with two(where) as (here, there):
        await here.begin(night("n1", None, *TYPED), (BOARD, LINKED))
        await here.enter("n1", player("1"))
        await here.enter("n1", player("U1", "slack", community="T1"))
        await on(here, 1000.0)
        await on(here, 1010.0)
        await here.give("n1", answer("1", "Hem", 1011.0))
        await on(here, 1020.0)
        markings = (("hem", Marking("near")),)
        await here.take("n1", lambda _: Marked(at=1021.0, number=0, markings=markings))
        await on(here, 1022.0)
        assert await there.results("discord", "track", 0.0, 9e9) == ()
        await here.take("n1", lambda _: Ended(at=1030.0))
        assert [each.points for each in await there.results("discord", "track", 0.0, 9e9)] == [0]

        await here.take("n1", lambda _: Ruled(at=1040.0, number=0, text="Hem", right=True))

        (mine,) = await there.results("discord", "track", 0.0, 9e9)
        assert (mine.name, mine.points, mine.won) == ("fan 1", 10, True)
        assert [each.player for each in await here.results("slack", "T1", 0.0, 9e9)] == ["slack U1"]
        assert await there.results("discord", "track", 2000.0, 9e9) == ()


async def test_a_code_leads_to_its_night_for_a_while(where: str) -> None:
    async with two(where) as (here, there):
        await here.begin(night(), (BOARD,))
        code = await here.invite("n1", 5e9)

        assert await there.invited(f" {code[:5]}-{code[5:].lower()} ", 4e9) == "n1"
        assert await there.invited(code, 5e9) == ""
        assert await there.invited("ABCDE-FGHJK", 4e9) == ""


async def test_a_community_that_leaves_takes_its_nights_and_its_names_along(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.nights.begin(night(), (BOARD,))
        await shelf.nights.begin(night("n2"), (replace(BOARD, night="n2", mark="m2"), SHOPS))
        for key in ("n1", "n2"):
            await shelf.nights.enter(key, player("1"))
            await shelf.nights.enter(key, player("U1", "slack", community="T1"))

        await shelf.communities.forget("discord", "track")

        assert await shelf.nights.find("n1") is None
        linked = await shelf.nights.find("n2")
        assert linked
        assert [each.name for each in linked.entrants.values()] == [NOBODY, "fan U1"]
        assert await shelf.nights.boards("n2") == (SHOPS,)
        assert await shelf.nights.played("slack U1") == 1

"""Preferences in the store: the same stories on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sqlalchemy import text

from bot.bot import Bot
from bot.preferences import Owner, owner_of, resolve
from bot.request import Place, Press, Request, Submission, User
from bot.store.opening import lock, make_engine, migrate, open_shelf
from tests.bot.small_book import SmallBook

if TYPE_CHECKING:
    from bot.store.opening import Shelf

ANN = User("discord", "1", "ann")
OFFICIAL = User("discord", "2", "official", may_moderate=True)
GARAGE = Place("g1", "track", "garage")
PIT = Place("p1", "track", "pit")
ELSEWHERE = Place("e1", "another track", "garage")
ALONE = Place("a1", direct=True)


async def preferred(shelf: Shelf, user: User, place: Place):
    return resolve(await shelf.preferences.layers(user, place))


async def test_what_was_chosen_is_there_after_a_restart_and_nearest_counts(url: str) -> None:
    async with open_shelf(url) as shelf:
        community = Owner("discord", "community", "track")
        channel = Owner("discord", "channel", "track", "garage")
        await shelf.preferences.choose(community, {"series": "Cup", "spoilers": "tagged"})
        await shelf.preferences.choose(channel, {"series": "Xfinity", "spoilers": "delayed 24"})
        await shelf.preferences.choose(owner_of(ANN), {"series": "Truck", "drivers": ["Heim"]})

    async with open_shelf(url) as shelf:
        here, there = await preferred(shelf, ANN, GARAGE), await preferred(shelf, ANN, PIT)
        others = await preferred(shelf, OFFICIAL, GARAGE)

        assert (here.series, here.drivers) == ("Truck", ("Heim",))
        assert (here.spoiler_mode, here.hours) == ("delayed", 24)
        assert (there.spoiler_mode, there.hours) == ("tagged", 0)
        assert (others.series, others.chosen_by["series"]) == ("Xfinity", "channel")
        posted = await shelf.preferences.of_channel("discord", "track", "pit")
        assert (posted.series, posted.drivers) == ("Cup", ())


async def test_one_communitys_preferences_never_show_in_another(url: str) -> None:
    async with open_shelf(url) as shelf:
        for whose, key in (("community", ""), ("channel", "garage")):
            owner = Owner("discord", whose, "track", key)  # type: ignore[arg-type]
            await shelf.preferences.choose(owner, {"series": "Truck", "spoilers": "thread"})
        same_number = User("slack", "1", "ann of another platform")

        for user, place in ((ANN, ELSEWHERE), (ANN, ALONE), (same_number, GARAGE)):
            held = await preferred(shelf, user, place)
            assert (held.series, held.spoilers, held.chosen_by) == ("", "open", {})


async def test_users_of_one_number_in_two_workspaces_are_two(url: str) -> None:
    here = User("slack", "T1.U1", "ann", home="T1")
    there = User("slack", "T2.U1", "another ann", home="T2")
    async with open_shelf(url) as shelf:
        await shelf.preferences.choose(owner_of(here), {"series": "Truck"})

        assert (await preferred(shelf, here, Place("c", "T1", "C1"))).series == "Truck"
        assert (await preferred(shelf, there, Place("c", "T2", "C1"))).series == ""


async def test_what_is_empty_is_chosen_no_more_and_the_rest_stays(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.preferences.choose(owner_of(ANN), {"series": "Truck", "answers": "private"})
        await shelf.preferences.choose(owner_of(ANN), {"series": "", "zone": "Europe/London"})

        assert await shelf.preferences.chosen(owner_of(ANN)) == {
            "answers": "private",
            "zone": "Europe/London",
        }


async def test_privacy_shows_and_deletes_settings_too(url: str) -> None:
    async with open_shelf(url) as shelf:
        bot = Bot(SmallBook(), cards=shelf.cards, kept=shelf.preferences)
        others = Owner("discord", "community", "track")
        await shelf.preferences.choose(others, {"series": "Cup"})
        await shelf.preferences.choose(owner_of(ANN), {"series": "Truck"})

        reply = await bot.handle(Request("privacy", ANN, GARAGE))
        assert reply.title == "Of you I keep your settings."
        gone = await bot.press(Press(reply.buttons[-1].key, ANN, GARAGE))

        assert gone.title == "Deleted: your settings."
        assert (await preferred(shelf, ANN, GARAGE)).series == "Cup"


async def test_who_is_named_as_moderator_moderates_here_and_nowhere_else(url: str) -> None:
    named = User("discord", "3", "race control", roles=("77",))
    async with open_shelf(url) as shelf:
        bot = Bot(SmallBook(), cards=shelf.cards, kept=shelf.preferences)
        values = {"moderators": "77 78"}
        await bot.submit(Submission("set:moderators:", OFFICIAL, GARAGE, values))

        here = await bot.handle(Request("settings", named, GARAGE))
        there = await bot.handle(Request("settings", named, ELSEWHERE))

        assert "Who moderates" in [button.label for button in here.buttons]
        assert [button.label for button in there.buttons] == ["For me"]


async def test_what_users_liked_is_preferred_after_the_migration(url: str) -> None:
    engine = make_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(lock)
        await connection.run_sync(migrate, "jobs")
        for name, value in (("driver", "Corey Heim"), ("series", "Truck")):
            liked = {"name": name, "value": value}
            await connection.execute(
                text(
                    "insert into liking (platform, owner, name, value, community)"
                    " values ('slack', 'T1.U1', :name, :value, 'T1')"
                ),
                liked,
            )
    await engine.dispose()

    async with open_shelf(url) as shelf:
        ann = User("slack", "T1.U1", "ann", home="T1")
        assert await shelf.preferences.chosen(owner_of(ann)) == {
            "drivers": ["Corey Heim"],
            "series": "Truck",
        }
        await shelf.communities.forget("slack", "T1")
        assert await shelf.preferences.chosen(owner_of(ann)) == {}


async def test_every_table_that_has_an_owner_is_emptied_of_him(url: str) -> None:
    async with open_shelf(url) as shelf:
        bot = Bot(SmallBook(), cards=shelf.cards, kept=shelf.preferences)
        await bot.handle(Request("ask", ANN, GARAGE, {"question": "heim " * 70}))
        await shelf.preferences.choose(owner_of(ANN), {"series": "Truck"})
        shown = await bot.handle(Request("privacy", ANN, GARAGE))
        await bot.press(Press(shown.buttons[-1].key, ANN, GARAGE))

    engine = make_engine(url)
    async with engine.connect() as connection:
        for table in await connection.run_sync(_tables_with_an_owner):
            kept = text(f"select count(*) from {table} where owner = '1'")
            assert (await connection.execute(kept)).scalar_one() == 0
    await engine.dispose()


def _tables_with_an_owner(connection) -> list[str]:
    from bot.store.tables import metadata

    metadata.reflect(connection)
    return [table.name for table in metadata.sorted_tables if "owner" in table.columns]


async def test_what_is_chosen_in_one_process_holds_in_the_others(shared_url: str) -> None:
    async with open_shelf(shared_url) as first, open_shelf(shared_url) as second:
        owner = Owner("slack", "community", "T1")
        assert await second.preferences.chosen(owner) == {}

        await first.preferences.choose(owner, {"series": "Truck"})

        async with asyncio.timeout(10):
            while await second.preferences.chosen(owner) != {"series": "Truck"}:
                await asyncio.sleep(0.01)

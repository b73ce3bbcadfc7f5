"""The commands with typed options, over the real book: each is answered as it was meant."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.commands.leaders import LEADERS
from bot.commands.options import MEASURES
from bot.request import Place, Press, Request, User
from knowledge.answer import Answer, Unknown
from knowledge.measures import MEASURES as COUNTED
from knowledge.reading.parts import Parts
from knowledge.record_book import RecordBook
from tests.bot.days import on

if TYPE_CHECKING:
    from pathlib import Path

    from bot.reply import Reply

FAN = User("console", "1", "a fan")
GARAGE = Place("garage")

SERIES = {"": ("cup",), "Truck": ("truck",), "all three series": ("cup", "xfinity", "truck")}
SEASONS = {"": (), "2024": ((2024, 2024),), "2010-2015": ((2010, 2015),)}
TRACKS = {"": [], "Bristol Motor Speedway": ["Bristol Motor Speedway"]}
KINDS = {"": (), "short tracks": ("short",)}


@pytest.fixture(scope="module")
def bot(book_home: Path) -> Bot:
    return Bot(RecordBook.open(book_home), now=on(date(2026, 7, 4)))


async def use(bot: Bot, command: str, **options: str) -> Reply:
    given = {name: value for name, value in options.items() if value}
    return await bot.handle(Request(command, FAN, GARAGE, given))


def parts_of(reply: Reply) -> Parts:
    assert isinstance(reply.outcome, Answer | Unknown), reply
    assert isinstance(reply.outcome.question, Parts), reply
    return reply.outcome.question


def labels(reply: Reply) -> list[str]:
    return [button.label for button in reply.buttons]


@pytest.mark.parametrize("measure", MEASURES)
async def test_leaders_means_every_combination_of_its_options(measure: str, bot: Bot) -> None:
    for series, season, track, kind in product(SERIES, SEASONS, TRACKS, KINDS):
        if (track and kind) or (measure == "championships" and (track or kind)):
            continue

        reply = await use(
            bot, "leaders", measure=measure, series=series, season=season, track=track, kind=kind
        )

        parts = parts_of(reply)
        assert parts.measure, (reply.title, series, season, track, kind)
        assert parts.measure.plural == measure
        assert set(parts.scope.series) in ({*SERIES[series]}, {*SERIES[series]} - {"cup"})
        assert parts.scope.seasons == SEASONS[season]
        assert [venue.name for venue in parts.scope.venues] == TRACKS[track]
        assert parts.scope.kinds == KINDS[kind]
        assert isinstance(reply.outcome, Answer) or "hold no" in reply.title


async def test_every_measure_to_pick_is_one_that_the_book_counts() -> None:
    assert set(MEASURES) <= {measure.plural for measure in COUNTED}


async def test_every_kind_of_track_is_understood(bot: Bot) -> None:
    (kinds,) = (option.choices for option in LEADERS.options if option.name == "kind")
    for kind in kinds:
        assert len(parts_of(await use(bot, "leaders", kind=kind)).scope.kinds) == 1


async def test_an_average_counts_from_as_many_starts_as_are_asked_for(bot: Bot) -> None:
    reply = await use(bot, "leaders", measure="average finish", starts="30")

    assert parts_of(reply).minimum == 30


@pytest.mark.parametrize(
    ("series", "track", "season"), [*product(SERIES, ("", "Bristol"), ("", "2010", "2010-2015"))]
)
async def test_a_drivers_card_is_of_the_races_asked_for(
    series: str, track: str, season: str, bot: Bot
) -> None:
    reply = await use(bot, "driver", driver="Kyle Busch", series=series, track=track, season=season)

    scope = parts_of(reply).scope
    assert reply.title.startswith("Kyle Busch")
    assert isinstance(reply.outcome, Answer)
    assert "card" in reply.outcome.reading
    assert scope.series == (SERIES[series] if series else ())
    assert bool(scope.venues) == bool(track)
    assert bool(scope.seasons) == bool(season)


@pytest.mark.parametrize("measure", ["", *MEASURES])
async def test_versus_counts_the_same_for_two_and_for_five(measure: str, bot: Bot) -> None:
    names = ("Kyle Busch", "Denny Hamlin", "Joey Logano", "Chase Elliott", "Ryan Blaney")
    order = ("first", "second", "third", "fourth", "fifth")
    for many, series, season in product((2, 5), ("", "Cup"), ("", "2019")):
        drivers = dict(zip(order[:many], names, strict=False))

        reply = await use(bot, "versus", **drivers, measure=measure, series=series, season=season)

        assert isinstance(reply.outcome, Answer), (reply.title, many, series, season)
        assert parts_of(reply).measure.plural == (measure or "wins")
        assert {row[0] for row in reply.outcome.table.rows} == set(names[:many])
        assert parts_of(reply).scope.seasons == (((2019, 2019),) if season else ())


async def test_versus_is_never_between_a_driver_and_himself(bot: Bot) -> None:
    reply = await use(bot, "versus", first="Kyle Busch", second="kyle busch")

    assert reply.title == "Name each driver once; nobody races against himself."


@pytest.mark.parametrize(
    ("options", "winner"),
    [
        ({"race": "2019 Cup race 14"}, "Kyle Busch"),
        ({"race": "2019 Coca-Cola 600"}, "Martin Truex Jr."),
        ({"race": "Coca-Cola 600", "season": "2018"}, "Kyle Busch"),
        ({"track": "Bristol", "season": "2019", "series": "Truck"}, "Brett Moffitt"),
        ({"track": "Watkins Glen", "season": "2023", "series": "Xfinity"}, "Sam Mayer"),
    ],
)
async def test_race_gives_the_result_of_the_race_that_was_named(
    options: dict[str, str], winner: str, bot: Bot
) -> None:
    reply = await use(bot, "race", **options)

    assert reply.title.startswith(winner)


async def test_race_asks_for_a_race_or_a_track(bot: Bot) -> None:
    assert (await use(bot, "race")).title == "Name a race, or a track with a season."


@pytest.mark.parametrize(
    ("series", "season", "champion"),
    [
        ("", "2019", "Kyle Busch"),
        ("Xfinity", "2019", "Tyler Reddick"),
        ("craftsman truck", "2024", "Ty Majeski"),
        ("", "", "Kyle Larson"),
    ],
)
async def test_standings_begin_with_the_champion(
    series: str, season: str, champion: str, bot: Bot
) -> None:
    reply = await use(bot, "standings", series=series, season=season)

    assert f": {champion}," in reply.title


async def test_standings_are_of_one_series(bot: Bot) -> None:
    reply = await use(bot, "standings", series="all three series")

    assert reply.title == "Each series has standings of its own; name one."


@pytest.mark.parametrize(
    ("typed", "day"),
    [("", "July 4"), ("7/4", "July 4"), ("May 12", "May 12"), ("2025-02-16", "February 16")],
)
async def test_on_this_day_is_today_or_the_day_that_is_named(
    typed: str, day: str, bot: Bot
) -> None:
    assert (await use(bot, "onthisday", date=typed)).title.startswith(f"On {day},")


async def test_a_day_that_no_year_has_is_refused(bot: Bot) -> None:
    assert (await use(bot, "onthisday", date="2/31")).title.startswith("No year has a 2/31")


@pytest.mark.parametrize(
    ("command", "options", "title", "near"),
    [
        ("driver", {"driver": "Xyzzy"}, "I know no driver called “Xyzzy”.", []),
        (
            "driver",
            {"driver": "Hamlin wins"},
            "I know no driver called “Hamlin wins”.",
            ["Denny Hamlin"],
        ),
        (
            "leaders",
            {"track": "Bristol xyz"},
            "I know no track called “Bristol xyz”.",
            ["Bristol Motor Speedway · Bristol, Tennessee"],
        ),
        ("leaders", {"season": "2O19"}, "I know no season called “2O19”.", ["2019"]),
        ("leaders", {"series": "Formula 1"}, "I know no series called “Formula 1”.", []),
        ("leaders", {"measure": "pole"}, "I know no measure called “pole”.", ["poles"]),
        ("leaders", {"kind": "ice"}, "I know no kind called “ice”.", ["intermediate tracks"]),
        ("leaders", {"starts": "few"}, "For starts I need a whole number, not “few”.", []),
    ],
)
async def test_a_value_that_is_not_known_is_named_with_what_was_perhaps_meant(
    command: str, options: dict[str, str], title: str, near: list[str], bot: Bot
) -> None:
    reply = await use(bot, command, **options)

    assert reply.title == title
    assert reply.private
    assert labels(reply)[: len(near)] == near


async def test_what_was_meant_is_asked_by_its_button(bot: Bot) -> None:
    declined = await use(bot, "leaders", track="Bristol xyz", series="Truck")

    reply = await bot.press(Press(declined.buttons[0].key, FAN, GARAGE))

    assert [venue.name for venue in parts_of(reply).scope.venues] == ["Bristol Motor Speedway"]
    assert parts_of(reply).scope.series == ("truck",)


async def test_a_surname_of_several_drivers_is_asked_back(bot: Bot) -> None:
    reply = await use(bot, "versus", first="Busch", second="Denny Hamlin")

    assert reply.title == "Which Busch do you mean?"
    assert labels(reply)[0] == "Kyle Busch"


async def test_an_earlier_name_of_a_series_means_the_series(bot: Bot) -> None:
    assert parts_of(await use(bot, "leaders", series="Busch")).scope.series == ("xfinity",)

"""A recap as it is written from the rows, and as a moderator arranges and signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.recap.recap import KEYS
from bot.recap.showing import show_recap
from bot.recap.writing import write_recap
from bot.reply import Chart, Text
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from pathlib import Path

    from bot.recap.recap import Recap


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def recap(book: RecordBook, race: str, *favourites: str) -> Recap:
    (named,) = book.races(race)
    return write_recap(book, named, favourites)


def words(told: Recap, key: str) -> str:
    return next(block.words for block in told.blocks if block.key == key)


def keys(told: Recap) -> list[str]:
    return [block.key for block in told.blocks]


def test_the_daytona_500_of_1998_is_told_whole(book: RecordBook) -> None:
    told = recap(book, "1998 Daytona 500")

    assert told.headline == (
        "Dale Earnhardt wins the 1998 Daytona 500: a first win in the Daytona 500"
    )
    assert words(told, "winner").startswith(
        "Dale Earnhardt won at Daytona International Speedway on February 15, 1998"
        " from fourth at the start, in the number 3 Chevrolet of Richard Childress Racing."
    )
    assert words(told, "top ten").startswith(
        "Top ten: 1 Dale Earnhardt, 2 Bobby Labonte, 3 Jeremy Mayfield, 4 Ken Schrader,"
    )
    assert "107 of 200 laps" in words(told, "laps led")
    assert words(told, "race").startswith(
        "There were 3 cautions and 13 lead changes among 8 leaders."
    )
    assert words(told, "next") == (
        "Next is the GM Goodwrench Service Plus 400 at Rockingham Speedway on February 22, 1998."
    )
    assert 120 <= told.length <= 200


def test_stages_are_told_where_there_were_any(book: RecordBook) -> None:
    assert "stages" not in keys(recap(book, "1998 Daytona 500"))
    assert words(recap(book, "2025 Truck finale"), "stages") == ("Corey Heim also won both stages.")
    assert words(recap(book, "2017 Truck race at Chicago"), "stages") == (
        "Stage 1 went to Ryan Truex and stage 2 went to Christopher Bell."
    )


def test_the_title_is_told_after_the_last_race_alone(book: RecordBook) -> None:
    last = recap(book, "2025 Truck finale")

    assert words(last, "title").startswith("Corey Heim is the 2025 Truck Series champion")
    assert "next" not in keys(last)
    assert "title" not in keys(recap(book, "2025 Truck race at New Hampshire"))


def test_favourites_of_a_community_are_told_and_those_absent_are_not(book: RecordBook) -> None:
    told = recap(book, "1998 Daytona 500", "terry-labonte", "richard-petty")

    assert words(told, "favourites") == (
        "Terry Labonte finished 13th from second at the start and led 2 laps."
    )


def test_a_race_of_1953_is_told_by_what_is_known(book: RecordBook) -> None:
    told = recap(book, "1953 Southern 500")

    assert not {"stages", "title"} & set(keys(told))
    assert 120 <= told.length <= 200
    assert "None" not in told.text


def test_what_did_not_happen_and_what_happened_twice_reads_well(book: RecordBook) -> None:
    assert words(recap(book, "1961 cup race 7"), "race").startswith(
        "There were 2 cautions and no lead changes."
    )
    assert words(recap(book, "1950 cup race 10"), "climber").endswith(
        "14, from 15th at the start to first."
    )
    assert "Ryan Newman finished 16th in a 700th Cup Series start." in words(
        recap(book, "2021 cup race 11"), "notes"
    )
    assert words(recap(book, "2020 cup race 26"), "streaks") == (
        "Martin Truex Jr. has finished in the top five 8 times in a row."
    )


def test_a_race_without_a_caution_says_so_in_words_of_its_own(book: RecordBook) -> None:
    told = words(recap(book, "1997 cup race 10"), "race")

    assert told.startswith("There were no cautions and")
    assert (
        "It was the first Cup Series race without a caution since the 1992 Holly Farms 400" in told
    )


def test_blocks_are_switched_off_and_on(book: RecordBook) -> None:
    told = recap(book, "1998 Daytona 500")
    shorter = told.without("top ten").without("chart")

    assert keys(shorter) == [key for key in keys(told) if key not in ("top ten", "chart")]
    assert keys(shorter.having("top ten").having("chart")) == keys(told)
    assert shorter.length < told.length


def test_a_block_is_moved_and_the_others_keep_their_order(book: RecordBook) -> None:
    told = recap(book, "1998 Daytona 500")
    moved = told.moved("next", 1)

    assert keys(moved)[1] == "next"
    assert [key for key in keys(moved) if key != "next"] == [
        key for key in keys(told) if key != "next"
    ]


def test_a_text_is_replaced_and_comes_back_when_emptied(book: RecordBook) -> None:
    told = recap(book, "1998 Daytona 500")
    edited = told.saying("climber", "Kyle Petty drove well.").saying("headline", "At last!")

    assert words(edited, "climber") == "Kyle Petty drove well."
    assert edited.headline == "At last!"
    assert edited.saying("climber", "").saying("headline", " ").text == told.text


def test_edits_outlive_the_recap_they_were_made_for(book: RecordBook) -> None:
    """A result that changes is written anew, and the moderator's edits are laid over it."""
    told = recap(book, "1998 Daytona 500")
    edits = told.without("climber").introduced("What a day.").signed("Ann").edits

    assert recap(book, "1998 Daytona 500").edited(edits).text == (
        told.without("climber").introduced("What a day.").text
    )


def test_the_reply_has_the_headline_the_intro_the_blocks_and_who_signs(book: RecordBook) -> None:
    told = recap(book, "1998 Daytona 500").introduced("What a day.").signed("Ann")
    reply = show_recap(told)

    assert reply.title == told.headline
    assert reply.blocks[0] == Text("What a day.")
    assert reply.footer == "Recap by Ann, figures by Spotter"
    assert reply.series == ("cup",)
    (chart,) = (block for block in reply.blocks if isinstance(block, Chart))
    assert chart.words.startswith("Start against finish, 1998 Daytona 500")
    said = [block.words for block in reply.blocks if isinstance(block, Text)]
    assert said[1:] == [
        block.words for block in told.blocks if block.key not in ("headline", "chart")
    ]


def test_where_nothing_may_be_given_away_the_title_names_no_winner(book: RecordBook) -> None:
    told = recap(book, "2025 Truck race at New Hampshire")
    reply = show_recap(told, spoiler_safe=True)

    assert reply.title == "New Hampshire is final"
    assert reply.blocks[0] == Text(told.headline)


def test_every_key_is_told_once_and_in_order(book: RecordBook) -> None:
    told = keys(recap(book, "2025 Truck finale"))

    assert told == [key for key in KEYS if key in told]

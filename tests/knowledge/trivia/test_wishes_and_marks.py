"""What a host may wish of quiz questions, and how what players type is marked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from knowledge.record_book import RecordBook
from knowledge.records import Records
from knowledge.trivia.asking import KINDS
from knowledge.trivia.trivia import Wish

if TYPE_CHECKING:
    from knowledge.trivia.trivia import Trivia
    from tests.knowledge.conftest import Fan

KIND_NAMES = [kind.name for kind in KINDS]


def one(fan: Fan, **wished: object) -> Trivia:
    return fan.book.trivia(Wish(**wished), 1, 1)[0]  # type: ignore[arg-type]


def texts(each: Trivia) -> str:
    return " | ".join((each.prompt, each.answer, *each.accepted, *each.choices, *each.subjects))


def test_the_same_seed_gives_the_same_set_and_another_seed_another(fan: Fan) -> None:
    first, again, other = (fan.book.trivia(Wish(), 30, seed) for seed in (5, 5, 6))
    assert first == again
    assert len(first) == len({each.key for each in first}) == 30
    assert {each.key for each in first} != {each.key for each in other}


def test_a_set_is_varied_in_kinds_answers_and_subjects(fan: Fan) -> None:
    drawn = fan.book.trivia(Wish(), 22, 2)
    assert {each.kind for each in drawn} == set(KIND_NAMES)
    named = [each.answer for each in drawn if not each.answer.isdigit()]
    assert len(set(named)) == len(named)
    letters = [each.choices.index(each.answer) for each in drawn if each.choices]
    assert {letters.count(place) for place in range(4)} <= {3, 4, 5}, letters


def test_a_question_asked_before_never_comes_back_under_the_same_wish(fan: Fan) -> None:
    wish = Wish(series=("truck",), kinds=("name five",), difficulty=(1, 3))
    everything = fan.book.trivia(wish, 500, 1)
    assert 0 < len(everything) < 500
    keys = frozenset(each.key for each in everything)
    assert {each.key for each in fan.book.trivia(wish, 500, 2)} == keys
    assert fan.book.trivia(replace(wish, without=keys), 500, 3) == ()


def test_the_same_question_has_the_same_key_whatever_was_wished(fan: Fan) -> None:
    every_year, decade = Wish(series=("cup",)), Wish(series=("cup",), seasons=(1990, 1999))
    keys: dict[str, str] = {}
    for wish in (every_year, decade, replace(every_year, seasons=(1949, 2030))):
        for each in fan.book.trivia(replace(wish, kinds=("name five", "how many")), 150, 1):
            assert keys.setdefault(each.prompt, each.key) == each.key
    assert len(set(keys.values())) == len(keys)


def test_a_season_and_a_series_are_kept_to(fan: Fan) -> None:
    for each in fan.book.trivia(Wish(series=("xfinity",), seasons=(1995, 1999)), 40, 4):
        assert each.series == "xfinity"
        if each.kind in ("who won", "most laps led"):
            assert any(str(year) in each.prompt for year in range(1995, 2000))
        if each.kind == "which year":
            assert 1995 <= int(each.answer) <= 1999
        elif each.kind in ("never won at", "order these", "odd one out"):
            assert "from 1995 to 1999" in each.prompt


def test_a_track_is_in_every_question_of_its_round(fan: Fan) -> None:
    drawn = fan.book.trivia(Wish(track="bristol"), 40, 7)
    assert len({each.kind for each in drawn}) > 7
    assert all("Bristol Motor Speedway" in each.subjects for each in drawn)


def test_your_driver_is_in_every_question_and_never_always_the_answer(fan: Fan) -> None:
    drawn = fan.book.trivia(Wish(driver="the intimidator"), 40, 8)
    assert len({each.kind for each in drawn}) > 7
    assert all("Dale Earnhardt" in texts(each).split(" | ") for each in drawn)
    assert sum(each.answer == "Dale Earnhardt" for each in drawn) < len(drawn) // 2


def test_last_weeks_race_asks_of_itself_and_of_those_who_were_in_it(fan: Fan) -> None:
    (race,) = fan.book.races("2025 cup race 36")
    seen = {start.name for start in fan.book.race_day(race).result}
    drawn = fan.book.trivia(Wish(race=race), 30, 9)
    assert {"who won", "most laps led", "name five"} <= {each.kind for each in drawn}
    for each in drawn:
        about_it = any(race.name in subject for subject in each.subjects)
        assert about_it or seen & {*each.subjects, each.answer}, each


@pytest.mark.parametrize("style", ["choice", "typed"])
def test_a_style_is_kept_to(style: str, fan: Fan) -> None:
    drawn = fan.book.trivia(Wish(style=style), 33, 10)  # type: ignore[arg-type]
    assert len(drawn) == 33
    assert all(bool(each.choices) == (style == "choice") for each in drawn)


def test_a_level_is_kept_to(fan: Fan) -> None:
    easy = fan.book.trivia(Wish(difficulty=(1, 2)), 30, 11)
    hard = fan.book.trivia(Wish(difficulty=(5, 5)), 30, 11)
    assert len(easy) == len(hard) == 30
    assert {each.difficulty for each in easy} == {1, 2}
    assert {each.difficulty for each in hard} == {5}


@pytest.mark.parametrize(
    "wish",
    [
        Wish(driver="nobody at all"),
        Wish(track="the moon"),
        Wish(series=("truck",), seasons=(1950, 1960)),
        Wish(kinds=("who sang the anthem",)),
        Wish(driver="corey heim", seasons=(1970, 1975)),
    ],
)
def test_what_nothing_fits_comes_back_empty(wish: Wish, fan: Fan) -> None:
    assert fan.book.trivia(wish, 10, 1) == ()


def test_while_a_season_runs_its_figures_say_up_to_which_race(
    connection: sqlite3.Connection,
) -> None:
    with closing(sqlite3.connect(":memory:")) as undecided:
        connection.backup(undecided)
        undecided.execute("delete from champion where season = 2025")
        book = RecordBook(Records(undecided))
        counted = Wish(series=("truck",), seasons=(2025, 2025), kinds=("how many", "name five"))
        drawn = book.trivia(counted, 9, 1)
        assert drawn
        for each in drawn:
            assert "in 2025, through the 2025 NASCAR Craftsman" in each.prompt, each.prompt
        line = Wish(series=("truck",), driver="corey heim", kinds=("finish the career line",))
        assert all("2025" not in each.prompt for each in book.trivia(line, 9, 1))


def test_a_name_is_marked_as_it_is_read(fan: Fan) -> None:
    asked = replace(one(fan, kinds=("who won",)), answer="Kyle Busch", accepted=("Kyle Busch",))
    for said in ("Kyle Busch", "kyle bush", "rowdy", "KFB", "was it kyle busch?"):
        assert fan.book.mark(asked, said).judgement == "right", said
    for said in ("busch", "bush", "kile busch", "kyle or kurt busch"):
        assert fan.book.mark(asked, said).judgement == "near", said
    for said in ("Kurt Busch", "Larson", "no idea", ""):
        assert fan.book.mark(asked, said).judgement == "wrong", said
    junior = replace(asked, answer="Dale Earnhardt Jr.", accepted=("Dale Earnhardt Jr.",))
    assert fan.book.mark(junior, "dale jr").judgement == "right"
    assert fan.book.mark(junior, "earnhardt").judgement == "near"
    assert fan.book.mark(junior, "Dale Earnhardt").judgement == "wrong"


def test_a_year_is_marked_however_it_is_written(fan: Fan) -> None:
    asked = replace(one(fan, kinds=("which year",)), answer="1998", accepted=("1998",))
    for said in ("1998", "'98", "98", "nineteen ninety-eight", "in 1998 I think"):
        assert fan.book.mark(asked, said).judgement == "right", said
    assert fan.book.mark(asked, "1997 or 1998").judgement == "near"
    assert fan.book.mark(asked, "1997").judgement == "wrong"


def test_the_closest_number_is_read_from_digits_and_words(fan: Fan) -> None:
    asked = replace(one(fan, kinds=("closest number",)), answer="1717", accepted=("1717",))
    said = {"1,717": 1717, "about 1650 laps": 1650, "seventeen hundred": 1700, "twelve": 12}
    assert {text: fan.book.mark(asked, text).number for text in said} == said
    assert fan.book.mark(asked, "one thousand seven hundred and seventeen").judgement == "right"
    assert fan.book.mark(asked, "lots").number is None


def test_five_names_are_counted_once_each(fan: Fan) -> None:
    wish = Wish(series=("cup",), kinds=("name five",), track="talladega")
    (asked,) = (each for each in fan.book.trivia(wish, 9, 1) if "race at" in each.prompt)
    five = "Earnhardt Sr, dale jr, gordon, Brad K and Jimmie Johnson"
    assert fan.book.mark(asked, five).judgement == "right"
    three = fan.book.mark(asked, "Dale Earnhardt, the intimidator, gordon\nDale Jr, Danica Patrick")
    assert (three.judgement, three.right) == ("wrong", 3)
    near = fan.book.mark(asked, "busch, gordon, dale jr, dale sr, jimmie johnson")
    assert (near.judgement, near.right) == ("near", 4)

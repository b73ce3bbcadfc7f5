"""Questions asked again of a later book: what was right stays so until a row is corrected."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from knowledge.book.opening import FILE
from knowledge.record_book import RecordBook
from knowledge.trivia.asking import KINDS
from knowledge.trivia.trivia import AskedBefore, Wish
from tests.bot.recap.pocono import before_anybody_knew

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.trivia.trivia import Trivia
    from tests.knowledge.conftest import Fan

JUNE = "2023-06-01"
BUSCH = "driver = 'kyle-busch'"
HIS_WINS = "finish = 1 and driver = 'kyle-larson'"


def before(each: Trivia) -> AskedBefore:
    return AskedBefore(each.key, each.accepted, each.as_of.date, each.choices, each.clues)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_same_rows_give_the_same_answers(kind: str, fan: Fan) -> None:
    wishes = (Wish(), Wish(seasons=(1990, 2005)), Wish(track="Bristol"))
    for wish in wishes:
        for each in fan.book.trivia(
            Wish(wish.series, wish.seasons, wish.track, kinds=(kind,)), 3, 5
        ):
            asked = before(each)
            told = fan.book.recount(asked)
            assert told
            assert not told.differs(asked), (each, told)


@pytest.mark.parametrize(
    ("key", "sql"),
    [
        ("how many|cup|kyle-larson|wins|-|", HIS_WINS),
        ("how many|cup|kyle-larson|wins|2023-2023|", f"season = 2023 and {HIS_WINS}"),
        ("closest number|cup|kyle-busch|starts|-|", BUSCH),
        (
            "closest number|cup|kyle-busch|starts|2020-|bristol",
            f"season > 2019 and venue = 'bristol' and {BUSCH}",
        ),
        ("finish the career line|cup|kyle-larson|2023", f"season = 2023 and {HIS_WINS}"),
    ],
)
def test_what_was_raced_after_it_was_asked_does_not_count(
    key: str, sql: str, fan: Fan, connection: sqlite3.Connection
) -> None:
    counted = f"select count(*) from entry where series = 'cup' and {sql}"
    (then,) = connection.execute(f"{counted} and date <= :until", {"until": JUNE}).fetchone()
    (now,) = connection.execute(counted).fetchone()
    assert now > then
    for until, number in ((JUNE, then), ("2025-11-02", now)):
        told = fan.book.recount(AskedBefore(key, (), until))
        assert told
        assert told.right == (str(number),)


def test_a_title_is_won_when_its_season_ends(fan: Fan) -> None:
    titles = {
        until: fan.book.recount(AskedBefore("how many|cup|joey-logano|titles", (), until))
        for until in ("2024-11-03", "2024-11-10")
    }
    assert [told.right for told in titles.values() if told] == [("2",), ("3",)]


def test_a_corrected_race_changes_what_is_right_and_is_named(
    book_home: Path, tmp_path: Path
) -> None:
    evening = before_anybody_knew(book_home, tmp_path)
    (race,) = evening.races("2022 cup race 21")
    found = evening.trivia(Wish(race=race, kinds=("who won",)), 1, 0)
    asked = before(found[0])
    assert asked.accepted == ("Denny Hamlin",)

    after = tmp_path / "after"
    after.mkdir()
    (after / FILE).write_bytes((book_home / FILE).read_bytes())
    with closing(sqlite3.connect(after / FILE)) as records, records:
        for field in ("finish", "status"):
            records.execute(
                "insert into revision select id, null, :field, '1', '35', '2025-11-04' from race"
                " where series = 'cup' and season = 2022 and round = 21",
                {"field": field},
            )
    told = RecordBook.open(after).recount(asked)
    assert told
    assert told.differs(asked)
    assert told.right == ("Chase Elliott",)
    (why,) = told.why
    assert "2022-07-24 was corrected on 2025-11-04" in why
    assert evening.recount(asked) == type(told)(("Denny Hamlin",))
    assert evening.recount(AskedBefore("tea|milk", (), JUNE)) is None

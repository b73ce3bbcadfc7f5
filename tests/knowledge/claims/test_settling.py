"""Statements settled: true, almost, false or can't tell, with the number from the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.book.loading import load_table
from knowledge.book.opening import DATA
from knowledge.book.tables import NOTES

if TYPE_CHECKING:
    from knowledge.claims.claim import Verdict
    from tests.knowledge.conftest import Fan


def settled(fan: Fan, statement: str) -> Verdict:
    (verdict,) = fan.book.settle(statement)
    return verdict


def judged(fan: Fan, statement: str) -> list[tuple[str, object]]:
    return [(verdict.judgement, verdict.value) for verdict in fan.book.settle(statement)]


@pytest.mark.parametrize(
    ("statement", "judgement", "value"),
    [
        ("Heim won nine in 2024", "false", 6),
        ("Corey Heim won 12 Truck races in 2025", "true", 12),
        ("Richard Petty won 200 races", "true", 200),
        ("Jimmie Johnson has 7 championships", "true", 7),
        ("Dale Earnhardt won 67 in the 3", "true", 67),
        ("Dale Earnhardt won 77 Cup races", "almost", 76),
        ("Kyle Larson led 2,581 laps in 2021", "true", 2581),
        ("Kyle Larson led 2,500 laps in 2021", "almost", 2581),
        ("Kyle Busch has 102 wins", "almost", 63),
        ("Hendrick has more than three hundred Cup wins", "true", 317),
        ("Bill Elliott won over fifty races", "false", 44),
        ("Tony Stewart won at Indianapolis twice", "true", 2),
        ("Mark Martin has one Daytona 500 win", "false", 0),
    ],
)
def test_a_stated_number_is_compared_with_the_one_in_the_rows(
    statement: str, judgement: str, value: float, fan: Fan
) -> None:
    assert judged(fan, statement) == [(judgement, value)]


def test_a_wrong_number_is_told_with_the_right_one(fan: Fan) -> None:
    assert settled(fan, "Heim won nine in 2024").words == "the rows say 6, not 9."


def test_a_number_that_is_right_for_another_series_is_almost_right_and_says_which(
    fan: Fan,
) -> None:
    assert "102 is right for wins · Kyle Busch · Xfinity" in (
        settled(fan, "Kyle Busch has 102 wins").words
    )


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Petty won the 1979 Daytona 500", "true"),
        ("Kyle Busch won at Dover in 2010", "true"),
        ("Busch won the 2008 Daytona 500", "false"),
        ("Heim was the 2024 Truck champion", "false"),
        ("Majeski was the 2024 Truck champion", "true"),
        ("Petty has the most wins at Martinsville", "true"),
        ("Ford has the most wins at Talladega", "false"),
        ("Hendrick has the most Cup wins", "true"),
        ("Richard Petty has more wins than David Pearson", "true"),
        ("Mark Martin never won the Daytona 500", "true"),
        ("Dale Jarrett never won the Daytona 500", "false"),
        ("Jimmie Johnson has won at Watkins Glen", "false"),
        ("Larson has no wins in 2016", "false"),
    ],
)
def test_a_winner_a_leader_or_a_never_is_looked_up(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert settled(fan, statement).judgement == judgement


def test_who_did_win_is_told_where_somebody_else_was_named(fan: Fan) -> None:
    assert settled(fan, "Busch won the 2008 Daytona 500").value == "Ryan Newman"


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Heim's first win was at Atlanta in 2022", "true"),
        ("Heim's first win was at Daytona in 2022", "false"),
        ("Bubba Wallace's first Cup win was in 2021", "true"),
        ("Bubba Wallace's first Cup win was in 2022", "almost"),
        ("Bubba Wallace's first Cup win was in 2018", "false"),
        ("Chase Elliott won his first race at Watkins Glen in 2018", "true"),
    ],
)
def test_the_first_time_is_checked_by_place_and_season(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert settled(fan, statement).judgement == judgement


def test_a_compound_statement_is_checked_part_by_part_and_hands_on_its_subject(fan: Fan) -> None:
    assert judged(fan, "Heim won nine in 2024 and eleven in total") == [("false", 6), ("true", 11)]
    assert judged(fan, "Harvick won 9 Cup races in 2020, had 20 top fives, and led 1,500 laps") == [
        ("true", 9),
        ("true", 20),
        ("almost", 1531),
    ]
    assert judged(fan, "Dale Earnhardt won seven titles but never the Daytona 500") == [
        ("true", 7),
        ("false", 1),
    ]


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("Heim is the best driver of all time", "opinions"),
        ("Heim's crew chief is Scott Zipadelli", "crew chiefs"),
        ("Heim will win 10 races in 2026", "not been raced"),
        ("Waltrip never won a title", "Darrell Waltrip (3), or Michael Waltrip"),
        ("the moon is made of cheese", "no number, winner or record"),
        ("Heim was rookie of the year in 2022", "rookie"),
        ("All but one of Kurt Busch's wins were in a Ford", "all but so many"),
    ],
)
def test_what_the_rows_cannot_settle_says_why(statement: str, why: str, fan: Fan) -> None:
    verdict = settled(fan, statement)

    assert verdict.judgement == "can't tell"
    assert why in verdict.words


def test_a_shared_name_gets_the_names_with_the_number_of_each(fan: Fan) -> None:
    verdict = settled(fan, "Petty has fewer than 60 wins")

    assert verdict.judgement == "can't tell"
    assert verdict.choices == ("Richard Petty", "Lee Petty", "Kyle Petty")
    assert "Richard Petty (200), or Lee Petty (54)" in verdict.words


@pytest.mark.parametrize(
    ("statement", "judgement", "value"),
    [
        ("Earnhardt won 67 in the 3", "true", 67),
        ("Petty has 127 poles", "true", 127),
        ("Petty has 90 poles", "false", 127),
        ("Johnson won 11 times at Dover", "true", 11),
        ("Earnhardt and Petty have 14 titles together", "true", 14),
        ("Elliott drives for Gibbs", "false", 0),
    ],
)
def test_of_a_shared_name_the_one_must_be_meant_of_whom_alone_it_is_true(
    statement: str, judgement: str, value: float, fan: Fan
) -> None:
    assert judged(fan, statement) == [(judgement, value)]


def test_a_note_is_marked_as_contradicted_exactly_where_the_rows_say_otherwise(fan: Fan) -> None:
    (notes,) = load_table(DATA, NOTES)
    columns = notes.columns
    checked = {
        claim: [verdict.judgement for verdict in fan.book.settle(claim)]
        for claim in columns["claim"]
        if claim
    }
    marked = dict(zip(columns["claim"], columns["contradicted"], strict=True))

    assert len(checked) >= 4
    for claim, judgements in checked.items():
        assert set(judgements) == ({"false"} if marked[claim] else {"true"}), claim


@pytest.mark.parametrize("text", ["", " ", ",", ". .", "; and", "x" * 500])
def test_what_is_no_statement_gets_a_verdict_all_the_same(text: str, fan: Fan) -> None:
    assert settled(fan, text).judgement == "can't tell"


_WORDS = st.sampled_from(
    """Heim Petty Earnhardt won never nine 9 2024 2,581 most wins first last at Daytona in and ,
    but was the Daytona 500 titles has more than poles Hendrick no twice over 14.2""".split()
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(_WORDS, max_size=12))
def test_whatever_is_stated_gets_verdicts_that_never_lack_their_proof(
    words: list[str], fan: Fan
) -> None:
    for verdict in fan.book.settle(" ".join(words)):
        assert verdict.words
        if verdict.judgement != "can't tell":
            assert verdict.answer is not None
            assert verdict.answer.reading
            assert verdict.answer.sources
            assert verdict.answer.as_of

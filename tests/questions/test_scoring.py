"""The judge of the questions: strict about values, lenient about how a name is written."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.answer import Answer, Table, Unknown, Value, WhichOne
from tests.questions.scoring import judge


def answer(value: Value, *rows: tuple[str | int | float | None, ...]) -> Answer:
    columns = tuple(f"column {place}" for place in range(len(rows[0]))) if rows else ()
    return Answer("Said.", value, "read", Table(columns, rows))


LEADERS = {"value": ["Al", "Bo"], "ordered": False, "lead_ok": True}
RANKING = {"groups": [["Al"], ["Bo", "Cy"]], "n": 2}
WINNERS = {"rows_contain": [["Al"], ["Bo"]], "alt_list": ["Al", "Bo"]}


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ({"value": 12}, 12),
        ({"value": 13.1944, "tolerance": 0.0501}, 13.2),
        ({"value": 1625, "tolerance": 5}, 1621),
        ({"any_of": [25.84, 0.2584], "tolerance": 0.0501, "pct": True}, 0.2584),
        ({"value": "Ron Hornaday Jr."}, "ron hornaday jr"),
        ({"value": "Daniel Suárez"}, "Daniel Suarez"),
        ({"value": "Dale Earnhardt"}, "Dale Earnhardt Sr."),
        ({"any_of": [2, "2"]}, "2"),
        ({"value": True}, True),
        ({"value": 2009, "year_ok": True}, "2009-10-11"),
        ({"any_of": [1984, "1984-07-04", "Firecracker 400"], "year_ok": True}, "1984-07-04"),
        (
            {"any_of": [1984, "1984-07-04", "Firecracker 400"], "year_ok": True},
            "Pepsi Firecracker 400",
        ),
        (LEADERS, ("Bo", "Al")),
        (LEADERS, ("Al", "Bo", "Cy")),
        (RANKING, ("Al", "Cy", "Bo")),
        (WINNERS, ("Bo", "Al")),
    ],
)
def test_this_is_right(expected: dict[str, Any], value: Value) -> None:
    assert judge({"status": "answered", **expected}, answer(value)) == "right"


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ({"value": 12}, 11),
        ({"value": 12}, None),
        ({"value": 0}, False),
        ({"value": True}, 1),
        ({"any_of": [25.84, 0.2584], "tolerance": 0.0501, "pct": True}, 0.27),
        ({"value": "Dale Earnhardt"}, "Dale Earnhardt Jr."),
        ({"value": "Al"}, ("Al", "Bo")),
        ({"any_of": [1984, "1984-07-04"], "year_ok": True}, "1984-07-05"),
        (LEADERS, ("Al",)),
        (RANKING, ("Bo", "Al", "Cy")),
        (RANKING, ("Al", "Al")),
        (WINNERS, ("Al",)),
    ],
)
def test_this_is_wrong(expected: dict[str, Any], value: Value) -> None:
    assert judge({"status": "answered", **expected}, answer(value)) == "wrong"


def test_a_ranking_or_the_rows_asked_for_may_stand_in_the_table() -> None:
    table = answer(None, ("1", "Al"), ("2", "Bo"))

    assert judge({"status": "answered", **RANKING}, table) == "right"
    assert judge({"status": "answered", **WINNERS}, table) == "right"


def test_a_choice_must_offer_the_names_expected() -> None:
    expected = {"status": "choose", "choices_contain": ["Lee Petty"]}

    assert judge(expected, WhichOne("Petty", ("Richard Petty", "Lee Petty"))) == "right"
    assert judge(expected, WhichOne("Petty", ("Richard Petty", "Kyle Petty"))) == "missed"
    assert judge(expected, Unknown("No.")) == "missed"


def test_no_answer_is_right_only_where_there_is_none() -> None:
    assert judge({"status": ["unknown", "choose"]}, Unknown("No.")) == "right"
    assert judge({"status": "answered", "value": 1}, Unknown("No.")) == "missed"
    assert judge({"status": "unknown"}, answer(1)) == "overreach"

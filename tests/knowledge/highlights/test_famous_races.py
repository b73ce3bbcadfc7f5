"""What was remarkable in races that fans know, as it stood that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from knowledge.highlights.highlight import Highlight
    from tests.knowledge.conftest import Fan

MOST = "the most in one Truck Series season"


def highlights(fan: Fan, race: str) -> tuple[Highlight, ...]:
    (named,) = fan.book.races(race)
    return fan.book.highlights(named)


def told(fan: Fan, race: str) -> list[str]:
    return [each.statement for each in highlights(fan, race)]


def test_earnhardt_waited_twenty_years_for_his_daytona_500(fan: Fan) -> None:
    first, *others = told(fan, "1998 Daytona 500")

    expected = (
        "It was Dale Earnhardt's first win in the Daytona 500, in the 20th start in that race."
    )
    assert first == expected
    assert (
        "Dale Earnhardt had gone 59 starts without a win,"
        " since the 1996 Purolator 500 at Atlanta Motor Speedway."
    ) in others


def test_mcmurray_won_in_his_second_start(fan: Fan) -> None:
    first, *_ = told(fan, "fall 2002 Cup race at Charlotte")

    assert first == "It was Jamie McMurray's first win in the Cup Series, in the second start."


@pytest.mark.parametrize(
    ("race", "record"),
    [
        (
            "spring 2017 Cup race at Dover",
            "Jimmie Johnson ties Cale Yarborough for sixth on the Cup Series list of wins with 83.",
        ),
        (
            "spring 2011 Cup race at Pocono",
            "Jeff Gordon ties Darrell Waltrip for fourth on the Cup Series list of wins with 84.",
        ),
        (
            "2025 Truck race at New Hampshire",
            f"Corey Heim's 9 wins equal {MOST}, by Greg Biffle in 1999.",
        ),
        (
            "2025 Truck race at the Charlotte Roval",
            f"Corey Heim's 10 wins are {MOST}, ahead of 9 by Greg Biffle in 1999.",
        ),
    ],
)
def test_a_record_reached_comes_before_all_else(fan: Fan, race: str, record: str) -> None:
    assert told(fan, race)[0] == record


def test_heims_twelfth_win_came_with_both_stages_and_two_in_a_row(fan: Fan) -> None:
    statements = told(fan, "2025 Truck finale")

    assert "Corey Heim also won both stages." in statements
    assert "Corey Heim has won 2 Truck Series races in a row." in statements
    assert (
        "It was Corey Heim's 23rd win in the Truck Series and the 12th of the 2025 season."
        in statements
    )


def test_nobody_had_won_ten_in_a_row_before_petty(fan: Fan) -> None:
    assert told(fan, "1967 Cup race 46")[0] == (
        "Richard Petty has won 10 Cup Series races in a row,"
        " longer than any run in the series before."
    )
    assert "Richard Petty's run of 10 wins in a row ended with 18th place." in told(
        fan, "1967 Cup race 47"
    )


def test_a_race_of_the_fifties_is_told_by_what_its_rows_hold(fan: Fan) -> None:
    statements = told(fan, "1953 Southern 500")

    assert "Buck Baker was the only driver on the lead lap." in statements
    assert "Herb Thomas has finished in the top five 20 times in a row." in statements
    assert not any("stage" in each or "caution" in each for each in statements)


def test_a_qualifier_at_daytona_counted_and_was_led_from_end_to_end(fan: Fan) -> None:
    statements = told(fan, "1960 Cup race 4")

    assert statements[0].startswith("Jack Smith led all 40 laps")
    assert "Jack Smith won from the pole." in statements


def test_nothing_later_than_the_race_is_known(fan: Fan) -> None:
    statements = told(fan, "1979 Daytona 500")

    assert (
        "It was Richard Petty's 186th win in the Cup Series and the first of the 1979 season."
        in statements
    )
    assert "It was Richard Petty's sixth win in the Daytona 500." in statements


def test_behind_every_highlight_stand_rows(fan: Fan) -> None:
    for race in ("1953 Southern 500", "1998 Daytona 500", "2025 Truck finale"):
        for highlight in highlights(fan, race):
            assert highlight.rows.rows, highlight.statement


def test_the_rows_behind_a_count_are_as_many(fan: Fan) -> None:
    (win,) = (
        each
        for each in highlights(fan, "1998 Daytona 500")
        if each.statement.startswith("It was Dale Earnhardt's 71st")
    )

    assert len(win.rows.rows) == 71
    assert {row[win.rows.columns.index("Finish")] for row in win.rows.rows} == {1}

"""Tables on a phone: columns as long as they fit, and no cell ever left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.tables import WIDEST_LINE, as_columns, as_entries, columns_of, table_lines
from bot.reply import Column, Table
from tests.adapters.gallery import BUSCH, CAREER, RACES, TALLADEGA

NAMES = st.text(alphabet="abc ABC 123 `*_漢\u0301", min_size=1, max_size=20)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width, height = draw(st.integers(1, 8)), draw(st.integers(1, 6))
    columns = [Column(draw(NAMES), draw(st.booleans())) for _ in range(width)]
    rows = [tuple(draw(NAMES) for _ in range(width)) for _ in range(height)]
    return Table(tuple(columns), tuple(rows))


def test_a_narrow_table_has_its_columns_side_by_side() -> None:
    (block,) = as_columns(BUSCH)

    assert block.splitlines()[1:3] == ["Season  Starts  Wins", "  2008      36     8"]


def test_a_little_too_wide_and_the_heads_are_those_of_box_scores() -> None:
    (block,) = as_columns(TALLADEGA)

    assert block.splitlines()[1:3] == [
        "#  Driver             Wins Sts",
        "1  Dale Earnhardt       10  44",
    ]


def test_heads_break_into_lines_before_they_are_shortened() -> None:
    heads = ("Season", "Average finish", "Laps completed", "Lead changes")
    (block,) = as_columns(
        Table(tuple(Column(each, True) for each in heads), (("1", "2", "3", "4"),))
    )

    assert block.splitlines()[1:3] == [
        "       Average      Laps    Lead",
        "Season  finish completed changes",
    ]


def test_a_wide_table_is_told_row_by_row_with_every_cell() -> None:
    for table in (RACES, CAREER):
        assert as_columns(table) == []
        told = "\n".join(as_entries(table))
        assert all(cell in told for row in table.rows for cell in row)


def test_what_a_row_is_about_stands_first_and_numbers_have_their_names() -> None:
    assert as_entries(RACES)[0] == (
        "**2025-02-14** · **Fresh From Florida 250**\n"
        "-# Daytona International Speedway · Car 11 · Start 3 · Finish 1 · Laps led 2"
    )


@given(tables())
def test_no_line_of_a_code_block_is_wider_than_a_phone_and_no_fence_is_broken(table: Table) -> None:
    for piece in table_lines(table):
        if piece.startswith("```"):
            inside = piece.split("\n")[1:-1]
            assert all(columns_of(line) <= WIDEST_LINE for line in inside)
            assert "`" not in "".join(inside)

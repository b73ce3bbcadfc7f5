"""Replies as shown: a card in a terminal, plain text elsewhere, the same words in both."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from adapters.console.card import print_card
from adapters.console.inert import inert_reply
from adapters.console.plain import plain
from adapters.console.render import cut, show
from adapters.inert import inert
from bot.phrasing import phrase
from bot.reply import Button, Chart, Column, Fields, Reply, Table, Text
from knowledge.answer import Chart as Drawing
from knowledge.answer import Line
from tests.bot.small_book import HEIM, PETTY, WEATHER

BARS = Drawing("bars", "Wins", "season", "wins", ("2024", "2025"), (Line("Heim", (6.0, 12.0)),))
EVERYTHING = Reply(
    title="Title",
    blocks=(
        Text("words", "caution"),
        Fields((("name", "fact"),)),
        Table((Column("Race"), Column("Laps", holds_numbers=True)), (("Ecosave 200", "134"),)),
        Chart(BARS, "chart in words"),
    ),
    buttons=(Button("first choice", "one"), Button("second choice", "two")),
    footer="footer",
)
LONG = Reply("Title", (Table((Column("Car"),), tuple((str(car),) for car in range(40))),))
ATTACK = "\x1b[2J\x07\x9b31m\u202eevil\r\n[bold red]x[/] :boom:"


def card(reply: Reply, capsys: pytest.CaptureFixture[str]) -> str:
    print_card(reply)
    return capsys.readouterr().out


def words(text: str) -> list[str]:
    return re.sub("[╭╮╰╯│─]", " ", text).split()


def test_plain_text_lines_columns_up_and_numbers_flush_right() -> None:
    assert plain(EVERYTHING) == (
        "Title\n"
        "words\n"
        "name  fact\n"
        "\n"
        "Race         Laps\n"
        "Ecosave 200   134\n"
        "\n"
        "chart in words\n"
        "2024  ████████████████████ 6\n"
        "2025  ████████████████████████████████████████ 12\n"
        "1. first choice\n"
        "2. second choice\n"
        "\n"
        "footer"
    )


def test_what_is_told_no_more_is_struck_or_said_to_be() -> None:
    assert plain(Reply("Title", (Text("a fourth win", "struck"),))) == (
        "Title\nTold before: a fourth win"
    )


@pytest.mark.parametrize("reply", [EVERYTHING, phrase(HEIM), phrase(PETTY), phrase(WEATHER)])
def test_the_card_and_the_plain_text_say_the_same(
    reply: Reply, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")

    assert words(card(reply, capsys)) == words(plain(reply))


def test_nothing_is_coloured_where_no_terminal_is(capsys: pytest.CaptureFixture[str]) -> None:
    show(EVERYTHING, None, "")

    assert capsys.readouterr().out == f"{plain(EVERYTHING)}\n"


@pytest.mark.parametrize("columns", [20, 40, 80, 110])
def test_a_card_keeps_within_the_terminal_whatever_its_table(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    names = ("Finish", "Driver", "Make", "Team", "Race", "Track", "Laps", "Status")
    row = ("1", "Ricky Stenhouse Jr.", "Chevrolet", "Stewart-Haas Racing", *["Speedway " * 4] * 4)
    wide = Reply("Title " * 20, (Table(tuple(map(Column, names)), (row, row)),), footer="x" * 150)

    assert {len(line) for line in card(wide, capsys).splitlines()} == {columns}


def test_a_row_breaks_between_words_not_within_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    row = ("John Hunter Nemechek", "Stewart-Haas Racing", "Talladega Superspeedway")
    table = Table((Column("Driver"), Column("Team"), Column("Track")), (row,))

    shown = words(card(Reply("Title", (table,)), capsys))

    assert set(" ".join(row).split()) <= set(shown)


def test_a_long_table_says_how_much_is_left_out() -> None:
    table, rest = cut(LONG, 15, "ask for more").blocks

    assert isinstance(table, Table)
    assert len(table.rows) == 15
    assert rest == Text("... 25 more rows; ask for more", "quiet")


def test_one_row_left_out_is_one_row() -> None:
    assert cut(LONG, 39, "ask").blocks[-1] == Text("... 1 more row; ask", "quiet")


def test_all_rows_are_shown_when_all_are_wanted() -> None:
    assert cut(LONG, None, "") == LONG
    assert cut(LONG, 40, "") == LONG


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    assert inert(ATTACK) == " [2J 31m evil [bold red]x[/] :boom:"
    assert inert("Daniel Suárez · 2025 \U0001f3c1") == "Daniel Suárez · 2025 \U0001f3c1"


def test_markup_and_control_characters_are_inert_wherever_they_stand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")
    attacked = Reply(
        title=ATTACK,
        blocks=(
            Text(ATTACK),
            Fields(((ATTACK, ATTACK),)),
            Table((Column(ATTACK),), ((ATTACK,),)),
        ),
        buttons=(Button(ATTACK, "question"),),
        footer=ATTACK,
    )

    shown = inert_reply(attacked)

    for text in (plain(shown), card(shown, capsys)):
        assert text.count("[bold red]x[/] :boom:") == 8
        assert not set(text) & set("\x1b\x07\x9b\u202e\r")


def test_a_reply_without_harm_is_left_as_it_is() -> None:
    assert inert_reply(EVERYTHING) == EVERYTHING
    assert inert_reply(replace(EVERYTHING, blocks=())) == replace(EVERYTHING, blocks=())

"""A community's pack: read as it was typed, faulted line by line, asked, and handed back."""

from __future__ import annotations

import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.quiz.packs.asking import questions_of
from bot.quiz.packs.pack import LARGEST, Pack, Written
from bot.quiz.packs.reading import read_pack
from bot.quiz.packs.writing import to_csv, to_yaml
from bot.quiz.question import Question

NIGHT = """\
title: The King's night
as_of: 2024
questions:
  - question: How many Cup races did Richard Petty win?
    answer: 200
    choices: [105, 192, 198]
    difficulty: 1
  - question: "Whom do fans call: The Intimidator?"
    answer: [Dale Earnhardt, Dale Earnhardt Sr.]
  - question: Name drivers with seven championships
    answer: [Richard Petty, Dale Earnhardt, Jimmie Johnson]
    kind: several
    wanted: 2
  - question: How many laps did Petty lead in 1967?
    answer: 5,537 laps
    kind: closest
    told: He led more than half of all he ran.
    as_of: 1967
"""

SPREADSHEET = """\
\ufeffquestion;answer;choices;as of\r
Who won the first Daytona 500?;Lee Petty;Johnny Beauchamp|Lee Petty;\r
"Which number; or rather, whose?";43|the 43;;1967\r
"""


@pytest.fixture(params=[True, False], ids=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser is one written in C where that was built, else one in Python."""
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param and yaml.__with_libyaml__)


def faults(text: str | bytes) -> list[str]:
    return [str(fault) for fault in read_pack(text).faults]


def test_a_pack_is_read_as_it_was_typed(parser):
    read = read_pack(NIGHT)
    assert read.faults == ()
    assert read.pack.title == "The King's night"
    wins, nickname, seven, laps = read.pack.questions
    assert wins.choices == ("105", "192", "198", "200")  # the right one joins the wrong
    assert nickname.answers == ("Dale Earnhardt", "Dale Earnhardt Sr.")
    assert (seven.kind, seven.wanted) == ("several", 2)
    assert [each.as_of for each in read.pack.questions] == [2024, 2024, 2024, 1967]
    assert laps.line == 14


def test_a_spreadsheet_is_read_with_its_semicolons_and_its_mark():
    read = read_pack(SPREADSHEET.encode(), "daytona_night.csv")
    assert read.faults == ()
    assert read.pack.title == "daytona night"
    assert [each.answers for each in read.pack.questions] == [("Lee Petty",), ("43", "the 43")]
    assert read.pack.questions[1].as_of == 1967


def test_every_fault_is_told_at_once_with_its_line(parser):
    read = read_pack("""\
title: Faulty
questions:
  - question: Who won?
    anser: Petty
  - question: Who was second?
    answer: Dale Jarrett
    choices: [Dale Jarret, Kyle Petty]
  - question: Who was third?
    answer: Bill Elliott
    choices: [A, B, C, D]
    difficulty: nine
  - question: Who was fourth?
    answer: Sterling Marlin
  - question: WHO won?
    answer: [Petty, [Pearson]]
    kind: severel
  - question: How far?
    answer: very far
    kind: closest
  - Who was last?
  - question: Fifth: who?
    answer: nobody
""")
    assert [str(fault) for fault in read.faults] == [
        "line 3: there is no answer.",
        "line 4: a question has no “anser”; did you mean “answer”?",
        "line 7: the choice “Dale Jarret” is spelt otherwise than the answer.",
        "line 10: the answer is not among the choices.",
        "line 11: “difficulty” is a number from 1 to 5, not “nine”.",
        "line 14: the same question stands on line 3 already.",
        "line 15: lists within lists are not read; an answer is a text or a list of texts.",
        "line 16: there is no kind “severel”; did you mean “several”?",
        "line 18: the nearest to one number wins: the answer is a number.",
        "line 20: a question has keys: `question: ...`, `answer: ...`.",
        "line 21: a text with a colon in it needs quotation marks; or this line is set in too far.",
    ]
    assert [each.question for each in read.pack.questions] == ["Who was fourth?"]


def test_a_spreadsheets_faults_have_their_lines_too():
    hint, cells, marks = faults(
        'question,answer,hint\n"Two\nlines",x\nWho, when?,x,y,z\n\n"open,x\n'
    )
    assert hint.startswith("line 1: a pack has no “hint”; there are title, question, answer, ")
    assert cells.startswith("line 4: there are more cells than columns; ")
    assert marks.startswith("line 6: the quotation marks that open in this row are not closed")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &a [x]\nb: *a\n", "line 1: anchors (&) and aliases (*) are not read; "),
        ("title: !!python/object/apply:os.abort []\n", "line 1: tags (!) are not read; "),
        ("title: x\nquestions: [[[[[[[[[[\n", "line 2: lists within lists are not read; "),
        ("title: x\nquestions:\n\t- question: a\n", "line 3: lines are set in by spaces"),
        ("title: x\nquestions:\n- question: 'a\n", "line 3: the quotation marks that open here"),
        ("title: x\nquestions:\n- question: [a\n  answer: b", "line 3: the bracket"),
        ("title: x\nquestions:\n- question: a\n  answer b\n", "line 4: a key needs a colon"),
        ("title: x\nquestions:\n- question: @a\n", "line 3: a text that begins with this sign"),
        ("title: x\n---\ntitle: y\n", "line 1: there is no list of questions: "),
        ("Who won?", "line 1: a pack has a title and questions: "),
        ("\n \n", "line 1: there are no questions in it."),
        ("title: a\x00b\n", "line 1: there is a sign here that cannot be shown"),
        (b"question,answer\nWho?,Su\xe1rez", "line 2: this is no UTF-8 text; "),
        ("x" * (LARGEST + 1), "line 1: a pack is at most 100 kB; "),
        ("[" * (LARGEST - 1), "line 1: "),
    ],
)
def test_what_is_no_pack_is_told_so_in_a_sentence(parser, text, told):
    assert any(fault.startswith(told) for fault in faults(text)), faults(text)


def test_two_hundred_questions_are_a_pack_and_one_more_is_a_fault():
    rows = "".join(f"Question {number}?,{number}\n" for number in range(201))
    read = read_pack(f"question,answer\n{rows}")
    assert len(read.pack.questions) == 200
    assert [str(fault) for fault in read.faults] == [
        "line 202: a pack holds 200 questions, and here are 201."
    ]


def test_a_night_of_choices_asks_by_letters_and_types_what_has_no_choices():
    pack = read_pack(NIGHT).pack
    wins, nickname, seven, laps = questions_of(pack, "choice", "night 1")
    assert [each.kind for each in (wins, nickname, seven, laps)] == [
        "choice",
        "typed",
        "several",
        "closest",
    ]
    assert wins.accepted == (wins.letter_of("200"),)
    assert (laps.accepted, laps.unit, laps.through) == (("5537",), "laps", "1967 season")
    assert {_order(pack, f"night {number}") for number in range(20)} > {wins.choices}
    assert _order(pack, "night 1") == wins.choices  # the same after a restart


def _order(pack: Pack, seed: str) -> tuple[str, ...]:
    return questions_of(pack, "choice", seed)[0].choices


def test_a_night_of_typing_still_shows_the_choices_that_a_question_speaks_of():
    pack = Pack(
        "x",
        (
            Written("Who won more?", ("Petty",), ("Petty", "Pearson"), "choice"),
            Written("Which of these won?", ("Petty",), ("None of these", "Petty"), "choice"),
        ),
    )
    typed, shown = questions_of(pack, "typed", "x")
    assert (typed.kind, typed.choices, typed.accepted) == ("typed", (), ("Petty",))
    assert (shown.kind, shown.choices) == ("choice", ("Petty", "None of these"))
    assert isinstance(shown, Question)


TEXT = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30
)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXT, min_size=6, max_size=6))
def test_what_is_written_out_is_read_in_again(texts):
    pack = read_pack(
        to_yaml(
            Pack(
                texts[0],
                (
                    Written(texts[1], (texts[2],), told=texts[3], difficulty=5, as_of=1998),
                    Written(f"{texts[1]}?", (texts[4], texts[5]), kind="several", wanted=1),
                    Written("=1+1", ("-1", "a|b\\"), ("-1", "a|b", "'=c"), "choice"),
                ),
            )
        )
    ).pack  # tidied
    assert read_pack(to_yaml(pack)).pack == pack
    assert read_pack(to_csv(pack).encode()).pack == pack


def test_a_spreadsheet_takes_no_cell_of_a_pack_for_a_formula():
    pack = Pack("=1", (Written("=cmd|x", ("@a", "+b"), told="-c"),))
    cells = to_csv(pack).split("\r\n")[1].split(",")
    assert cells == ["'=cmd|x", "'@a|+b", "'-c", "'=1"]


def test_the_parser_is_loaded_for_no_spreadsheet(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml", None)  # to import it would fail
    assert read_pack(SPREADSHEET).faults == ()

"""A file of questions: answered line by line, in order, none lost for a bad neighbour."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from adapters.console.batch import answer_batch
from tests.bot.small_book import HEIM, SmallBook

if TYPE_CHECKING:
    from tests.adapters.conftest import NewTalk


def test_each_turn_is_answered_and_sees_the_turns_before_it(
    new_talk: NewTalk, small_book: SmallBook
) -> None:
    (line,) = answer_batch([b'{"id": "a", "turns": ["heim", "petty"]}'], new_talk)

    assert line.data["id"] == "a"
    assert [answer["status"] for answer in line.data["answers"]] == ["answered", "choose"]
    assert small_book.asked == [("heim", None), ("petty", HEIM)]


def test_no_line_sees_the_turns_of_another(new_talk: NewTalk, small_book: SmallBook) -> None:
    list(answer_batch([b'{"id": 1, "turns": ["heim"]}', b'{"id": 1, "turns": ["x"]}'], new_talk))

    assert small_book.asked[-1] == ("x", None)


@pytest.mark.parametrize(
    ("line", "id_", "complaint"),
    [
        (b"oops", None, "line 2 is not JSON"),
        (b'{"id": 7, "turns": ["he', None, "line 2 is not JSON"),
        (b"\xff\xfe", None, "line 2 is not JSON"),
        (b"[" * 100_000, None, "line 2 is not JSON"),
        (b'["heim"]', None, 'line 2 is not an object like {"id": ..., "turns": ["question"]}'),
        (b'{"id": 7}', 7, 'line 2 has no "turns" that are a list of questions'),
        (b'{"id": 7, "turns": "heim"}', 7, 'line 2 has no "turns" that are a list of questions'),
        (b'{"id": 7, "turns": [1]}', 7, 'line 2 has no "turns" that are a list of questions'),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_answered_in_its_place(
    line: bytes, id_: object, complaint: str, new_talk: NewTalk
) -> None:
    good = b'{"id": "good", "turns": ["heim"]}'

    before, bad, after = answer_batch([good, line, good], new_talk)

    assert before == after
    assert bad.complaint == complaint
    assert bad.data["id"] == id_
    (answer,) = bad.data["answers"]
    assert (answer["status"], answer["text"]) == ("unknown", f"I cannot read this: {complaint}.")


def test_blank_lines_and_a_byte_order_mark_are_no_questions(new_talk: NewTalk) -> None:
    lines = [b'\xef\xbb\xbf{"id": 1, "turns": ["heim"]}\r\n', b"\n", b'{"id": 2, "turns": []}']

    assert [line.data["id"] for line in answer_batch(lines, new_talk)] == [1, 2]


def test_a_bug_costs_one_answer_not_the_run(new_talk: NewTalk) -> None:
    (line,) = answer_batch([b'{"id": 1, "turns": ["break", "heim"]}'], new_talk)

    assert [answer["status"] for answer in line.data["answers"]] == ["unknown", "answered"]


def test_half_a_character_is_asked_as_a_question_mark(
    new_talk: NewTalk, small_book: SmallBook
) -> None:
    list(answer_batch([b'{"id": 1, "turns": ["heim \\ud83c"]}'], new_talk))

    assert small_book.asked == [("heim ?", None)]


def test_an_answer_is_plain_json(new_talk: NewTalk) -> None:
    lines = [b'{"id": 1, "turns": ["heim", "petty", "weather"]}']

    (line,) = answer_batch(lines, new_talk)

    answered, choice, unknown = json.loads(json.dumps(line.data))["answers"]
    assert answered["caveats"] == [
        "12 counts points races only.",
        "Data through Championship Race at Phoenix Raceway, November 2, 2025.",
    ]
    assert answered["sources"] == [{"title": "Racing rows", "url": "https://example.org/rows"}]
    assert answered["rows"][1] == ["2025-03-14", "Ecosave 200", 2.0, None]
    assert choice["choices"] == ["Richard Petty", "Lee Petty"]
    assert unknown["text"] == "I hold results, no weather. I can say who won."
    assert answered.keys() == choice.keys() == unknown.keys()

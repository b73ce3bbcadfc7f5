"""Outcomes put into words: first the sentence, then its proof, last the small print."""

from __future__ import annotations

from bot.phrasing import EXAMPLES, phrase, phrase_date
from bot.reply import Table, Text
from knowledge.answer import Answer, Unknown
from tests.bot.small_book import HEIM, PETTY, WEATHER


def test_an_answer_is_the_sentence_then_how_it_was_read_then_rows_then_caveats() -> None:
    reply = phrase(HEIM)

    assert reply.title == HEIM.headline
    reading, table, note = reply.blocks
    assert reading == Text("wins · Corey Heim · Truck Series · 2025", "quiet")
    assert isinstance(table, Table)
    assert note == Text("Note: 12 counts points races only.", "caution")


def test_the_footer_says_through_which_race_and_from_where() -> None:
    assert phrase(HEIM).footer == (
        "Data through Championship Race at Phoenix Raceway, November 2, 2025 · Sources: Racing rows"
    )


def test_an_answer_with_nothing_but_a_sentence_has_nothing_else() -> None:
    reply = phrase(Answer("Yes.", value=True, reading=""))

    assert (reply.blocks, reply.buttons, reply.footer) == ((), (), "")


def test_a_choice_asks_which_one_and_offers_each() -> None:
    reply = phrase(PETTY)

    assert reply.title == "Which Petty do you mean?"
    assert [button.question for button in reply.buttons] == ["Richard Petty", "Lee Petty"]


def test_what_is_unknown_says_why_the_nearest_thing_and_three_examples() -> None:
    reply = phrase(WEATHER)

    assert reply.title == "I hold results, no weather."
    assert Text("I can say who won.") in reply.blocks
    assert [button.question for button in reply.buttons] == list(EXAMPLES)


def test_examples_that_fit_the_question_come_before_the_usual_ones() -> None:
    reply = phrase(Unknown("No.", examples=("a", "b", "c", "d")))

    assert [button.label for button in reply.buttons] == ["a", "b", "c"]


def test_a_date_is_written_out() -> None:
    assert phrase_date("2025-03-01") == "March 1, 2025"

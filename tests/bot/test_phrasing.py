"""Outcomes put into words: first the sentence, then its proof, last the small print."""

from __future__ import annotations

from bot.phrasing import phrase, phrase_date
from bot.reply import Table, Text
from knowledge.answer import Answer
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


def test_a_choice_asks_which_one() -> None:
    assert phrase(PETTY).title == "Which Petty do you mean?"


def test_what_is_unknown_says_why_and_the_nearest_thing() -> None:
    reply = phrase(WEATHER)

    assert reply.title == "I hold results, no weather."
    assert Text("I can say who won.") in reply.blocks


def test_a_date_is_written_out() -> None:
    assert phrase_date("2025-03-01") == "March 1, 2025"

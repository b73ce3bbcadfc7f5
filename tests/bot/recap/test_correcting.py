"""A result that changes after a recap was posted: the edit is proposed, the old line struck."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.channel import Destination
from bot.recap.copies import Copy
from bot.recap.correcting import disputed, find_proposal, now_struck, told_by
from bot.recap.covering import show_draft
from bot.recap.draft import Draft, Target
from bot.recap.drawing_up import recap_of
from bot.reply import Text
from knowledge.record_book import RecordBook
from tests.bot.recap.pocono import before_inspection

if TYPE_CHECKING:
    from pathlib import Path

    from bot.reply import Reply

RACING = Target(Destination("discord", "track", "racing"))
DRAFT = Draft("r1", "discord", "track", "2022 cup race 21", targets=(RACING,))


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture(scope="module")
def that_evening(book_home: Path, tmp_path_factory: pytest.TempPathFactory) -> RecordBook:
    return before_inspection(book_home, tmp_path_factory.mktemp("evening"))


def posted(draft: Draft, book: RecordBook) -> Copy:
    told = told_by(recap_of(draft, book))
    there = Copy("m1", RACING, draft, state="posted", message="1", version=draft.version)
    return replace(there, told=told)


def struck(reply: Reply) -> list[str]:
    return [each.words for each in reply.blocks if isinstance(each, Text) and each.tone == "struck"]


def test_the_exact_edit_is_proposed_line_by_line(
    book: RecordBook, that_evening: RecordBook
) -> None:
    proposal = find_proposal(book, DRAFT, [posted(DRAFT, that_evening)])
    assert proposal
    by_key = {each.key: each for each in proposal.corrections}

    assert proposal.draft == DRAFT
    assert by_key["headline"].old.startswith("Denny Hamlin wins the 2022 M&M's")
    assert by_key["headline"].new.startswith("Chase Elliott wins the 2022 M&M's")
    assert by_key["headline"].reasons
    assert by_key["top ten"].old.startswith("Top ten: 1 Denny Hamlin, 2 Kyle Busch,")
    assert by_key["top ten"].new.startswith("Top ten: 1 Chase Elliott,")
    assert "race" not in by_key


def test_nothing_is_proposed_where_the_rows_say_the_same(book: RecordBook) -> None:
    assert find_proposal(book, DRAFT, [posted(DRAFT, book)]) is None


def test_words_of_a_moderators_own_that_are_still_true_are_left_alone(
    book: RecordBook, that_evening: RecordBook
) -> None:
    texts = (("race", "Cautions came out as often as the sun."), ("winner", "Hamlin won it."))
    edited = replace(DRAFT, edits=replace(DRAFT.edits, texts=texts))
    proposal = find_proposal(book, edited, [posted(edited, that_evening)])
    assert proposal

    assert "race" not in {each.key for each in proposal.corrections}
    assert ("winner", "Hamlin won it.") in {(c.key, c.old) for c in proposal.corrections}
    assert proposal.accepted.texts == texts[:1]


def test_what_a_moderator_posted_anyway_is_no_change_of_the_rows(book: RecordBook) -> None:
    edits = replace(DRAFT.edits, texts=(("race", "There were 40 cautions."),))
    insisting = replace(DRAFT, edits=edits, anyway=True)
    there = posted(insisting, book)

    assert find_proposal(book, insisting, [there])
    insists = replace(there, disputed=disputed(book, recap_of(insisting, book)))
    assert find_proposal(book, insisting, [insists]) is None


def test_the_corrected_recap_has_the_old_lines_struck_through_and_keeps_them_so(
    book: RecordBook, that_evening: RecordBook
) -> None:
    before = posted(DRAFT, that_evening)
    recap = recap_of(DRAFT, book)
    lines = now_struck(book, before, recap)
    reply = show_draft(DRAFT, recap, struck=dict(lines))

    assert reply.title.startswith("Chase Elliott wins")
    assert struck(reply)[0].startswith("Denny Hamlin wins")
    assert not any("cautions" in words for words in struck(reply))

    corrected = replace(before, told=told_by(recap), struck=lines)
    assert now_struck(book, corrected, recap.introduced("A long evening.")) == lines


def test_what_is_only_worded_otherwise_is_not_struck(book: RecordBook) -> None:
    before = posted(DRAFT, book)
    recap = recap_of(DRAFT, book).saying("race", "It was a race of few words.")

    assert now_struck(book, before, recap) == ()


@pytest.mark.parametrize("spoilers", ["tagged", "thread", "delayed 24"])
def test_a_struck_headline_stands_in_no_title_of_a_covered_channel(
    book: RecordBook, that_evening: RecordBook, spoilers: str
) -> None:
    recap = recap_of(DRAFT, book)
    lines = now_struck(book, posted(DRAFT, that_evening), recap)
    reply = show_draft(DRAFT, recap, spoilers, dict(lines))

    assert reply.title == "Pocono is final"
    assert struck(reply)[0].startswith("Denny Hamlin wins")

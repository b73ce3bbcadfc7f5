"""Posting by one process: the draft and its copies go together, and what is refused is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.channel import NotPosted
from bot.recap.drafts import Outdated
from bot.recap.in_memory import DraftsInMemory
from bot.recap.posting_at_once import PostingsAtOnce
from knowledge.record_book import RecordBook
from tests.bot.store.board import Board
from tests.bot.store.posting_room import ANN, DRAFT

if TYPE_CHECKING:
    from pathlib import Path

SIGNED = replace(DRAFT, state="posted")


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


async def test_of_two_who_sign_it_one_does_and_it_is_posted_once(
    book: RecordBook, tmp_path: Path
) -> None:
    drafts, board = DraftsInMemory(), Board(tmp_path)
    postings = PostingsAtOnce(drafts, {"discord": board}, book)
    await drafts.begin(DRAFT, ANN)

    kept = await postings.keep(SIGNED, ANN, "posted", ("send",))
    with pytest.raises(Outdated):
        await postings.keep(SIGNED, ANN, "posted", ("send",))

    assert await drafts.find(DRAFT.id) == kept
    assert len(board.messages("racing")) == 1


async def test_an_edit_and_an_undoing_that_a_channel_refuses_are_told_and_can_be_done_again(
    book: RecordBook, tmp_path: Path
) -> None:
    drafts, board = DraftsInMemory(), Board(tmp_path)
    postings = PostingsAtOnce(drafts, {"discord": board}, book)
    await drafts.begin(DRAFT, ANN)
    kept = await postings.keep(SIGNED, ANN, "posted", ("send",))

    for did, wanted, state in (("updated", "update", "posted"), ("undone", "undo", "removed")):
        board.refusals.append(NotPosted("Not now."))
        kept = await postings.keep(kept, ANN, did, (wanted,))
        assert [(s.state, s.why) for s in await postings.states(kept)] == [("failed", "Not now.")]
        kept = await postings.keep(kept, ANN, did, (wanted,))
        assert [(s.state, s.why) for s in await postings.states(kept)] == [(state, "")]

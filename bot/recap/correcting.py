"""Recaps that the rows contradict since they were posted, and the exact edit that mends them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.recap.drawing_up import recap_of
from bot.recap.fact_lock import check_recap
from bot.recap.recap import Edits, Recap, RecapBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.book import Book
    from bot.recap.copies import Copy, Lines
    from bot.recap.draft import Draft
    from bot.recap.recap import Key


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a recap as it was posted, and as the rows have it now."""

    key: Key
    old: str
    new: str  # nothing where the rows have nothing more to tell of it
    reasons: tuple[str, ...]  # what the rows say against the old line


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be corrected in a recap, in every channel that has it."""

    draft: Draft
    corrections: tuple[Correction, ...]

    @property
    def accepted(self) -> Edits:
        """The draft's edits without the texts that the rows contradict."""
        wrong = {each.key for each in self.corrections}
        texts = tuple(each for each in self.draft.edits.texts if each[0] not in wrong)
        return replace(self.draft.edits, texts=texts)


def told_by(recap: Recap) -> Lines:
    """What a recap tells, line by line, the headline among them."""
    body = ((block.key, block.words) for block in recap.blocks if block.key != "headline")
    return (("headline", recap.headline), *((key, words) for key, words in body if words))


def proposals(book: Book, copies: Iterable[Copy]) -> tuple[Proposal, ...]:
    """One for each posted recap of which the rows contradict a line now."""
    by_recap = {copy.draft.id: copy for copy in copies if copy.told and not copy.undone}
    found = (Proposal(copy.draft, corrections(book, copy)) for copy in by_recap.values())
    return tuple(proposal for proposal in found if proposal.corrections)


def corrections(book: Book, copy: Copy) -> tuple[Correction, ...]:
    """The lines of a copy that the rows contradict, beside what they give in their place."""
    recap = recap_of(copy.draft, book)
    new = {block.key: block.words for block in recap.written}
    wrong = contradicted(book, recap, copy.told)
    return tuple(
        Correction(key, old, new.get(key, ""), wrong[key])
        for key, old in copy.told
        if key in wrong and new.get(key, "") != old
    )


def now_struck(book: Book, copy: Copy, recap: Recap) -> Lines:
    """What is to be struck through where the recap takes the place of what a copy tells."""
    new = dict(told_by(recap))
    before = [
        (key, old)
        for key, old in copy.told
        if new.get(key, "") != old and key not in recap.edits.off
    ]
    wrong = contradicted(book, recap, copy.told) if before else {}
    return tuple({**dict(copy.struck), **{k: old for k, old in before if k in wrong}}.items())


def contradicted(book: Book, recap: Recap, told: Lines) -> Mapping[Key, tuple[str, ...]]:
    """The lines that the rows of the race contradict, with their reasons."""
    lines = tuple(RecapBlock(key, words) for key, words in told)
    checked = check_recap(book, Recap(recap.race, lines, recap.safe_title))
    reasons = {
        each.key: tuple(mark.reason for mark in each.marks if mark.colour == "red")
        for each in checked
        if each.key
    }
    return {key: why for key, why in reasons.items() if why}

"""Recaps that the rows contradict since they were posted, and the exact edit that mends them."""

from __future__ import annotations

import hashlib
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


_DIGEST = 6
"""Bytes; a recap has few proposals in its life."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be corrected in a recap, in every channel that has it."""

    draft: Draft
    corrections: tuple[Correction, ...]
    also: Lines = ()  # what else will read otherwise, though it was not wrong

    @property
    def accepted(self) -> Edits:
        """The draft's edits without the texts that the rows contradict."""
        wrong = {(each.key, each.old) for each in self.corrections}
        texts = tuple(each for each in self.draft.edits.texts if each not in wrong)
        return replace(self.draft.edits, texts=texts)

    @property
    def digest(self) -> str:
        """The same as long as the same would be corrected in the same way."""
        told = "\n".join(f"{each.key}\t{each.old}\t{each.new}" for each in self.corrections)
        return hashlib.blake2b(told.encode(), digest_size=_DIGEST).hexdigest()


def told_by(recap: Recap) -> Lines:
    """What a recap tells, line by line, the headline among them."""
    body = ((block.key, block.words) for block in recap.blocks if block.key != "headline")
    return (("headline", recap.headline), *((key, words) for key, words in body if words))


def find_proposal(book: Book, draft: Draft, copies: Iterable[Copy]) -> Proposal | None:
    """What the rows contradict now of the posted copies of a draft, where that is anything."""
    if len(book.races(draft.race)) != 1:  # the records have it no more, or otherwise
        return None
    there = {(copy.told, copy.disputed): copy for copy in copies if _stays(copy)}
    found = (each for copy in there.values() for each in corrections(book, copy))
    by_line = {(each.key, each.old): each for each in found}
    if not by_line:
        return None
    proposal = Proposal(draft, tuple(by_line.values()))
    return replace(proposal, also=_reworded(book, proposal, there.values()))


def corrections(book: Book, copy: Copy) -> tuple[Correction, ...]:
    """The lines of a copy that the rows contradict, beside what they give in their place."""
    recap = recap_of(copy.draft, book)
    new = {block.key: block.words for block in recap.written}
    if all(new.get(key) == old for key, old in copy.told):
        return ()
    wrong = contradicted(book, recap, copy.told)
    return tuple(
        Correction(key, old, new.get(key, ""), wrong[key])
        for key, old in copy.told
        if key in wrong and key not in copy.disputed and new.get(key, "") != old
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


def disputed(book: Book, recap: Recap) -> tuple[Key, ...]:
    """The lines that a moderator posts anyway: those the rows contradict already."""
    return tuple(contradicted(book, recap, told_by(recap)))


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


def _stays(copy: Copy) -> bool:
    """It is there, and nothing else is to take its place anyway."""
    return bool(copy.told) and copy.state == "posted" and copy.lacking not in ("replace", "remove")


def _reworded(book: Book, proposal: Proposal, copies: Iterable[Copy]) -> Lines:
    """The rows choose anew what they tell of the race."""
    known = {line for copy in copies for line in copy.told}
    named = {each.key for each in proposal.corrections}
    recap = recap_of(proposal.draft, book).edited(proposal.accepted)
    return tuple(line for line in told_by(recap) if line not in known and line[0] not in named)

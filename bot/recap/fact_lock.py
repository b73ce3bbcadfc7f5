"""The fact lock: each number and name of a recap green, amber or red, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.book import Book
    from bot.recap.recap import Key, Recap
    from knowledge.claims.claim import Judgement
    from knowledge.claims.stated_facts import StatedFact
    from knowledge.races import Race

Colour: TypeAlias = Literal["green", "amber", "red"]

_COLOURS: dict[Judgement, Colour] = {
    "true": "green",
    "can't tell": "amber",
    "almost": "red",
    "false": "red",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A number or name from character `start` to `end` (exclusive) of a text."""

    start: int
    end: int
    text: str
    colour: Colour
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One text of a recap with its marks; the moderator's own intro has no key."""

    key: Key | None
    words: str
    marks: tuple[Mark, ...]

    @property
    def colour(self) -> Colour:
        """Red where anything is, amber where something is nobody's but the moderator's."""
        colours = {mark.colour for mark in self.marks}
        return "red" if "red" in colours else "amber" if "amber" in colours else "green"


def check_text(book: Book, race: Race, text: str) -> tuple[Mark, ...]:
    return tuple(map(_mark, book.facts_about(race, text)))


def check_recap(book: Book, recap: Recap) -> tuple[Checked, ...]:
    """Check everything that will be posted, in the order it is read."""
    texts = list(_texts(recap))
    marks = check_text(book, recap.race, "\n".join(words for _, words in texts))
    checked, at = [], 0
    for key, words in texts:
        own = [mark for mark in marks if at <= mark.start < at + len(words)]
        checked.append(Checked(key, words, tuple(_moved(mark, -at) for mark in own)))
        at += len(words) + 1
    return tuple(checked)


def reasons_against(checked: tuple[Checked, ...]) -> tuple[str, ...]:
    """Why a recap needs an explicit "post anyway"; nothing where no number is wrong."""
    return tuple(mark.reason for each in checked for mark in each.marks if mark.colour == "red")


def _texts(recap: Recap) -> Iterator[tuple[Key | None, str]]:
    yield "headline", recap.headline
    if recap.edits.intro:
        yield None, recap.edits.intro
    for block in recap.blocks:
        if block.words and block.key != "headline":
            yield block.key, block.words


def _mark(fact: StatedFact) -> Mark:
    colour = _COLOURS[fact.verdict.judgement]
    return Mark(fact.start, fact.end, fact.text, colour, fact.verdict.words)


def _moved(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)

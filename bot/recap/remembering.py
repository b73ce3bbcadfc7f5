"""What a community wrote: a question about its own recaps read, and those that it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.book.spelling import spell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.recap.drafts import Done

_WE = r"\b(?:we|this (?:server|channel|community|workspace))(?:'ve| have| had)?(?: \w+)?"
_WROTE = r"(?:write|wrote|written|post|posted|say|said|publish|published|report|reported)\b"
_OURS = r"\bour (?:\w+ )?(?:recaps?|posts?|write-?ups?)\b"
_THING = r"(?: (?:a|an|any|the|last|much|here|anything|something|recaps?|posts?))*"
_ABOUT = rf"{_THING} (?:about|on|of|for|from|after) (?P<subject>.+)"
_ALL = r"(?: so far| here| lately)*$"

_QUESTION = re.compile(rf"(?:{_WE} {_WROTE}|{_OURS})(?:{_ABOUT}|{_ALL})", re.IGNORECASE)

_EMPTY = frozenset(
    "a an and at first here in it last lately latest of on our race races recap recaps recently s"
    " so far that the this time what when".split()
)
"""Words that tell no recap from another."""


def read_about(question: str) -> str | None:
    """What a question wants to know our own words about: "" is anything; None, another question."""
    asked = _QUESTION.search(" ".join(question.strip(" ?!.").split()))
    return (asked["subject"] or "").strip() if asked else None


def about(subject: str, told: Iterable[Done], races: Collection[str]) -> tuple[Done, ...]:
    """The recaps that say every word of it; where none does, those of the races that it names."""
    recaps = tuple(told)
    wanted = [word for word in spell(subject) if word not in _EMPTY]
    saying = tuple(done for done in recaps if _says(wanted, done))
    return saying or tuple(done for done in recaps if done.draft.race in races)


def _says(wanted: list[str], done: Done) -> bool:
    said = {*spell(done.words), *spell(done.draft.race)}
    return all(word in said or word.removesuffix("s") in said for word in wanted)

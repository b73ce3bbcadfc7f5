"""How a typed answer is marked: right, near enough that a host should decide, or wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from knowledge.book.spelling import plain
from knowledge.reading.number_words import in_digits
from knowledge.reading.slots import slot_values
from knowledge.reading.words import LONGEST_QUESTION
from knowledge.trivia.named import people_named
from knowledge.trivia.trivia import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.reading.reader import Reader
    from knowledge.records import Records
    from knowledge.trivia.named import NamedPerson
    from knowledge.trivia.trivia import Judgement, Trivia

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_THOUSANDS = re.compile(r"\b(\w+) thousand\b(?: and)?(?: (\d+))?", re.IGNORECASE)
_ALIKE = 75.0
"""Percent of letters from which something unreadable may have been meant right."""

_BREAKS = re.compile(r"[,;/\n&]")


def mark(trivia: Trivia, text: str, reader: Reader, records: Records) -> Mark:
    """Mark what somebody typed."""
    text = text.strip()[:LONGEST_QUESTION]
    if trivia.unit or trivia.answer.isdigit():
        return _figure(trivia, text)
    if trivia.wanted > 1:
        return _several(trivia, text, reader, records)
    if _same(text, trivia.answer):
        return Mark("right", (trivia.answer,), 1)
    people = people_named(text, reader, records)
    if not people:
        return Mark(_unreadable(trivia, text))
    return _name(people, _ids(trivia, records), records)


def _same(one: str, other: str) -> bool:
    return plain(one).casefold() == plain(other).casefold()


def _name(people: list[NamedPerson], right: frozenset[str], records: Records) -> Mark:
    names = tuple(records.people[each].name for person in people for each in person.settled)
    judged = [_judged(person, right) for person in people]
    if judged == ["right"]:
        return Mark("right", names, 1)
    one_is_right = "right" in judged or "near" in judged
    return Mark("near" if one_is_right else "wrong", names)


def _judged(person: NamedPerson, right: frozenset[str]) -> Judgement:
    """Right where he alone can be meant; near where the name is also a right one's."""
    if len(person.settled) == 1 and person.settled[0] in right:
        return "right"
    return "near" if person.possible & right else "wrong"


def _ids(trivia: Trivia, records: Records) -> frozenset[str]:
    accepted = frozenset(trivia.accepted)
    return frozenset(each.id for each in records.people.values() if each.name in accepted)


def _unreadable(trivia: Trivia, text: str) -> Judgement:
    said = plain(text).casefold()
    names = [name for each in trivia.accepted for name in (each, each.rpartition(" ")[2])]
    alike = max(ratio(said, plain(each).casefold()) for each in names)
    return "near" if alike >= _ALIKE else "wrong"


def _several(trivia: Trivia, text: str, reader: Reader, records: Records) -> Mark:
    """How many of those wanted were named; who is named twice counts once."""
    right, named, open_still = _ids(trivia, records), dict[str, None](), 0
    found: set[str] = set()
    for part in filter(None, map(str.strip, _BREAKS.split(text))):
        for person in people_named(part, reader, records):
            named.update(dict.fromkeys(records.people[each].name for each in person.settled))
            judged = _judged(person, right)
            found.update(person.settled if judged == "right" else ())
            open_still += judged == "near"
    number = min(len(found), trivia.wanted)
    judgement: Judgement = "right" if number == trivia.wanted else "wrong"
    if judgement == "wrong" and open_still and number + open_still >= trivia.wanted:
        judgement = "near"
    return Mark(judgement, tuple(named), number)


def _figure(trivia: Trivia, text: str) -> Mark:
    """Right where the figure is exact; who came closest only all the answers together tell."""
    figures = [_as_season(each, trivia) for each in figures_in(text)]
    if not figures:
        return Mark("wrong")
    exact = [each for each in figures if each == float(trivia.answer)]
    number = figures[0] if len(figures) == 1 or not exact else exact[0]
    if len(figures) > 1:
        return Mark("near" if exact else "wrong", number=number if exact else figures[-1])
    judgement: Judgement = "right" if exact else "wrong"
    return Mark(judgement, (f"{number:g}",), int(bool(exact)), number)


def _as_season(number: float, trivia: Trivia) -> float:
    """Two digits are a season where a season is asked for: 98 is 1998."""
    seasons = [value for slot, value in slot_values(f"'{number:02.0f}") if slot == "ay"]
    asks_season = not trivia.unit and len(trivia.answer) == 4
    return float(seasons[0]) if asks_season and number < 100 and seasons else number


def figures_in(text: str) -> Iterator[float]:
    """Every figure of a text, in digits or in words: "1,717", "forty-two", "twelve"."""
    words = [_in_digits(word) for word in re.split(r"\s+", in_digits(plain(text)).strip())]
    for figure in _FIGURE.findall(_THOUSANDS.sub(_thousands, " ".join(words))):
        yield float(figure.replace(",", ""))


def _in_digits(word: str) -> str:
    bare = word.strip(".,!?").lower()
    if bare == "zero":
        return "0"
    return (
        next((str(value) for slot, value in slot_values(bare) if slot == "n"), word) if bare else ""
    )


def _thousands(found: re.Match[str]) -> str:
    if not found[1].isdigit():
        return found[0]
    return str(1000 * int(found[1]) + int(found[2] or 0))

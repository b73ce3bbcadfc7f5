"""Whether what a pack accepts is what the rows give: the same, another, or not to be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from rapidfuzz import fuzz

from knowledge.book.spelling import plain, spell
from knowledge.reading.meanings import Filler, Make, People, Teams, Venues
from knowledge.reading.number_words import in_digits
from knowledge.reading.slots import slot_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.answer import Cell
    from knowledge.records import Records
    from knowledge.trivia_doctor.diagnosis import Practice

Likeness: TypeAlias = Literal["same", "other", "untold"]

_SPELT_ALIKE = 88
"""Of 100; a slip or two within a name."""

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\w.])\d+(?:\.\d+)?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEASONS = range(1949, 2100)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YES = frozenset("yes true y t right correct".split())
_NO = frozenset("no false n f wrong incorrect never".split())
_TIMES = {"once": 1, "twice": 2, "none": 0, "zero": 0, "never": 0}


def likeness(accepted: str, value: Cell | bool, practice: Practice) -> Likeness:
    """Set a text beside a value of the rows."""
    if isinstance(value, bool):
        told = yes_or_no(accepted)
        return "untold" if told is None else _alike(told is value)
    if isinstance(value, int | float):
        return _as_number(accepted, value)
    if value is None:
        return "untold"
    if _DATE.fullmatch(value):
        return _as_date(accepted, value)
    if value.isdecimal():  # the number of a car
        numbers = re.findall(r"\d+", accepted)
        return _alike(value in numbers) if len(numbers) == 1 else "untold"
    return _as_name(accepted, value, practice)


def is_accepted(accepted: Iterable[str], value: Cell | bool, practice: Practice) -> bool:
    """Whether a value of the rows is among what is accepted."""
    return any(likeness(each, value, practice) == "same" for each in accepted)


def yes_or_no(text: str) -> bool | None:
    first = next(iter(spell(text)), "")
    return True if first in _YES else False if first in _NO else None


def number_in(text: str) -> float | None:
    """The one number of a text, in digits or in words."""
    written = _NUMBER.findall(in_digits(plain(text)))
    if len(written) == 1:
        return float(written[0].replace(",", ""))
    if written:
        return None
    words = spell(text)
    told = [int(n) for word in words for slot, n in slot_values(word) if slot == "n"]
    told += [_TIMES[word] for word in words if word in _TIMES]
    return float(told[0]) if len(told) == 1 else None


def _alike(same: bool) -> Likeness:
    return "same" if same else "other"


def _as_number(accepted: str, value: float) -> Likeness:
    stated = number_in(accepted)
    if stated is None:
        return "untold"
    if stated == value:
        return "same"
    if (stated in _SEASONS) is not (value in _SEASONS):
        return "untold"  # a year is told where a number was asked for, or the reverse
    decimals = len(accepted.partition(".")[2].rstrip("% ")) if "." in accepted else 0
    if isinstance(value, float) and not value.is_integer():
        return _alike(abs(round(value, decimals) - stated) <= 10.0**-decimals / 2)
    return "other"


def _as_date(accepted: str, value: str) -> Likeness:
    """A year is enough; where the day is told besides and differs, who knows whose clock."""
    year, month, day = value.split("-")
    years = _YEAR.findall(accepted)
    if len(years) != 1:
        return "untold"
    if years[0] != year:
        return "other"
    months = [at for at, name in enumerate(_MONTHS, start=1) if name in accepted.casefold()]
    days = re.findall(r"\b\d{1,2}\b", accepted)
    if not months and not days:
        return "same"
    told = months == [int(month)] and (not days or int(day) in map(int, days))
    return "same" if told or accepted.strip() == value else "untold"


def _as_name(accepted: str, value: str, practice: Practice) -> Likeness:
    if _bare(accepted) == _bare(value):
        return "same"
    stated, given = _meant(accepted, practice), _meant(value, practice)
    shared = {kind for kind, _ in stated} & {kind for kind, _ in given}
    if stated & given:
        return "same"
    if "person" in shared:
        return "other"
    if shared:
        at_one_site = {each for _, key in given for each in _site(key, practice.records)}
        return "untold" if at_one_site & {key for _, key in stated} else "other"
    alike = fuzz.ratio(_bare(accepted), _bare(value)) >= _SPELT_ALIKE
    return "same" if alike else "untold"


def _site(venue: str, records: Records) -> tuple[str, ...]:
    return records.layouts(venue) if venue in records.venue_names else ()


def _bare(name: str) -> str:
    words = [word for word in spell(name) if word != "the"]
    return " ".join(words[:-1] if words[-1:] == ["sr"] else words)


def _meant(text: str, practice: Practice) -> set[tuple[str, str]]:
    """What a text names, where it names one thing and says nothing besides."""
    mentions = practice.read(text)
    named = [span for span in mentions.spans if not isinstance(span.meaning, Filler)]
    if mentions.left_over or mentions.asides or len(named) != 1:
        return set()
    keys = [each for rival in named[0].rivals for each in _keys(rival)]
    person = practice.records.driver_called(text.strip()) or ""
    # A father of the name is meant where he is the better known: else the Jr. was left out.
    return {("person", person)} if keys[:1] == [("person", person)] else set(keys)


def _keys(rival: object) -> Iterator[tuple[str, str]]:
    match rival:
        case People(candidates=candidates):
            yield from (("person", person) for person, _ in candidates)
        case Teams(names=names):
            yield from (("team", name) for name in names)
        case Make(name=name):
            yield "make", name
        case Venues(candidates=candidates):
            yield from (("venue", venue) for venue in candidates)

"""A choice taken: "1", "the younger" or "show me the races" after what was answered before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.reading.drivers import NamedDriver
from knowledge.reading.parts import Parts

if TYPE_CHECKING:
    from knowledge.answer import WhichOne
    from knowledge.records import Records

_NTH = {
    **dict.fromkeys(("1", "one", "first", "former", "1st"), 0),
    **dict.fromkeys(("2", "two", "second", "latter", "2nd"), 1),
    **dict.fromkeys(("3", "three", "third", "3rd"), 2),
    "4": 3,
    "5": 4,
    "last": -1,
}
_BY_DEBUT = {"younger": True, "youngest": True, "son": True, "older": False, "oldest": False}
_BY_DEBUT["father"] = _BY_DEBUT["elder"] = False
_LONGEST = 4
"""Words; "the second one please" is still a choice, more is a question."""


def chosen(text: str, offered: WhichOne, records: Records) -> Parts | None:
    """The question before it with the driver that a short reply picks; None where it picks none."""
    words = [word.strip(".,!?").casefold() for word in text.split()]
    if not isinstance(offered.question, Parts) or len(words) > _LONGEST:
        return None
    name = _named(words, offered.choices, records)
    return _settled(offered.question, name, records) if name else None


def _named(words: list[str], choices: tuple[str, ...], records: Records) -> str | None:
    for word in words:
        if word in _NTH and -1 <= _NTH[word] < len(choices):
            return choices[_NTH[word]]
        if word in _BY_DEBUT:
            by_debut = sorted(choices, key=records.debut)
            return by_debut[-1] if _BY_DEBUT[word] else by_debut[0]
    return None


def _settled(parts: Parts, name: str, records: Records) -> Parts | None:
    """The parts with the ambiguous driver replaced by the one of that name."""
    drivers = []
    for driver in parts.drivers:
        meant = tuple(each for each in driver.candidates if records.person(each[0]).name == name)
        among = driver.among or driver.candidates
        drivers.append(NamedDriver(name, meant, full=True, among=among) if meant else driver)
    if tuple(drivers) == parts.drivers:
        return None
    return replace(parts, drivers=tuple(drivers))

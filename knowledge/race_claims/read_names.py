"""Names of the whole book in a sentence, as the reader of questions reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.race_claims.names import Bearer, Name
from knowledge.reading.meanings import Make, NamedRace, People, Teams, Venues

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.claims.claim import Desk
    from knowledge.race_claims.names import What

_POSSESSIVE = re.compile(r"(?:'s?)?$")

_KINDS: tuple[tuple[type, What], ...] = (
    (People, "driver"),
    (Teams, "team"),
    (Make, "make"),
    (NamedRace, "race"),
    (Venues, "track"),
)


def reading_names(
    desk: Desk, words_of: Callable[[str], list[tuple[int, int]]]
) -> Callable[[str], list[Name]]:
    """How names of the whole book are read from a sentence."""

    def read(text: str) -> list[Name]:
        mentions, places = desk.read(text), words_of(text)
        if len(places) != len(mentions.words):
            return []
        found = []
        for span in mentions.spans:
            for kind, what in _KINDS:
                if isinstance(span.meaning, kind) and text[places[span.start][0]].isupper():
                    start, end = places[span.start][0], places[span.end - 1][1]
                    end -= _length_of_possessive(text[start:end])
                    bearers = tuple(Bearer(what, key) for key in _meant(span.meaning))
                    found.append(Name(start, end, bearers, known=False))
        return found

    return read


def _length_of_possessive(said: str) -> int:
    return len(said) - len(_POSSESSIVE.sub("", said))


def _meant(meaning: object) -> tuple[str, ...]:
    match meaning:
        case People():
            return tuple(person for person, _ in meaning.candidates)
        case Teams():
            return meaning.names
        case Make() | NamedRace():
            return (meaning.name,)
        case Venues():
            return meaning.candidates
    return ()

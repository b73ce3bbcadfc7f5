"""Other ways to read a prompt: in another series, of another man of that name, up to a season."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.reading.meanings import AtVenue, Cue, People, Series
from knowledge.reading.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.reading.mentions import Mentions
    from knowledge.trivia_doctor.diagnosis import Practice

_SERIES = (
    "in the Cup Series",
    "in the Xfinity Series",
    "in the Truck Series",
    "in all three series combined",
)
_MOST_NAMESAKES = 6
_SEASONS_BACK = 12
"""Packs older than that say so, or are wrong."""


def elsewhere(prompt: str, mentions: Mentions, practice: Practice) -> Iterator[tuple[str, Answer]]:
    """More exact prompts with their answers, where the prompt leaves a series or a man open."""
    for exact in (*_in_each_series(prompt, mentions), *_of_namesakes(prompt, mentions, practice)):
        outcome = practice.ask(exact)
        if isinstance(outcome, Answer):
            yield exact, outcome


def _in_each_series(prompt: str, mentions: Mentions) -> Iterator[str]:
    if not names_series(mentions):
        for words in _SERIES:
            yield f"{prompt.rstrip(' ?.!')} {words}?"


def names_series(mentions: Mentions) -> bool:
    rivals = (each for span in mentions.spans for each in span.rivals)
    return bool(mentions.of(Series)) or any(isinstance(each, Series) for each in rivals)


def _of_namesakes(prompt: str, mentions: Mentions, practice: Practice) -> Iterator[str]:
    for span in mentions.spans:
        for people in (each for each in span.rivals if isinstance(each, People)):
            if len(people.candidates) > 1 and people.part != "full":
                for person, _ in people.candidates[:_MOST_NAMESAKES]:
                    yield with_name(prompt, span.text, practice.records.person(person).name)


def with_name(prompt: str, said: str, name: str) -> str:
    """The prompt with a full name in the place of what was said."""
    words = r"\W+".join(map(re.escape, said.split()))
    return re.sub(rf"\b{words}\b", name, prompt, count=1, flags=re.IGNORECASE)


def up_to(answer: Answer, season: int, practice: Practice) -> Answer | None:
    """The answer as it was at the end of a season; None where the question had ended by then."""
    parts = answer.question
    if not isinstance(parts, Parts):
        return None
    seasons = parts.scope.seasons or ((None, None),)
    cut = tuple(
        (first, season if last is None else min(last, season))
        for first, last in seasons
        if first is None or first <= season
    )
    if not cut or cut == parts.scope.seasons:
        return None
    outcome = practice.answer(replace(parts, scope=parts.scope.but(seasons=cut)))
    return outcome if isinstance(outcome, Answer) else None


def other_races(answer: Answer, mentions: Mentions, practice: Practice) -> Answer | None:
    """All races of that season there, where "first" or "last" alone picked one of them."""
    parts = answer.question
    if not isinstance(parts, Parts) or mentions.of(AtVenue):
        return None
    plain = replace(parts, ordinal=None, scope=parts.scope.but(at_venue=None, part=None))
    outcome = practice.answer(replace(plain, cues=parts.cues - {Cue.LAST}))
    return outcome if isinstance(outcome, Answer) else None


def is_open(answer: Answer) -> bool:
    """Whether seasons yet to come can change the answer."""
    parts = answer.question
    if not isinstance(parts, Parts):
        return False
    seasons = parts.scope.seasons
    return not seasons or any(last is None for _, last in seasons)


def seasons_back(practice: Practice) -> range:
    last = practice.records.last_season
    return range(last - 1, last - 1 - _SEASONS_BACK, -1)

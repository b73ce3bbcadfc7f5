"""What the rows answer, held against what is accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.reading.parts import Parts
from knowledge.series import series_words
from knowledge.trivia_doctor.certainty import names_no_season
from knowledge.trivia_doctor.diagnosis import Diagnosis, Mend
from knowledge.trivia_doctor.differing import UNLIKE, differs
from knowledge.trivia_doctor.disputed import judged_dispute
from knowledge.trivia_doctor.likeness import is_accepted, likeness
from knowledge.trivia_doctor.other_readings import is_open, names_series
from knowledge.trivia_doctor.several import judged_several

if TYPE_CHECKING:
    from knowledge.trivia_doctor.diagnosis import Asked, Practice

_NO_SEASON = "The prompt names no season, and that race has been run more than once."

_A_GOOD_MANY = 1.3
"""Times the number of one series; below that nobody would think of the others."""


def compared(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis:
    """Sound where they agree; where they do not, the gentlest thing that explains it."""
    last = practice.records.last_season
    if asked.as_of and asked.as_of > last and is_open(answer):
        return Diagnosis("unchecked", f"My records end with the {last} season.")
    if names_no_season(answer, practice.read(asked.prompt)):
        return _of_no_season(asked, practice)
    if isinstance(answer.value, tuple) and len(answer.value) > 1:
        return judged_several(asked, answer, practice)
    value = answer.value[0] if isinstance(answer.value, tuple) and answer.value else answer.value
    if isinstance(value, tuple) or value is None:
        return Diagnosis("unchecked", UNLIKE.format(answer.headline))
    if disputed := judged_dispute(asked, answer, practice):
        return disputed
    found = {each: likeness(each, value, practice) for each in asked.accepted}
    if "same" in found.values():
        named = isinstance(value, str)  # a number may be told in another way besides: 26 %, 0.258
        others = tuple(each for each, alike in found.items() if named and alike == "other")
        return _agreed(asked, answer, others, practice)
    if "untold" in found.values():
        return Diagnosis("unchecked", UNLIKE.format(answer.headline), None, answer.table)
    return differs(asked, answer, practice)


def _of_no_season(asked: Asked, practice: Practice) -> Diagnosis:
    """The book takes the last running; a pack may mean any."""
    season = asked.as_of or practice.records.last_season
    prompt = f"{asked.prompt.rstrip(' ?.!')} in {season}?"
    outcome = practice.ask(prompt)
    if not isinstance(outcome, Answer) or isinstance(outcome.value, tuple):
        return Diagnosis("unchecked", _NO_SEASON)
    if not is_accepted(asked.accepted, outcome.value, practice):
        return Diagnosis("unchecked", _NO_SEASON)
    return Diagnosis("expired", _NO_SEASON, Mend(prompt), outcome.table)


def _agreed(asked: Asked, answer: Answer, others: tuple[str, ...], practice: Practice) -> Diagnosis:
    """Sound, unless something else that is accepted besides is wrong, or the prompt is loose."""
    if others:
        besides = differs(replace(asked, accepted=others), answer, practice)
        right = tuple(each for each in asked.accepted if each not in others)
        if besides.state == "contradicted":
            return replace(besides, mend=Mend(accepted=right))
    rival = _in_all_series(asked, answer, practice)
    return rival or Diagnosis("sound", answer.headline, None, answer.table)


def _in_all_series(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis | None:
    """A driver's number in one series, where he has a good many in the others as well."""
    value, parts = answer.value, answer.question
    if not isinstance(parts, Parts) or not parts.drivers or not isinstance(value, int):
        return None
    counted = parts.counted
    if not counted or counted.format != "count" or counted.table or parts.championship_season:
        return None
    if len(answer.series) != 1 or value <= 0 or names_series(practice.read(asked.prompt)):
        return None
    plain = asked.prompt.rstrip(" ?.!")
    together = practice.ask(f"{plain} in all three series combined?")
    total = together.value if isinstance(together, Answer) else None
    if not isinstance(total, int) or total < value * _A_GOOD_MANY:
        return None
    if is_accepted(asked.accepted, total, practice):
        return None
    why = f"{answer.headline} In all three series it is {total}; say which is meant."
    prompt = f"{plain} in the {series_words(answer.series)}?"
    return Diagnosis("ambiguous", why, Mend(prompt), answer.table)

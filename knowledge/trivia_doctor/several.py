"""The rows give several names: all tied, the winners of several races, or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.trivia_doctor.certainty import are_tied, are_winners
from knowledge.trivia_doctor.diagnosis import Diagnosis
from knowledge.trivia_doctor.differing import UNLIKE, all_of, differs, one_race
from knowledge.trivia_doctor.likeness import is_accepted, likeness

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.trivia_doctor.diagnosis import Asked, Practice


def judged_several(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis:
    """Sound where all are accepted, or one that alone stands among the choices."""
    values = answer.value if isinstance(answer.value, tuple) else ()
    hit = [value for value in values if is_accepted(asked.accepted, value, practice)]
    alone = asked.choices and hit and not _other_choices(asked, values, practice)
    if len(hit) == len(values) or alone:
        return Diagnosis("sound", answer.headline, None, answer.table)
    if hit and are_winners(answer):
        mend = one_race(asked, answer, practice) or all_of(asked, answer, practice)
        return Diagnosis("ambiguous", answer.headline, mend, answer.table)
    tied = are_tied(answer)
    if hit and (tied or all(isinstance(value, int) for value in values)):
        mend = all_of(asked, answer, practice)
        return Diagnosis("ambiguous", answer.headline, mend, answer.table)
    found = {likeness(each, v, practice) for each in asked.accepted for v in values}
    if (tied or are_winners(answer)) and found == {"other"}:
        return differs(asked, answer, practice)
    return Diagnosis("unchecked", UNLIKE.format(answer.headline), None, answer.table)


def _other_choices(asked: Asked, values: tuple[str | int, ...], practice: Practice) -> list[str]:
    accepted = {each.casefold() for each in asked.accepted}
    return [
        choice
        for choice in asked.choices
        if choice.casefold() not in accepted
        and any(is_accepted((choice,), value, practice) for value in values)
    ]

"""The rows say otherwise: the gentlest thing that explains it, before it is called wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.trivia_doctor.certainty import are_winners, doubt
from knowledge.trivia_doctor.diagnosis import Diagnosis, Mend
from knowledge.trivia_doctor.likeness import is_accepted
from knowledge.trivia_doctor.once_right import once_right
from knowledge.trivia_doctor.other_readings import elsewhere, other_races

if TYPE_CHECKING:
    from knowledge.answer import Cell
    from knowledge.trivia_doctor.diagnosis import Asked, Practice

UNLIKE = "The rows answer “{}”, which I cannot hold against what is accepted."
_DOUBT = "The rows say otherwise ({}), but {}."

_MOST_TOLD = 6
"""Names that a mended answer can hold before nobody would read it."""


def differs(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis:
    """Right once, right for another reading, in doubt, or wrong."""
    if (before := once_right(asked, answer, practice)) is not None:
        return before
    if (otherwise := _read_otherwise(asked, answer, practice)) is not None:
        return otherwise
    mentions = practice.read(asked.prompt)
    if why := doubt(asked, answer, mentions, practice.records):
        told = _DOUBT.format(answer.headline.rstrip("."), why)
        return Diagnosis("unchecked", told, None, answer.table)
    return Diagnosis("contradicted", answer.headline, all_of(asked, answer, practice), answer.table)


def all_of(asked: Asked, answer: Answer, practice: Practice) -> Mend | None:
    """Everything that the rows give, where that is no list."""
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    names = tuple(dict.fromkeys(_written(each, asked, practice) for each in values))
    return Mend(accepted=names) if len(names) <= _MOST_TOLD else None


def _written(value: Cell | bool, asked: Asked, practice: Practice) -> str:
    """What the rows give, as a choice has it where there is one."""
    same = (each for each in asked.choices if is_accepted((each,), value, practice))
    if isinstance(value, bool):
        return next(same, "Yes" if value else "No")
    return next(same, f"{value:,}" if isinstance(value, int) and value > 9999 else str(value))


def _read_otherwise(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis | None:
    """Another reading, for which what is accepted is right."""
    mentions = practice.read(asked.prompt)
    for prompt, other in elsewhere(asked.prompt, mentions, practice):
        one = other.value if not isinstance(other.value, tuple) else None
        if is_accepted(asked.accepted, one, practice):
            why = f"{answer.headline} What is accepted is right for another reading."
            return Diagnosis("ambiguous", why, Mend(prompt), other.table)
    races = other_races(answer, mentions, practice)
    values = races.value if races and isinstance(races.value, tuple) else ()
    won = any(is_accepted(asked.accepted, value, practice) for value in values)
    if races and won and are_winners(races):
        return Diagnosis("ambiguous", races.headline, one_race(asked, races, practice), races.table)
    return None


def one_race(asked: Asked, answer: Answer, practice: Practice) -> Mend | None:
    """A prompt for the one race whose winner is accepted."""
    at = {
        name: answer.table.columns.index(name)
        for name in ("Driver", "Race", "Season", "Track")
        if name in answer.table.columns
    }
    mine = [
        row for row in answer.table.rows if is_accepted(asked.accepted, row[at["Driver"]], practice)
    ]
    if len(mine) != 1 or len(at) < 4:
        return None
    (row,) = mine
    prompt = f"Who won the {row[at['Season']]} {row[at['Race']]} at {row[at['Track']]}?"
    outcome = practice.ask(prompt)
    right = isinstance(outcome, Answer) and outcome.value == row[at["Driver"]]
    return Mend(prompt) if right else None

"""A number of wins in which one is disputed: with it and without it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.disputed_wins import DISPUTED_WINS
from knowledge.reading.parts import Parts
from knowledge.trivia_doctor.certainty import people_in
from knowledge.trivia_doctor.diagnosis import Diagnosis, Mend
from knowledge.trivia_doctor.likeness import number_in

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.disputed_wins import DisputedWin
    from knowledge.records import Records
    from knowledge.trivia_doctor.diagnosis import Asked, Practice

_WHY = "{} Sources disagree: {}."


def judged_dispute(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis | None:
    """Sound where both numbers are accepted; none where it is about something else."""
    parts, value = answer.question, answer.value
    if not isinstance(parts, Parts) or not isinstance(value, int):
        return None
    if parts.counted is None or parts.counted.key != "wins":
        return None
    found = next((each for each in DISPUTED_WINS if _counts(each, parts, practice.records)), None)
    stated = {number_in(each) for each in asked.accepted}
    if found is None or not stated <= {value, value - 1}:
        return None
    why = _WHY.format(answer.headline, found.why)
    if len(stated) > 1:
        return Diagnosis("sound", why, None, answer.table)
    both = Mend(accepted=(str(value), str(value - 1)))
    return Diagnosis("ambiguous", why, both, answer.table)


def _counts(win: DisputedWin, parts: Parts, records: Records) -> bool:
    """Whether the win is among those that were asked for."""
    if win.driver not in people_in(parts):
        return False
    row = records.connection.execute(
        "select 1 from entry"
        f" where {parts.scope.sql} and driver = :winner and date = :day and finish = 1",
        {**parts.scope.parameters, "winner": win.driver, "day": win.date},
    ).fetchone()
    return row is not None

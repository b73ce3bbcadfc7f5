"""An answer that was right once: the season it was right in, and what holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.trivia_doctor.diagnosis import Diagnosis, Mend
from knowledge.trivia_doctor.expiring import through
from knowledge.trivia_doctor.likeness import is_accepted, number_in
from knowledge.trivia_doctor.other_readings import seasons_back, up_to

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.trivia_doctor.diagnosis import Asked, Practice


def once_right(asked: Asked, answer: Answer, practice: Practice) -> Diagnosis | None:
    """The last season at whose end, or during which, the answer was right."""
    later: Answer | None = answer
    seasons = [asked.as_of, asked.as_of - 1] if asked.as_of else [*seasons_back(practice)]
    if asked.as_of:
        later = up_to(answer, asked.as_of, practice)
    if _never_changed(asked, answer, up_to(answer, seasons[-1], practice)):
        return None
    for season in seasons:
        then = up_to(answer, season, practice)
        if then is None:
            return None
        if _is_right(asked, then, practice):
            mend = Mend(through(asked.prompt, season), _now(answer))
            why = f"That was right through {season}. {answer.headline}"
            return Diagnosis("expired", why, mend, answer.table)
        if later is not None and _lies_between(asked, then, later):
            why = f"That was right for some time in {season + 1}. {answer.headline}"
            return Diagnosis("expired", why, Mend(accepted=_now(answer)), answer.table)
        later = then
    return None


def _never_changed(asked: Asked, now: Answer, first: Answer | None) -> bool:
    """Whether all these seasons cannot have made the answer right, as where he raced no more."""
    if first is None:
        return False
    if first.value == now.value:
        return True
    stated = [number for text in asked.accepted if (number := number_in(text)) is not None]
    if not isinstance(first.value, int) or not isinstance(now.value, int) or not stated:
        return False
    return not any(first.value <= number <= now.value for number in stated)


def _is_right(asked: Asked, answer: Answer, practice: Practice) -> bool:
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return len(values) == 1 and is_accepted(asked.accepted, values[0], practice)


def _lies_between(asked: Asked, then: Answer, later: Answer) -> bool:
    """Whether a count went past what is accepted in the course of a season."""
    before, after = then.value, later.value
    if not isinstance(before, int) or not isinstance(after, int):
        return False
    stated = [number for text in asked.accepted if (number := number_in(text)) is not None]
    return any(before < number < after for number in stated)


def _now(answer: Answer) -> tuple[str, ...]:
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return tuple(str(each) for each in values)

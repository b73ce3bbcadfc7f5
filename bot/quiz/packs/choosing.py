"""The choices of a question, the right one among them, or why they are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.packs.pack import Fault
from bot.quiz.packs.wording import nearest
from bot.quiz.question import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.quiz.packs.pack import Said

_MOST = len(LETTERS)
_HOW_MANY = f"there are 2 to {_MOST} choices, the right one among them."
_NOT_THERE = "the answer is not among the choices."


def choices_of(
    choices: Sequence[Said], answers: Sequence[Said], line: int, faults: list[Fault]
) -> tuple[str, ...]:
    """All of them: where only wrong ones are told, with the answer."""
    told = [each.text for each in choices]
    at = choices[0].line if choices else line
    keys = [text.casefold() for text in told]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            faults.append(Fault(choices[place].line, f"“{told[place]}” is a choice twice."))
    right = {each.text.casefold() for each in answers}
    if not right & set(keys) and answers:
        if misspelt := next(filter(None, (nearest(each.text, told) for each in answers)), ""):
            words = f"the choice “{misspelt}” is spelt otherwise than the answer."
            faults.append(Fault(at, words))
        elif len(told) >= _MOST:
            faults.append(Fault(at, _NOT_THERE))
            return tuple(told)
        told.append(answers[0].text)
    if not 1 < len(told) <= _MOST:
        faults.append(Fault(at, _HOW_MANY))
    elif right >= {text.casefold() for text in told}:
        faults.append(Fault(at, "every choice is right; at least one has to be wrong."))
    return tuple(told)

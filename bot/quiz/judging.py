"""What answers are worth, and who says so: the record book, the host, the protests of players."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.marking import same
from bot.quiz.night import Protest
from bot.quiz.refused import NOT_NOW, TAKEN_OUT, Refused
from bot.quiz.scoring import answers, scored

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.steps import Decided, Marked, Protested, Ruled

ALLOWANCE = 2
"""Protests of a side that may be denied; one that is upheld is given back."""


def mark(step: Marked, night: Night) -> Night | Refused:
    is_closed = night.head.phase == "locked" and step.number in night.open
    if not is_closed or step.number in night.marked:
        return NOT_NOW
    return replace(night, marked={**night.marked, step.number: dict(step.markings)})


def rule(step: Ruled, night: Night) -> Night | Refused:
    if same(step.text) not in night.marked.get(step.number, {}):
        return Refused("Nobody gave that answer.")
    ruled = {**night.ruled.get(step.number, {}), same(step.text): step.right}
    after = replace(night, ruled={**night.ruled, step.number: ruled})
    verdict = "accepted" if step.right else "rejected"
    return scored(night, after, (step.number,), f"“{step.text}” {verdict} by the host", step.at)


def protest(step: Protested, night: Night) -> Night | Refused:
    entrant = night.entrants.get(step.who)
    if entrant is None:
        return Refused("Only who plays can protest.")
    rules, head = night.rules, night.head
    if entrant.belongs_to in head.without:
        return TAKEN_OUT
    is_open = step.number in night.revealed and rules.round_of(step.number) >= head.round
    if not is_open or head.phase == "over":
        return Refused("Protests are heard until the next round begins.")
    own = [each for each in night.protests if night.entrants[each.player].side == entrant.side]
    if any(each.number == step.number for each in own):
        return Refused("You have protested against that question already.")
    if sum(each.upheld is not True for each in own) >= ALLOWANCE:
        return Refused(
            f"{ALLOWANCE} protests are all that you have; one that is upheld comes back."
        )
    protest = Protest(step.number, step.who, step.words)
    return replace(night, protests=(*night.protests, protest))


def decide(step: Decided, night: Night) -> Night | Refused:
    if step.protest not in night.undecided:
        return Refused("That protest is decided already.")
    protest = night.protests[step.protest]
    decided = list(night.protests)
    decided[step.protest] = replace(protest, upheld=step.upheld)
    after = replace(night, protests=tuple(decided))
    if step.upheld and step.void:
        after = replace(after, void=night.void | {protest.number})
    elif step.upheld:
        after = _accepting(after, protest)
    why = f"protest {step.protest + 1} upheld"
    return scored(night, after, (protest.number,), why, step.at)


def _accepting(night: Night, protest: Protest) -> Night:
    """What the protesting side gave is right for everybody who gave it."""
    side = night.entrants[protest.player].side
    given = answers(night, protest.number).get(side)
    if given is None:
        return night
    texts = night.right_too.get(protest.number, frozenset()) | {same(given.text)}
    return replace(night, right_too={**night.right_too, protest.number: texts})

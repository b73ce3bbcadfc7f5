"""A night goes on: rounds open, questions are asked, closed and answered, until it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.entrant import community_key
from bot.quiz.night import Stretch, is_at
from bot.quiz.refused import NOT_NOW, Refused
from bot.quiz.scoring import scored

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.steps import (
        Asked,
        Linked,
        Locked,
        Moved,
        Opened,
        Revealed,
        RoundOpened,
        Skipped,
        Unlinked,
        Unlisted,
        WagersOpened,
    )


def open_round(step: RoundOpened, night: Night) -> Night | Refused:
    head = night.head
    if head.phase not in ("gathering", "revealed") or step.round != head.round + 1:
        return NOT_NOW
    return replace(night, head=replace(head, phase="round", round=step.round, until=step.until))


def open_wagers(step: WagersOpened, night: Night) -> Night | Refused:
    head = night.head
    if head.phase != "revealed" or head.number + 1 != night.rules.normal or not night.rules.wager:
        return NOT_NOW
    opened = replace(head, phase="wager", round=night.rules.rounds, until=step.until)
    return replace(night, head=opened)


def ask(step: Asked, night: Night) -> Night | Refused:
    head = night.head
    if head.phase not in ("round", "revealed", "wager") or step.number != head.number + 1:
        return NOT_NOW
    if step.number >= len(night.questions):
        return Refused("There are no more questions.")
    asked = replace(head, phase="asking", number=step.number, until=step.until, among=step.among)
    stretch = Stretch(step.at, step.until)
    return replace(night, head=asked, open={**night.open, step.number: stretch})


def open_all(step: Opened, night: Night) -> Night | Refused:
    if night.head.phase != "gathering" or not night.rules.own_time:
        return NOT_NOW
    stretch = Stretch(step.at, step.until)
    opened = dict.fromkeys(range(night.rules.normal), stretch)
    return replace(night, head=replace(night.head, phase="playing", until=step.until), open=opened)


def lock(step: Locked, night: Night) -> Night | Refused:
    head, rules = night.head, night.rules
    last = head.phase == "playing" and step.number == rules.normal - 1
    if not last and not is_at(night, step.number, "asking"):
        return NOT_NOW
    locked = replace(head, phase="locked", until=step.until, number=step.number)
    return replace(night, head=locked)


def reveal(step: Revealed, night: Night) -> Night | Refused:
    if not is_at(night, step.number, "locked"):
        return NOT_NOW
    new = tuple(number for number in night.open if number not in night.revealed)
    head = replace(night.head, phase="revealed", until=step.until)
    after = replace(night, head=head, revealed=(*night.revealed, *new))
    return scored(night, after, new, "", step.at)


def skip(step: Skipped, night: Night) -> Night | Refused:
    """What was revealed already is taken out of the scores."""
    if not is_at(night, step.number, "asking", "locked", "revealed"):
        return NOT_NOW
    seen = night.revealed if step.number in night.revealed else (*night.revealed, step.number)
    after = replace(
        night,
        head=replace(night.head, phase="revealed", until=step.until),
        revealed=seen,
        void=night.void | {step.number},
    )
    return scored(night, after, (step.number,), "skipped by the host", step.at)


def link(step: Linked, night: Night) -> Night | Refused:
    """From then on nobody has had a bonus for speed, in what was asked before either."""
    if night.head.phase == "over":
        return NOT_NOW
    rules = night.rules
    played = replace(rules, bonus=False, bonus_off=rules.bonus or rules.bonus_off)
    after = replace(night, rules=played)
    why = "no bonus for speed where communities play together"
    return scored(night, after, night.revealed, why, step.at)


def unlink(step: Unlinked, night: Night) -> Night | Refused:
    """What its players have answered stays; from now on they answer nothing."""
    head, out = night.head, community_key(step.platform, step.community)
    if head.phase == "over" or out in head.without:
        return NOT_NOW
    if out == community_key(night.host.partition(" ")[0], night.host_community):
        return Refused("The host's own community takes part in any case.")
    return replace(night, head=replace(head, without=(*head.without, out)))


def move(step: Moved, night: Night) -> Night | Refused:
    """Whoever is in stays in."""
    head = night.head
    if head.phase != "gathering":
        return Refused("Only a night that has not begun is moved.")
    if step.until == head.until:
        return Refused("It begins then already.")
    return replace(
        night, head=replace(head, until=step.until), was_to_begin=head.until, unlisted=""
    )


def unlist(step: Unlisted, night: Night) -> Night | Refused:
    return NOT_NOW if night.head.phase == "over" else replace(night, unlisted=step.why)


def end(night: Night) -> Night | Refused:
    """What is open then counts for nobody."""
    head = night.head
    if head.phase == "over":
        return NOT_NOW
    before = head.until if head.phase == "gathering" else night.was_to_begin
    over = replace(head, phase="over", until=None, among=())
    return replace(night, head=over, was_to_begin=before)

"""The clock stands still and goes on, and nobody loses time by it; the host hands over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.refused import NOT_NOW, Refused

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.steps import HandedOver, Paused, Resumed, TimeGivenBack


def pause(step: Paused, night: Night) -> Night | Refused:
    head = night.head
    if head.phase in ("paused", "over"):
        return NOT_NOW
    left = None if head.until is None else max(0.0, head.until - step.at)
    stopped = replace(head, phase="paused", until=None)
    paused = replace(night, head=stopped, before=head.phase, left=left, why_paused=step.why)
    return replace(paused, starts=head.until, left=None) if head.phase == "gathering" else paused


def resume(step: Resumed, night: Night) -> Night | Refused:
    if night.head.phase != "paused":
        return NOT_NOW
    until = night.starts if night.left is None else step.at + night.left
    going = replace(night.head, phase=night.before, until=until)
    return _reopened(replace(night, head=going, starts=None, left=None, why_paused=""))


def give_time_back(step: TimeGivenBack, night: Night) -> Night | Refused:
    head = night.head
    if head.until is None or head.phase == "over":
        return NOT_NOW
    return _reopened(replace(night, head=replace(head, until=head.until + step.seconds)))


def hand_over(step: HandedOver, night: Night) -> Night | Refused:
    return replace(night, host=step.to, host_name=step.name, host_community=step.community)


def _reopened(night: Night) -> Night:
    """The open question's own stretch ends when its phase does."""
    head = night.head
    if head.phase != "asking":
        return night
    stretch = replace(night.open[head.number], until=head.until)
    return replace(night, open={**night.open, head.number: stretch})

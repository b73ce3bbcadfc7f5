"""What comes next in a night, and what the clock does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.board import leaders
from bot.quiz.rules import GRACE
from bot.quiz.steps import (
    CLOCK,
    Asked,
    Ended,
    Locked,
    Opened,
    Revealed,
    RoundOpened,
    Skipped,
    WagersOpened,
)

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.steps import Step

DAY = 24 * 3600.0
"""Seconds; as long as those of a night in one's own time can be marked and protested."""

BEFORE_ROUND, WITH_JOKER, WAGERING, MARKING, AFTER_REVEAL = 12, 25, 45, 60, 12
"""Seconds, where the clock moves: to get ready, to play a joker, to set a wager, for the host to
mark, to read the reveal."""


def following(night: Night, at: float, who: str = CLOCK) -> Step | None:
    """The step that comes next, whoever takes it; none while it is paused, and none at the end."""
    head, rules = night.head, night.rules
    match head.phase:
        case "gathering" if rules.own_time:
            return Opened(at=at, who=who, until=at + rules.seconds)
        case "gathering":
            return _round_opened(night, at, who)
        case "round" | "wager":
            return _asked(night, at, who)
        case "playing":
            return Locked(at=at, who=who, number=rules.normal - 1, until=at + DAY)
        case "asking":
            until = _by_clock(night, at, MARKING if night.question.kind != "choice" else 0)
            return Locked(at=at, who=who, number=head.number, until=until)
        case "locked":
            until = _by_clock(night, at, AFTER_REVEAL)
            return Revealed(at=at, who=who, number=head.number, until=until)
        case "revealed":
            return _after_reveal(night, at, who)
        case _:
            return None


def skipping(night: Night, at: float, who: str) -> Skipped:
    """The question that was asked last counts for nobody, and is told all the same."""
    until = _by_clock(night, at, AFTER_REVEAL)
    return Skipped(at=at, who=who, number=night.head.number, until=until)


def due(night: Night, at: float) -> Step | None:
    """The step that the clock takes now; nothing while there is time left, or the host moves."""
    head = night.head
    if head.phase == "locked" and night.rules.moves != "host" and is_marked(night):
        return following(night, at)
    if head.until is None:
        return None
    return following(night, at) if at >= head.until + _grace(night) else None


def next_moment(night: Night) -> float | None:
    """When the clock takes its next step, in seconds since 1970."""
    head = night.head
    if head.until is None:
        return None
    return head.until + _grace(night)


def unmarked(night: Night) -> tuple[int, ...]:
    """Closed questions whose answers in words nobody has marked."""
    return tuple(
        number
        for number in night.open
        if number not in night.revealed
        and number not in night.marked
        and night.questions[number].kind != "choice"
    )


def is_marked(night: Night) -> bool:
    """Nothing waits for the record book or the host."""
    waiting = (n for n in night.open if n not in night.revealed and night.groups(n))
    return not unmarked(night) and next(waiting, None) is None


def _after_reveal(night: Night, at: float, who: str) -> Step:
    rules, number = night.rules, night.head.number
    if number + 1 < rules.normal:
        is_same = rules.round_of(number + 1) == night.head.round
        return _asked(night, at, who) if is_same else _round_opened(night, at, who)
    if rules.wager and number + 1 == rules.normal:
        return WagersOpened(at=at, who=who, until=_by_clock(night, at, WAGERING))
    playing = {each.side for each in night.playing}
    tied = tuple(side for side in leaders(night) if side in playing)
    is_first = number < rules.all
    if len(tied) > 1 and is_first and number + 1 < len(night.questions):
        return _asked(night, at, who, among=tied)
    return Ended(at=at, who=who)


def _round_opened(night: Night, at: float, who: str) -> RoundOpened:
    seconds = WITH_JOKER if night.rules.joker else BEFORE_ROUND
    until = _by_clock(night, at, seconds)
    return RoundOpened(at=at, who=who, round=night.head.round + 1, until=until)


def _asked(night: Night, at: float, who: str, among: tuple[str, ...] = ()) -> Asked:
    until = at + night.rules.seconds
    return Asked(at=at, who=who, number=night.head.number + 1, until=until, among=among)


def _grace(night: Night) -> float:
    return GRACE if night.head.phase in ("asking", "playing") else 0.0


def _by_clock(night: Night, at: float, seconds: float) -> float | None:
    if night.rules.own_time:
        return at + DAY
    return at + seconds if night.rules.moves == "clock" else None

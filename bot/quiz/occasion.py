"""A planned night as an event of its communities: what it is, when it begins, about how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Occasion
from bot.quiz.order import AFTER_REVEAL, BEFORE_ROUND, MARKING, WAGERING, WITH_JOKER
from bot.quiz.starting import start_of
from bot.quiz.wording import rules_in_words

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.rules import Rules

_WHERE = "Join on its board in the channel; whoever comes later joins too."
_QUARTER = 900.0


def occasion_of(night: Night, mark: str, now: float) -> Occasion | None:
    """Nothing while nobody knows: it is paused before it begins, or begins at once."""
    head = night.head
    if head.phase == "gathering":
        return _planned(night, mark, now)
    if head.phase == "paused" and night.before == "gathering":
        return None
    return Occasion(mark, "gone" if head.phase == "over" else "on")


def lasts(rules: Rules) -> float:
    """Seconds from the start to the end, about: hosts take their time, and nobody counts it."""
    if rules.own_time:
        return float(rules.seconds)
    each = rules.seconds + AFTER_REVEAL + (MARKING / 2 if rules.style == "typed" else 0)
    rounds = rules.rounds * (WITH_JOKER if rules.joker else BEFORE_ROUND)
    seconds = rounds + rules.all * each + rules.wager * WAGERING
    return -(-seconds // _QUARTER) * _QUARTER


def _planned(night: Night, mark: str, now: float) -> Occasion | None:
    starts = start_of(night)
    if starts is None:
        return Occasion(mark, "gone")
    if starts <= now:
        return None
    words = f"{rules_in_words(night.rules)}\n{_WHERE}"
    return Occasion(mark, "planned", night.title, words, starts, starts + lasts(night.rules))

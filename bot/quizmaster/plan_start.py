"""When a planned night begins: at a time of the host's, or when he opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.timing import find_moment
from bot.reply import Field, Form
from bot.setting_fields import NotUnderstood
from bot.when import moment_at

if TYPE_CHECKING:
    from bot.quiz.programme import Programme
    from bot.reply import Told

STARTS = "starts"
_EXAMPLES = "20:00, tomorrow 8 pm, Friday 20:00 or in 2 hours"
_BY_HAND = ("", "now", "at once")
_MOST_DAYS = 60


def start_form(key: str) -> Form:
    field = Field(STARTS, f"{_EXAMPLES}; nothing: I open it", required=False, longest=60)
    return Form(key, "When it begins", (field,))


def read_start(text: str, zone: str, now: float) -> float | None:
    """NotUnderstood says what is wrong with the time."""
    if text.strip().casefold() in _BY_HAND:
        return None
    moment = find_moment(text, zone, now)
    if moment is None:
        raise NotUnderstood(f"I do not understand the time “{text}”; say {_EXAMPLES}.")
    if moment <= now:
        raise NotUnderstood(f"“{text}” is past already; say {_EXAMPLES}.")
    if moment > now + _MOST_DAYS * 24 * 3600:
        raise NotUnderstood(f"A night can be planned {_MOST_DAYS} days ahead; “{text}” is later.")
    return float(round(moment))


def told_start(programme: Programme, zone: str, now: float) -> Told:
    return moment_at(programme.starts, zone, now) if programme.starts else "when you open it"

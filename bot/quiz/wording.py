"""What a night is played by, how far it is and how long something is open, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.quiz.night import Night
    from bot.quiz.nights import Tally
    from bot.quiz.rules import Rules

_EDGES = (5, 10, 20, 30, 45, 60)
"""Seconds; the words for what is left change at these alone, so that few edits tell it."""

_BONUS_OFF = "no speed bonus: linked"

_MINUTE = 60


def counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def rules_in_words(rules: Rules) -> str:
    return " · ".join(_parts(rules))


def foot_words(night: Night) -> str:
    """What stands below every board: the night, and what was chosen for it and does not hold."""
    return f"{night.title} · {_BONUS_OFF}" if night.rules.bonus_off else night.title


def place_in_night(night: Night) -> str:
    """Where the night is: "Round 2 of 4 · Question 3 of 8"."""
    return place_of(night, night.head.number)


def place_of(night: Night, number: int) -> str:
    rules = night.rules
    if number >= rules.all:
        return "Tie-break"
    if number >= rules.normal:
        return "The last question"
    here = f"Question {number % rules.questions + 1} of {rules.questions}"
    if rules.rounds == 1:
        return here
    return f"Round {rules.round_of(number) + 1} of {rules.rounds} · {here}"


def short_place(night: Night, number: int) -> str:
    """Where a question stands, for a column: "R2 Q3"."""
    rules = night.rules
    if number >= rules.normal:
        return "Tie-break" if number >= rules.all else "Wager"
    asked = f"Q{number % rules.questions + 1}"
    return f"R{rules.round_of(number) + 1} {asked}" if rules.rounds > 1 else asked


def left_in_words(until: float | None, now: float) -> str:
    """How long it is still open, in words that seldom change; nothing where no clock runs."""
    if until is None:
        return ""
    left = until - now
    edge = next((edge for edge in _EDGES if left <= edge), None)
    if edge is not None:
        return f"Up to {edge} seconds left."
    return f"Up to {counted(-int(-left // _MINUTE), 'minute')} left."


def tally_in_words(tallies: Mapping[str, Tally], names: Mapping[str, str]) -> str:
    """How many answered, of how many; by platform where there is more than one."""
    told = {platform: each for platform, each in tallies.items() if each.players}
    if not told:
        return ""
    answered = sum(each.answered for each in told.values())
    players = sum(each.players for each in told.values())
    whole = f"{answered} of {players} in"
    if len(told) == 1:
        return f"{whole}."
    by = (f"{names.get(platform, platform)} {told[platform].answered}" for platform in sorted(told))
    return f"{whole}: {', '.join(by)}."


def _parts(rules: Rules) -> Iterator[str]:
    if rules.rounds == 1:
        yield counted(rules.questions, "question")
    else:
        yield f"{rules.rounds} rounds of {counted(rules.questions, 'question')}"
    yield "all in your own time" if rules.own_time else f"{rules.seconds} seconds each"
    yield "four choices" if rules.style == "choice" else "answers are typed"
    size = rules.team_size
    yield f"teams of up to {size}" if size else "everybody for himself"
    if rules.bonus:
        yield "a bonus for speed"
    if rules.bonus_off:
        yield _BONUS_OFF
    if rules.joker:
        yield "a joker doubles one round"
    if rules.wager:
        yield "a wager at the end"
    if rules.moves == "host":
        yield "the host moves on"

"""What a player gives: an answer, a joker or a wager; and whether it may be given now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.quiz.refused import TAKEN_OUT, Refused
from bot.quiz.rules import GRACE

if TYPE_CHECKING:
    from bot.quiz.entrant import Entrant
    from bot.quiz.rules import Rules

JOKER, WAGER = "joker", "wager"

_CLOSED = Refused("That question is closed.")

Phase: TypeAlias = Literal[
    "gathering", "round", "asking", "playing", "locked", "revealed", "wager", "paused", "over"
]
"""Players come in; a round is announced; a question is open, or all of them are; it is closed,
answered; each sets what he dares; the clock stands still; all is told."""


@dataclass(frozen=True, slots=True)
class Given:
    """The latest that a player said about one thing."""

    player: str  # id of the entrant
    about: str  # number of the question, or joker, or wager
    text: str  # a letter or what was typed; number of the round; points
    at: float  # when it came in, in seconds since 1970


@dataclass(frozen=True, slots=True)
class Head:
    """As much of a night as decides whether something may be given: it is read at every press."""

    phase: Phase = "gathering"
    number: int = -1  # of the question that was asked last, counted from 0
    round: int = -1
    until: float | None = None  # when the phase ends; none where somebody must end it
    among: tuple[str, ...] = ()  # sides in a tie-break; all where there are none
    without: tuple[str, ...] = ()  # communities that were taken out of it


def refuse(
    head: Head, rules: Rules, entrant: Entrant, given: Given, before: Given | None, *, leads: bool
) -> Refused | None:
    """Why it cannot be given; nothing where it can.

    `before` is what he gave about it already; who plays alone leads, in a team the captain does.
    """
    if entrant.belongs_to in head.without:
        return TAKEN_OUT
    if head.phase == "paused":
        return Refused("The night is paused; nothing is lost, and it goes on soon.")
    if given.about in (JOKER, WAGER) and not leads:
        return Refused(f"Your captain sets the {given.about}.")
    if given.about == JOKER:
        return _refuse_joker(head, rules, given, before)
    if given.about == WAGER:
        return _refuse_wager(head, given)
    if head.phase == "playing":
        return _refuse_in_own_time(head, rules, given)
    return _refuse_answer(head, entrant, given)


def _refuse_in_own_time(head: Head, rules: Rules, given: Given) -> Refused | None:
    is_question = given.about.isdecimal() and int(given.about) < rules.normal
    if _is_late(head, given) or not is_question:
        return _CLOSED
    return None


def _refuse_answer(head: Head, entrant: Entrant, given: Given) -> Refused | None:
    is_open = head.phase == "asking" and given.about == str(head.number)
    if not is_open or _is_late(head, given):
        return _CLOSED
    if entrant.since > head.number:
        return Refused("You came in during this question; the next one is yours too.")
    if head.among and entrant.side not in head.among:
        return Refused("This one is between those who are tied for the first place.")
    return None


def _refuse_joker(head: Head, rules: Rules, given: Given, before: Given | None) -> Refused | None:
    if not rules.joker:
        return Refused("This night is played without jokers.")
    if not given.text.isdecimal() or int(given.text) >= rules.rounds:
        return Refused(f"There are {rules.rounds} rounds to choose from.")
    if before is not None and _has_begun(head, int(before.text)):
        return Refused("Your joker is played already.")
    if _has_begun(head, int(given.text)):
        return Refused("That round has begun; a joker is played before it.")
    return None


def _refuse_wager(head: Head, given: Given) -> Refused | None:
    if head.phase != "wager":
        return Refused("Wagers are set just before the last question.")
    if not given.text.isdecimal():
        return Refused("A wager is a whole number of points, from 0 to what you have.")
    return None


def _is_late(head: Head, given: Given) -> bool:
    return head.until is not None and given.at > head.until + GRACE


def _has_begun(head: Head, number: int) -> bool:
    return number < head.round or (number == head.round and head.phase != "round")

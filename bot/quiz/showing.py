"""A night as its board shows it to everybody: one message, drawn anew as the night goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.asked_words import asked_blocks, asked_buttons
from bot.quiz.final import draw_end
from bot.quiz.gathering import draw_called_off, draw_gathering, join_button, who_is_in
from bot.quiz.keys import button
from bot.quiz.points import draw_points
from bot.quiz.revealing import draw_reveal
from bot.quiz.sides import PLATFORMS, host_words
from bot.quiz.starting import is_called_off, told_close
from bot.quiz.waiting import told_waiting
from bot.quiz.wording import (
    counted,
    foot_words,
    left_in_words,
    place_in_night,
    rules_in_words,
    tally_in_words,
)
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.channel import Destination
    from bot.quiz.night import Night
    from bot.quiz.nights import Board, Tally
    from bot.reply import Block, Button


def show_board(  # noqa: C901, PLR0911 - one for each phase
    night: Night, tallies: Mapping[str, Tally], board: Board, now: float
) -> Reply:
    """What a channel sees now; before a reveal nothing in it depends on what is right."""
    to = board.to
    if night.is_without(to.platform, to.community):
        return _left_out(night)
    match night.head.phase:
        case "gathering":
            return draw_gathering(night, to)
        case "round":
            return _round(night, to, now)
        case "wager":
            return _wager(night, to, now)
        case "asking":
            return _asking(night, tallies, now)
        case "playing":
            return _playing(night, to)
        case "locked":
            return _locked(night, tallies)
        case "revealed":
            return draw_reveal(night, to)
        case "paused":
            return _paused(night, to)
        case "over":
            return draw_called_off(night) if is_called_off(night) else draw_end(night, to)


def _left_out(night: Night) -> Reply:
    """The same to the end: whoever plays on there is none of its business any more."""
    told = "Its host has ended the link with this community, so nobody can answer from here."
    kept = "What was answered so far stays, and the points with it."
    return Reply(
        f"{night.title} is over in this channel.",
        (Text(told), Text(kept)),
        buttons=(button("My score", "mine", night.id), button("Scores", "scores", night.id)),
    )


def _round(night: Night, to: Destination, now: float) -> Reply:
    head, rules = night.head, night.rules
    told = f"{counted(rules.questions, 'question')}, {rules.seconds} seconds each."
    joker = button("Play my joker", f"joker {head.round}", night.id)
    word = "Play your joker now, and this round counts double for you."
    where = f"Round {head.round + 1} of {rules.rounds}" if rules.rounds > 1 else "Get ready"
    return Reply(
        f"{night.title} · {where}",
        (
            Text(told),
            *((Text(word),) if rules.joker else ()),
            *told_waiting(night),
            *_points(night, to),
            *_time(night, now),
        ),
        buttons=((joker,) if rules.joker else ()) + _between(night),
        footer=foot_words(night) if rules.bonus_off else "",
    )


def _wager(night: Night, to: Destination, now: float) -> Reply:
    dare = "Dare as many of your points as you like: they are added where you are right, lost else."
    return Reply(
        f"{night.title} · The last question is for a wager",
        (Text(dare), *told_waiting(night), *_points(night, to), *_time(night, now)),
        buttons=(button("Set my wager", "wager", night.id), *_between(night)),
    )


def _asking(night: Night, tallies: Mapping[str, Tally], now: float) -> Reply:
    return Reply(
        place_in_night(night),
        (
            *asked_blocks(night, night.head.number, now),
            *_time(night, now),
            *_tally(tallies),
            *told_waiting(night),
        ),
        buttons=asked_buttons(night, night.head.number),
        footer=foot_words(night),
    )


def _playing(night: Night, to: Destination) -> Reply:
    return Reply(
        f"{night.title}: play it when you like",
        (
            Text(rules_in_words(night.rules)),
            Text(who_is_in(night)),
            *told_close(night),
            Text(f"Your host is {host_words(night, to)}.", "quiet"),
        ),
        buttons=(button("Play", "play", night.id), button(*join_button(night))),
        footer="The answers are told when it closes, to everybody at once.",
    )


def _locked(night: Night, tallies: Mapping[str, Tally]) -> Reply:
    waiting = told_waiting(night)
    told = (Text("Closed." if waiting else "Closed. The answers are being marked."), *waiting)
    if night.rules.own_time:
        return Reply(
            f"{night.title} is closed", (*told, *told_close(night)), footer=foot_words(night)
        )
    return Reply(
        place_in_night(night),
        (*asked_blocks(night, night.head.number, float("inf")), *told, *_tally(tallies)),
        footer=foot_words(night),
    )


def _paused(night: Night, to: Destination) -> Reply:
    """What was asked is not shown: nobody shall gain time by it."""
    why = (Text(night.why_paused),) if night.why_paused else ()
    return Reply(
        f"{night.title} is paused",
        (
            *why,
            Text("Nothing is lost: answers and points are kept, and the time that was left."),
            *told_waiting(night),
            *_points(night, to),
        ),
        buttons=_between(night),
    )


def _points(night: Night, to: Destination) -> tuple[Block, ...]:
    """Nothing before there are any."""
    return draw_points(night, to) if night.revealed else ()


def _between(night: Night) -> tuple[Button, ...]:
    return button(*join_button(night)), button("My score", "mine", night.id)


def _tally(tallies: Mapping[str, Tally]) -> tuple[Block, ...]:
    words = tally_in_words(tallies, PLATFORMS)
    return (Text(words, "quiet"),) if words else ()


def _time(night: Night, now: float) -> tuple[Block, ...]:
    words = left_in_words(night.head.until, now)
    return (Text(words, "quiet"),) if words else ()

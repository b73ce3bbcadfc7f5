"""The host's panel: where the night is, what waits for him, and what he can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.keys import button
from bot.quiz.order import following
from bot.quiz.points import draw_points
from bot.quiz.revealing import answer_words
from bot.quiz.sides import PLATFORMS
from bot.quiz.starting import told_close, told_start
from bot.quiz.steps import Ended
from bot.quiz.waiting import waiting_groups
from bot.quiz.wording import (
    counted,
    left_in_words,
    place_in_night,
    rules_in_words,
    tally_in_words,
)
from bot.reply import Button, Fields, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.channel import Destination
    from bot.quiz.night import Night
    from bot.quiz.nights import Tally
    from bot.reply import Block, Told


def moment(night: Night) -> str:
    """Where the night is, in a word: a button does what it said when it was seen, or nothing."""
    head = night.head
    return f"{head.phase}.{head.round}.{head.number}"


def show_panel(
    night: Night, tallies: Mapping[str, Tally], to: Destination, now: float, *notes: Text
) -> Reply:
    return Reply(
        f"You host {night.title}",
        (
            *notes,
            Fields(tuple(_facts(night, tallies, now))),
            *_unlisted(night),
            *_key_words(night),
            *(draw_points(night, to, 5) if night.revealed else ()),
        ),
        buttons=tuple(_buttons(night)),
        footer="Only you see this. quiz host brings it back at any time.",
        private=True,
    )


def panel_view(title: str, night: Night, blocks: tuple[Block, ...], *more: Button) -> Reply:
    """Another page of the panel, with the way back."""
    back = button("Back", "show", night.id, "host")
    return Reply(title, blocks, buttons=(*more, back), private=True)


def _facts(night: Night, tallies: Mapping[str, Tally], now: float) -> Iterator[tuple[str, Told]]:
    yield "Now", _NOW[night.head.phase].format(where=_where(night))
    if night.why_paused:
        yield "Why", night.why_paused
    if answered := tally_in_words(tallies, PLATFORMS):
        yield "Answers", answered
    yield from _clock(night, now)
    players, teams = counted(len(night.playing), "player"), counted(len(night.sides), "team")
    yield "In", f"{players} in {teams}" if night.rules.team_size else players
    yield "Played by", rules_in_words(night.rules)


def _clock(night: Night, now: float) -> Iterator[tuple[str, Told]]:
    told = told_start(night, now) or told_close(night, now)
    if told:
        yield from told[0].pairs
    elif left := left_in_words(night.head.until, now):
        yield "Clock", left


def _where(night: Night) -> str:
    head = night.head
    if head.phase == "round":
        return f"Round {head.round + 1} of {night.rules.rounds}"
    return place_in_night(night) if head.number >= 0 else night.title


_NOW = {
    "gathering": "Players come in",
    "round": "{where} is announced",
    "wager": "Wagers are set",
    "asking": "{where} is open",
    "playing": "Everybody plays in his own time",
    "locked": "{where} is closed",
    "revealed": "{where} is answered",
    "paused": "Paused at {where}",
    "over": "It is over",
}


def _unlisted(night: Night) -> tuple[Block, ...]:
    is_told = night.unlisted and night.head.phase == "gathering"
    return (Text(night.unlisted, "quiet"),) if is_told else ()


def _key_words(night: Night) -> tuple[Block, ...]:
    """Told only once nothing can be answered any more: a host may play too."""
    if night.head.phase != "locked" or night.rules.own_time:
        return ()
    return (Text(answer_words(night, night.head.number)),)


def _buttons(night: Night) -> Iterator[Button]:
    for label, step in (*_onward(night), *_judging(night), *_always(night)):
        yield button(label, step, night.id, "host")


def _onward(night: Night) -> Iterator[tuple[str, str]]:
    seen, phase = moment(night), night.head.phase
    match phase:
        case "gathering":
            yield "Open for play" if night.rules.own_time else "Open round 1", f"next {seen}"
        case "round" | "wager":
            yield "Ask it", f"next {seen}"
        case "asking" | "playing":
            yield "Lock", f"next {seen}"
        case "locked":
            yield "Reveal", f"next {seen}"
        case "revealed":
            is_last = isinstance(following(night, 0.0), Ended)
            yield "Finish" if is_last else "Next", f"next {seen}"
        case "paused":
            yield "Resume", "resume"
    if phase in ("asking", "locked", "revealed") and night.head.number not in night.void:
        yield "Skip it" if phase != "revealed" else "Void it", f"skip {seen}"
    if phase not in ("gathering", "paused", "over"):
        yield "Pause", "pause"


def _judging(night: Night) -> Iterator[tuple[str, str]]:
    if groups := waiting_groups(night):
        yield f"Marking ({len(groups)})", "marking"
    if night.undecided:
        yield f"Protests ({len(night.undecided)})", "protests"
    if night.doubted:
        yield f"Keys in doubt ({len(night.doubted)})", "doubts"


def _always(night: Night) -> Iterator[tuple[str, str]]:
    yield "Look again", "show"
    if night.revealed:
        yield "Scores", "scores"
    if night.changes:
        yield "Log", "log"
    if night.head.phase != "over":
        yield "Invite a community", "invite"
        yield "Who takes part", "links"
        yield "Hand over", "hand"
    match night.head.phase:
        case "over":
            pass
        case "gathering":
            yield ("Move it" if night.head.until else "Set a time"), "move"
            yield "Call it off", "end"
        case _:
            yield "End", "end"

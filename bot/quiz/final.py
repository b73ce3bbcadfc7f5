"""The end of a night in one message: who won, the last board, how the questions went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.board import board
from bot.quiz.keys import button
from bot.quiz.points import draw_points
from bot.quiz.rates import best, fastest, rates
from bot.quiz.sides import side_name
from bot.quiz.waiting import told_waiting
from bot.quiz.wording import counted, place_of, short_place
from bot.reply import Column, Reply, Table, Text
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.channel import Destination
    from bot.quiz.night import Night
    from bot.quiz.rates import Rate
    from bot.reply import Block

_AT_THE_END = 15

_NAMED = 5
"""Sides that a title names; of more it says how many they are."""

_RATED = 20
"""Questions whose rates a message shows well beside the board."""

_BARS = 10
"""Signs of a bar; one for each tenth of those who answered."""

_LONGEST_PROMPT = 200


def draw_end(night: Night, to: Destination) -> Reply:
    """More is behind its buttons."""
    return Reply(
        winner_words(night, to),
        (
            *told_waiting(night),
            *draw_points(night, to, _AT_THE_END),
            *_questions(night, to),
        ),
        buttons=tuple(
            button(label, step, night.id)
            for label, step in (
                ("Scores", "scores"),
                ("My score", "mine"),
                ("Answers", "answers"),
                ("Score log", "log"),
                ("Download the pack", "pack"),
                ("Results as CSV", "csv"),
            )
        ),
        footer=f"{night.title} · {counted(len(night.entrants), 'player')}",
    )


def winner_words(night: Night, to: Destination) -> str:
    first = [each for each in board(night) if each.place == 1 and each.points > 0]
    if not first:
        return f"{night.title} is over; nobody has scored."
    points = counted(first[0].points, "point")
    if len(first) > _NAMED:
        return f"{len(first):,} share the first place of {night.title} with {points} each."
    names = listed([side_name(night, each.side, to) for each in first])
    if len(first) == 1:
        return f"{names} wins {night.title} with {points}."
    return f"{names} share the first place of {night.title} with {points} each."


def _questions(night: Night, to: Destination) -> Iterator[Block]:
    found = rates(night)
    if rate := best(found):
        prompt = night.questions[rate.number].prompt
        shown = prompt if len(prompt) <= _LONGEST_PROMPT else f"{prompt[:_LONGEST_PROMPT]}…"
        yield Text(f"The best question: “{shown}” {_of(rate)} had it right.")
    if quick := fastest(night):
        name = side_name(night, quick.side, to)
        where = place_of(night, quick.number)
        yield Text(f"The fastest right answer: {name}, after {quick.seconds:.1f} s ({where}).")
    if found:
        columns = (Column("Question"), Column("Right", True), Column("Who"))
        yield Table(columns, tuple(_row(night, rate) for rate in found[:_RATED]))
    if len(found) > _RATED:
        yield Text(
            f"And {counted(len(found) - _RATED, 'question')} more; Answers shows all.", "quiet"
        )


def _row(night: Night, rate: Rate) -> tuple[str, str, str]:
    full = round(rate.share * _BARS)
    bar = f"{'█' * full}{'░' * (_BARS - full)}"
    return short_place(night, rate.number), f"{round(100 * rate.share)} %", f"{bar} {_of(rate)}"


def _of(rate: Rate) -> str:
    return f"{rate.right:,} of {rate.answered:,}"

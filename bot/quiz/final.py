"""The end of a night: who won, the last board, and which questions were easy or hard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.board import board
from bot.quiz.keys import button
from bot.quiz.points import draw_points
from bot.quiz.revealing import success
from bot.quiz.sides import side_name
from bot.quiz.wording import counted, listed, place_of
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from bot.channel import Destination
    from bot.quiz.night import Night
    from bot.reply import Block

_AT_THE_END = 15


def draw_end(night: Night, to: Destination) -> Reply:
    """One message that tells it all; more is behind its buttons."""
    return Reply(
        winner_words(night, to),
        (*draw_points(night, to, _AT_THE_END), *_extremes(night)),
        buttons=(
            button("Scores", "scores", night.id),
            button("My score", "mine", night.id),
            button("Answers", "answers", night.id),
        ),
        footer=f"{night.title} · {counted(len(night.entrants), 'player')}",
    )


def winner_words(night: Night, to: Destination) -> str:
    first = [each for each in board(night) if each.place == 1 and each.points > 0]
    if not first:
        return f"{night.title} is over; nobody has scored."
    names = listed(side_name(night, each.side, to) for each in first)
    points = counted(first[0].points, "point")
    if len(first) == 1:
        return f"{names} wins {night.title} with {points}."
    return f"{names} share the first place of {night.title} with {points} each."


def _extremes(night: Night) -> tuple[Block, ...]:
    """The easiest and the hardest, where one can tell them apart."""
    parts = []
    for number in night.revealed:
        right, all_ = success(night, number)
        if all_ and number < night.rules.all and number not in night.void:
            parts.append((right / all_, -number, f"{right} of {all_} right"))
    if len(parts) < 2 or min(parts)[0] == max(parts)[0]:
        return ()
    (_, hard, few), (_, easy, many) = min(parts), max(parts)
    return (
        Text(
            f"Easiest: {place_of(night, -easy)}, {many}. Hardest: {place_of(night, -hard)}, {few}."
        ),
    )

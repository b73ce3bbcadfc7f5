"""A daily question as its channel sees it: with yesterday's answer, closed, and the streaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.asked_words import asked_blocks, asked_buttons
from bot.quiz.daily import TITLE, running
from bot.quiz.keys import button
from bot.quiz.revealing import answer_words, success_words
from bot.quiz.wording import counted
from bot.reply import Column, Fields, Reply, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.quiz.daily import Streak
    from bot.quiz.night import Night
    from bot.reply import Block, Moment

DAILY = "day-"
"""Begins the steps of those who answer it."""

_ROWS = 25
_TOLD = 3
"""Streaks that a message tells."""

_WORTH_TELLING = 2
"""Days; one alone is no row."""


def draw_daily(
    night: Night, day: date, until: Moment, before: Night | None, streaks: tuple[Streak, ...]
) -> Reply:
    """What was right yesterday comes first; of today's nothing depends on what is right."""
    return Reply(
        _titled(day),
        (
            *_before(before),
            *_best(streaks),
            *asked_blocks(night, 0, 0.0),
            Fields((("Open until", until),)),
        ),
        buttons=(*asked_buttons(night, 0, prefix=DAILY), button("Streaks", "streaks", night.id)),
        footer="You alone see what you answer.",
    )


def draw_closed(night: Night, day: date) -> Reply:
    question = night.questions[0]
    has_rows = question.proof is not None
    return Reply(
        f"{_titled(day)} is closed",
        (
            Text(question.prompt, "quiet"),
            Text(answer_words(night, 0)),
            *((Text(question.told),) if question.told else ()),
            Text(success_words(night, 0)),
        ),
        buttons=(
            *((button("Proof", "proof 0", night.id),) if has_rows else ()),
            button("Streaks", "streaks", night.id),
        ),
    )


def draw_streaks(streaks: tuple[Streak, ...], latest: date | None) -> Reply:
    """Of all who have answered there, who is in the longest row first."""
    if not streaks:
        return Reply("Nobody has a streak here yet.", (Text(_HOW, "quiet"),), private=True)
    rows = tuple(
        (
            each.name,
            str(each.right_row),
            str(each.answered_row),
            str(each.best),
            f"{each.right} of {each.answered}",
        )
        for each in ranked(streaks, latest)
    )
    more = len(rows) - _ROWS
    rest = (Text(f"And {counted(more, 'more player')}.", "quiet"),) if more > 0 else ()
    return Reply(
        f"{TITLE}: days in a row",
        (Table(_COLUMNS, rows[:_ROWS]), *rest),
        footer=_HOW,
        private=True,
    )


def ranked(streaks: tuple[Streak, ...], latest: date | None) -> list[Streak]:
    found = (running(each, latest) for each in streaks)
    return sorted(found, key=lambda each: (-each.right_row, -each.answered_row, -each.right))


_HOW = "A day counts when it is closed; who misses one, or is wrong, begins anew."
_COLUMNS = (
    Column("Player"),
    Column("Right in a row", True),
    Column("Answered in a row", True),
    Column("Longest", True),
    Column("Right", True),
)


def _titled(day: date) -> str:
    return f"{TITLE} · {day:%A, %B} {day.day}"


def _before(night: Night | None) -> Iterator[Block]:
    if night is not None:
        yield Text(f"Before this one: {night.questions[0].prompt}", "quiet")
        yield Text(f"{answer_words(night, 0)} {success_words(night, 0)}")


def _best(streaks: tuple[Streak, ...]) -> Iterator[Block]:
    """Those that go on, the longest first; `streaks` stand as of the last day."""
    long = [each for each in streaks if each.right_row >= _WORTH_TELLING][:_TOLD]
    if long:
        told = "; ".join(f"{each.name}: {each.right_row} days right in a row" for each in long)
        yield Text(f"{told}.")

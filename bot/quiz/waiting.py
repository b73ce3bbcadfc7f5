"""What waits for the host: answers that came near, and protests; told to all, but not which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.wording import counted
from bot.reply import Text
from knowledge.sentences import listed

if TYPE_CHECKING:
    from bot.quiz.night import Night


def waiting_groups(night: Night) -> tuple[tuple[int, str, int], ...]:
    """Answers that wait for the host: the question, the text, how many gave it."""
    return tuple(
        (number, text, count)
        for number in night.open
        if number not in night.void
        for text, count in night.groups(number).items()
    )


def told_waiting(night: Night) -> tuple[Text, ...]:
    """By this he learns of it wherever he looks; nothing where nothing waits."""
    answers, protests = sum(count for *_, count in waiting_groups(night)), len(night.undecided)
    told = [
        counted(number, what)
        for number, what in ((answers, "answer"), (protests, "protest"))
        if number
    ]
    if not told:
        return ()
    verb = "waits" if answers + protests == 1 else "wait"
    return (Text(f"{listed(told)} {verb} for the host.", "caution"),)

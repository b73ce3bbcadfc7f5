"""A quiz night for the gallery: its board in each of its moments, and its host's panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.quiz.daily import RULES as DAILY_RULES
from bot.quiz.daily import Streak
from bot.quiz.daily_drawing import draw_closed, draw_daily, draw_streaks
from bot.quiz.entrant import Entrant
from bot.quiz.given import Given
from bot.quiz.night import Night, enter, give
from bot.quiz.nights import Board, Tally
from bot.quiz.order import following
from bot.quiz.question import Question
from bot.quiz.rules import Rules
from bot.quiz.showing import show_board
from bot.quiz.steps import Marked, Moved, Paused, Unlinked
from bot.quiz.taking import take
from bot.quizmaster.panel import show_panel
from bot.when import moment_at
from knowledge.answer import Table

if TYPE_CHECKING:
    from bot.reply import Reply

NOW = 1_767_000_000.0
HERE = Destination("discord", "1", "2")
WHO_WON = Question(
    "1",
    "choice",
    "In the Craftsman Truck Series, who won the 2025 LIUNA! 150 at Lime Rock Park?",
    "Corey Heim",
    ("B",),
    ("Ty Majeski", "Corey Heim", "Layne Riggs", "Shane van Gisbergen, in a wildcard entry"),
    "Corey Heim won it from the pole, leading 99 of the 100 laps.",
    Table(("Race", "Winner"), (("LIUNA! 150", "Corey Heim"),)),
    through="Championship Race at Phoenix Raceway, November 2, 2025",
)
WHO_AM_I = replace(
    WHO_WON,
    key="2",
    kind="typed",
    prompt="Who am I?",
    accepted=("Corey Heim",),
    choices=(),
    clues=("I made no more than 100 starts.", "I won 12 races in one season."),
)
RULES = Rules(rounds=1, questions=2, joker=True, wager=True)


def _entered(night: Night) -> Night:
    for key, name, platform in (
        ("1", "Ben", "discord"),
        ("2", "Cleo", "discord"),
        ("3", "Eve", "slack"),
    ):
        came = enter(night, Entrant(platform, key, name, "1", at=NOW, shows_name=False))
        assert isinstance(came, Night)
        night = came
    return night


def _on(night: Night, steps: int, at: float = NOW) -> Night:
    for _ in range(steps):
        step = following(night, at)
        assert step is not None
        night = _after(take(step, night))
    return night


def _after(night: object) -> Night:
    assert isinstance(night, Night), night
    return night


def _given(night: Night, **said: str) -> Night:
    about = str(max(night.head.number, 0))
    for who, text in said.items():
        platform, key = who.split("_")
        night = _after(give(night, Given(f"{platform} {key}", about, text, NOW + 5)))
    return night


GATHERING = _entered(
    Night("NIGHT23456", "Trucks 2025", RULES, (WHO_WON, WHO_AM_I, WHO_WON), "discord 9", "Ann", "1")
)
PLANNED = replace(GATHERING, head=replace(GATHERING.head, until=NOW + 3600), zone="UTC")
THEIRS = replace(GATHERING, host="slack 9", host_community="2")
ROUND = _on(GATHERING, 1)
ASKING = _given(_on(ROUND, 1), discord_1="B", discord_2="A")
LOCKED = _on(ASKING, 1)
REVEALED = _on(LOCKED, 1)
TYPED = _on(REVEALED, 1)
WAGER = _on(_after(take(Marked(at=NOW, number=1, markings=()), _on(TYPED, 1))), 2)
PAUSED = _after(take(Paused(at=NOW, why="The channel is gone."), ASKING))
OVER = _on(WAGER, 4)
TALLIES = {"discord": Tally(2, 2), "slack": Tally(0, 1)}


def _board(night: Night, after: float = 5) -> Reply:
    return show_board(night, TALLIES, Board(night.id, HERE, "m"), NOW + after)


DAY = _given(
    _on(_entered(Night("DAY234", "Daily question", DAILY_RULES, (WHO_WON,), "discord ")), 1),
    discord_1="B",
    discord_2="A",
)
CLOSED = _on(DAY, 2)
STREAKS = (Streak("discord 1", "Ben", date(2025, 12, 28), 12, 12, 12, 14, 13),)
TODAY = date(2025, 12, 29)
DAILY = {
    "quiz daily": draw_daily(
        DAY, TODAY, moment_at(NOW + 16 * 3600, "America/New_York"), CLOSED, STREAKS
    ),
    "quiz daily closed": draw_closed(CLOSED, TODAY),
    "quiz daily streaks": draw_streaks(STREAKS, date(2025, 12, 28)),
}

QUIZ = {
    **DAILY,
    "quiz gathering": _board(GATHERING),
    "quiz moved": _board(_after(take(Moved(at=NOW, until=NOW + 7200), PLANNED))),
    "quiz taken out": _board(
        _after(take(Unlinked(at=NOW, platform="discord", community="1"), THEIRS))
    ),
    "quiz round": _board(ROUND),
    "quiz question": _board(ASKING),
    "quiz question in words": _board(TYPED, 16),
    "quiz closed": _board(LOCKED),
    "quiz reveal": _board(REVEALED),
    "quiz wager": _board(WAGER),
    "quiz paused": _board(PAUSED),
    "quiz end": _board(OVER),
    "quiz host panel": show_panel(LOCKED, TALLIES, HERE, NOW),
}

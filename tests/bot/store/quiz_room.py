"""Where the stories of quiz nights happen: a night of few questions, its players, its boards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.quiz.entrant import Entrant
from bot.quiz.given import Given
from bot.quiz.night import Night
from bot.quiz.nights import Board
from bot.quiz.order import following
from bot.quiz.question import Question
from bot.quiz.rules import Rules
from knowledge.answer import Table

if TYPE_CHECKING:
    from bot.quiz.nights import Nights

RACING = Destination("discord", "track", "racing")
SHOP = Destination("slack", "T1", "shop")
BOARD = Board("n1", RACING, "markofracing", is_host=True)
LINKED = Board("n1", SHOP, "markofshop")
HOST = "discord 1"
PROOF = Table(("Driver", "Wins"), (("Corey Heim", 12), ("Layne Riggs", None)))


def question(number: int, **other: object) -> Question:
    asked = Question(
        f"wins {number}",
        "choice",
        f"Who won race {number}?",
        "Heim",
        ("A",),
        ("Heim", "Riggs", "Honeycutt", "Majeski"),
        "Corey Heim won it.",
        PROOF,
    )
    return replace(asked, **other)  # type: ignore[arg-type]


def night(key: str = "n1", rules: Rules | None = None, *questions: Question) -> Night:
    rules = rules or Rules(rounds=1, questions=2)
    asked = questions or tuple(question(number) for number in range(rules.all))
    return Night(key, "Truck night", rules, asked, HOST, "Ann")


def player(key: str, platform: str = "discord", **other: object) -> Entrant:
    entrant = Entrant(platform, key, f"fan {key}", "track", at=1000.0)
    return replace(entrant, **other)  # type: ignore[arg-type]


def answer(key: str, text: str, at: float, about: int | str = 0) -> Given:
    return Given(f"discord {key}", str(about), text, at)


async def on(nights: Nights, at: float, key: str = "n1") -> Night:
    """The night one step on, by the host's hand."""
    after = await nights.take(key, lambda night: following(night, at, HOST))
    assert isinstance(after, Night), after
    return after

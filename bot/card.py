"""A card that was shown: what was asked for it, and by whom, so that its buttons can ask again."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.book import Book
    from bot.request import User
    from knowledge.answer import Outcome

FORGOTTEN_AFTER = 90 * 24 * 3600
"""Seconds; nobody presses the buttons of an older card, and nothing is kept for ever."""


@dataclass(frozen=True, slots=True)
class Card:
    """The turns that led to an answer; asked again they give the same answer."""

    platform: str
    user: str  # whose card it is
    community: str
    turns: tuple[str, ...]
    day: date  # on which it was asked: "this season" stays what it was
    command: str = "ask"

    @property
    def told(self) -> str:
        """The turns in words; a plan of a quiz night is told by its name alone."""
        return " · ".join(self.turns[:1] if self.command == "quiz" else self.turns)


def asked_of(book: Book, turns: tuple[str, ...], day: date) -> Outcome:
    """What turns come to: the same questions of the same rows, the same answer."""
    outcome = book.ask(turns[0], today=day)
    for turn in turns[1:]:
        outcome = book.ask(turn, after=outcome, today=day)
    return outcome


@dataclass(frozen=True, slots=True)
class Kept:
    """A card that was kept, and since when in seconds since 1970."""

    card: Card
    since: float


class Cards(Protocol):
    """Where cards are kept under short ids; a card grows old and is forgotten."""

    async def keep(self, card: Card) -> str: ...

    async def find(self, key: str) -> Card | None: ...

    async def change(self, key: str, card: Card) -> None:
        """Put another in its place, where it is still kept."""

    async def of(self, user: User) -> tuple[Kept, ...]: ...

    async def forget(self, user: User) -> int: ...


def new_id() -> str:
    """Twelve characters that nobody guesses."""
    return secrets.token_urlsafe(9)


class CardsInMemory:
    """Cards of one process, the latest few: for a console that is gone when it ends."""

    def __init__(self, limit: int = 1000, clock: Callable[[], float] = time.time) -> None:
        self._limit = limit
        self._clock = clock  # seconds
        self._cards: OrderedDict[str, tuple[float, Card]] = OrderedDict()

    async def keep(self, card: Card) -> str:
        key = new_id()
        self._cards[key] = (self._clock(), card)
        if len(self._cards) > self._limit:
            self._cards.popitem(last=False)
        return key

    async def find(self, key: str) -> Card | None:
        kept, card = self._cards.get(key, (0.0, None))
        return card if self._clock() - kept < FORGOTTEN_AFTER else None

    async def change(self, key: str, card: Card) -> None:
        if key in self._cards:
            self._cards[key] = (self._cards[key][0], card)

    async def of(self, user: User) -> tuple[Kept, ...]:
        """A user's own, the latest first."""
        kept = (Kept(card, since) for since, card in reversed(self._cards.values()))
        return tuple(each for each in kept if _is_of(each.card, user))

    async def forget(self, user: User) -> int:
        """Forget a user's own, and say how many they were."""
        before = len(self._cards)
        others = (each for each in self._cards.items() if not _is_of(each[1][1], user))
        self._cards = OrderedDict(others)
        return before - len(self._cards)


def _is_of(card: Card, user: User) -> bool:
    return (card.platform, card.user) == (user.platform, user.key)

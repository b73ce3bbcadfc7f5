"""Answers that stand in channels for all to read, and what they read since a row was corrected."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from bot.card import asked_of
from knowledge.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.book import Book
    from bot.card import Card, Kept
    from bot.channel import Posted
    from bot.request import User
    from knowledge.answer import Outcome
    from knowledge.corrected import CorrectedRace

FORGOTTEN_AFTER = 7 * 24 * 3600.0
"""Seconds; results are corrected within days, and nobody reads an older answer again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer by the message that it stands in: what it said, not who read it."""

    card: Card
    at: Posted
    title: str
    digest: str  # of all that it said
    reach: str  # the day of the last race that it knew of; empty where it said none
    since: float  # seconds since 1970


class StandingAnswers(Protocol):
    """Where they are kept for some days."""

    async def keep(self, standing: Standing) -> None:
        """In the place of what its message said before."""

    async def of(self, user: User) -> tuple[Kept, ...]:
        """What a user has asked, the latest first."""

    async def forget(self, user: User) -> int: ...


def standing(card: Card, at: Posted, answer: Answer, now: float) -> Standing:
    reach = answer.as_of.date if answer.as_of else ""
    return Standing(card, at, answer.headline, digest_of(answer), reach, now)


def digest_of(answer: Answer) -> str:
    told = repr((answer.headline, answer.value, answer.table.rows))
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


def day_of(since: float) -> str:
    return datetime.fromtimestamp(since, UTC).date().isoformat()


def corrected_answer(
    told: Standing, races: Iterable[CorrectedRace], book: Book
) -> tuple[Answer, tuple[CorrectedRace, ...]] | None:
    """What it reads now, and the races that it comes from; None where nothing is to be corrected.

    Another race run since also makes it read otherwise, and nobody was told wrongly: then it is
    corrected only where the answer itself is about the race.
    """
    known = [each for each in races if each.noted >= day_of(told.since) and each.date <= told.reach]
    if not known:
        return None
    answer: Outcome = asked_of(book, told.card.turns, told.card.day)
    if not isinstance(answer, Answer) or digest_of(answer) == told.digest:
        return None
    about = tuple(each for each in known if not answer.series or each.series in answer.series)
    if not answer.as_of or answer.as_of.date != told.reach:
        about = tuple(each for each in about if _names(answer, each))
    return (answer, about) if about else None


def with_news(told: Standing, answer: Answer) -> Standing:
    """As it stands there once it is corrected."""
    return replace(standing(told.card, told.at, answer, told.since), reach=told.reach)


def _names(answer: Answer, race: CorrectedRace) -> bool:
    return any(race.name in each and race.noted in each for each in answer.caveats)

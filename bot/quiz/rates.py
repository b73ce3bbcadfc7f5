"""How a night's questions went: how many were right, which was the best, who was the fastest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.quiz.revealing import success

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.night import Night


@dataclass(frozen=True, slots=True)
class Rate:
    """How many sides were right, of those that answered."""

    number: int
    right: int
    answered: int

    @property
    def share(self) -> float:
        return self.right / self.answered


@dataclass(frozen=True, slots=True)
class Fastest:
    """The shortest time from a question to a right answer."""

    side: str
    number: int
    seconds: float


def rates(night: Night) -> tuple[Rate, ...]:
    """Of the questions that counted and that somebody answered, in order."""
    counted = (n for n in sorted(night.revealed) if n < night.rules.all and n not in night.void)
    found = (Rate(number, *_success(night, number)) for number in counted)
    return tuple(rate for rate in found if rate.answered)


def best(found: tuple[Rate, ...]) -> Rate | None:
    """What parted the field most evenly, of those the hardest; what all or nobody knew parts none.

    Of one answer nothing can be said.
    """
    parting = [rate for rate in found if 0 < rate.right < rate.answered]
    return min(parting, key=lambda rate: (abs(rate.share - 0.5), rate.share), default=None)


def fastest(night: Night) -> Fastest | None:
    """Only where speed counted: elsewhere nobody was asked to hurry."""
    if not night.rules.bonus:
        return None
    return min(_fast(night), key=lambda each: each.seconds, default=None)


def _fast(night: Night) -> Iterator[Fastest]:
    for rate in rates(night):
        number = rate.number
        right = {
            text: night.is_right(number, text)
            for text in {each.text for each in night.given.get(str(number), {}).values()}
        }
        for player, given in night.given.get(str(number), {}).items():
            if right[given.text]:
                seconds = max(0.0, given.at - night.open[number].began)
                yield Fastest(night.entrants[player].side, number, seconds)


def _success(night: Night, number: int) -> tuple[int, int]:
    """Where each plays alone and an answer is right or wrong, equal answers are counted once."""
    is_plain = night.questions[number].kind in ("choice", "typed") and not night.rules.team_size
    if not is_plain:
        return success(night, number)
    times = Counter(each.text for each in night.given.get(str(number), {}).values())
    right = sum(count for text, count in times.items() if night.is_right(number, text))
    return right, times.total()

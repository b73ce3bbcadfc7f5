"""The night as its host has it before him, and how a step of his is taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.quiz.marker import marked
from bot.quiz.order import unmarked
from bot.quiz.refused import Refused
from bot.quizmaster.panel import moment, show_panel
from bot.reply import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.quiz.night import Night
    from bot.quiz.steps import Step
    from bot.quizmaster.player import Player
    from bot.reply import Button, Reply

_GONE_ON = Refused("The night went on meanwhile; this is where it is now.")
NOT_YOURS = Refused("Another host runs it now.")


@dataclass(frozen=True, slots=True)
class Booth:
    """The night whole, as it was when the host pressed."""

    night: Night
    host: Player

    @property
    def is_his(self) -> bool:
        return self.night.host == self.host.id

    def button(self, label: str, step: str) -> Button:
        return self.host.button(label, step, "host")


async def find_booth(host: Player) -> Booth | None:
    night = await host.nights.find(host.night)
    return Booth(night, host) if night else None


async def act(booth: Booth, plan: Callable[[Night], Step | Refused | None]) -> Booth | Refused:
    """Take a step as the host, who may have handed over while he pressed."""
    host = booth.host

    def planned(night: Night) -> Step | Refused | None:
        return plan(night) if night.host == host.id else NOT_YOURS

    after = await host.nights.take(host.night, planned)
    if after is None or isinstance(after, Refused):
        return after or _GONE_ON
    return replace(booth, night=after)


async def move(
    booth: Booth, seen: str, plan: Callable[[Night], Step | Refused | None]
) -> Booth | Refused:
    """The same, where the night is still at the moment that he has seen: no step is taken twice."""
    return await act(booth, lambda night: plan(night) if moment(night) == seen else _GONE_ON)


async def marked_all(booth: Booth) -> Booth:
    """With every answer in words marked that is closed: by the record book, at once."""
    for number in unmarked(booth.night):
        after = await act(booth, _marking(booth, number))
        booth = after if isinstance(after, Booth) else booth
    return booth


async def shown(booth: Booth, after: Booth | Refused, *notes: Text) -> Reply:
    """The panel after a step, or as it is by now with the reason why none was taken."""
    if isinstance(after, Refused):
        notes = (Text(after.why, "caution"), *notes)
        after = await find_booth(booth.host) or booth
    night, host = after.night, after.host
    tallies = await host.nights.tally(night.id, night.head.number) if _is_open(night) else {}
    return show_panel(night, tallies, host.here, host.at, *notes)


def _is_open(night: Night) -> bool:
    return night.head.phase in ("asking", "locked")


def _marking(booth: Booth, number: int) -> Callable[[Night], Step | None]:
    def plan(night: Night) -> Step | None:
        if number not in unmarked(night):
            return None
        return marked(night, number, booth.host.stand.book, booth.host.at)

    return plan

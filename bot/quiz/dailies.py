"""Where the daily questions of channels are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from bot.channel import Destination
    from bot.quiz.daily import Daily, Day, Said, Streak


def daily_kind(platform: str) -> str:
    """The kind of the jobs that a platform's own processes do, one for each channel."""
    return f"daily {platform}"


def paused_kind(platform: str) -> str:
    """The kind of the jobs by which moderators are told that it is paused."""
    return f"daily-paused {platform}"


class Dailies(Protocol):
    """Those of every process that shares the store."""

    async def find(self, to: Destination) -> Daily | None: ...

    async def keep(self, daily: Daily) -> None:
        """As it is chosen now; what is due in the channel is looked at at once."""

    async def pause(self, daily: Daily, why: str) -> None:
        """Switch it off, as its message is gone or refused; moderators are told, once."""

    async def latest(self, to: Destination, most: int) -> tuple[Day, ...]:
        """The latest day first."""

    async def of_night(self, night: str) -> Destination | None:
        """The channel whose question it is."""

    async def asked(
        self, platform: str, community: str, since: date | None = None
    ) -> frozenset[str]:
        """Keys of the questions that were asked there, on any day or from that one on."""

    async def begin(self, to: Destination, day: Day) -> None:
        """The question of a day; where it has one already, nothing."""

    async def note(self, to: Destination, day: date, message: str) -> None:
        """Where it was posted; empty where it is gone."""

    async def close(self, to: Destination, day: Day, said: tuple[Said, ...]) -> None:
        """Count the day into the streaks, once."""

    async def streaks(self, to: Destination) -> tuple[Streak, ...]: ...

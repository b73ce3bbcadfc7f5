"""Where nights are kept, and the channels that show them: nothing is lost or counted twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from bot.quiz.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.channel import Destination
    from bot.quiz.entrant import Entrant
    from bot.quiz.given import Given
    from bot.quiz.night import Night
    from bot.quiz.results import Result
    from bot.quiz.steps import Step

Plan: TypeAlias = "Callable[[Night], Step | Refused | None]"
"""The step to take from a night as it is; none where nothing is to be done any more."""

GONE = Refused("That night is not here any more.")
"""To whoever enters or gives where there is no such night."""


def reminder_kind(platform: str) -> str:
    """The kind of the jobs that remind a platform's channels of a night to come."""
    return f"reminder {platform}"


def occasion_kind(platform: str) -> str:
    """The kind of the jobs that keep planned nights among a platform's events."""
    return f"occasion {platform}"


def stopped_kind(platform: str) -> str:
    """The kind of the jobs by which moderators are told that a night stopped by itself."""
    return f"quiz-stopped {platform}"


def job_kind(platform: str) -> str:
    """The kind of the jobs that a platform's own processes do, one for each board."""
    return f"quiz {platform}"


@dataclass(frozen=True, slots=True)
class Board:
    """One channel that shows a night: one message, drawn anew in its place."""

    night: str
    to: Destination
    mark: str  # the post's own, as `bot.channel` has it
    message: str = ""  # the platform's key; empty while it is not posted
    drawn: str = ""  # what it shows, in short: the same is not drawn twice
    is_host: bool = False  # where the night was made


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answered the open question, of how many that may."""

    answered: int
    players: int


class Nights(Protocol):
    """The nights of every process that shares them."""

    async def begin(self, night: Night, boards: tuple[Board, ...]) -> None: ...

    async def find(self, key: str) -> Night | None:
        """A night whole: its steps taken, its players and what they gave among it."""

    async def take(self, key: str, plan: Plan) -> Night | Refused | None:
        """Plan a step from the night as it is, and keep it unless another was kept first.

        Then it is planned anew. Gives the night after it; as it is where nothing was planned,
        and none where there is no such night.
        """

    async def enter(self, key: str, entrant: Entrant) -> Entrant | Refused:
        """Let somebody in, once, however often and wherever he presses."""

    async def give(self, key: str, given: Given) -> Given | Refused:
        """Keep what a player gave in place of what he gave before; kept when this returns."""

    async def entrant(self, key: str, player: str) -> Entrant | None: ...

    async def tally(self, key: str, number: int) -> Mapping[str, Tally]:
        """By platform."""

    async def beat(self, key: str, now: float) -> float:
        """Say that somebody runs the clock; seconds since anybody did so last.

        Time that nobody ran it while a deadline stood is given back with it, once.
        """

    async def rest(self, key: str, until: float) -> None:
        """Say that nobody needs to run the clock before then."""

    async def boards(self, key: str) -> tuple[Board, ...]: ...

    async def keep_board(self, board: Board) -> None:
        """A new one, or what became of one."""

    async def invite(self, key: str, until: float) -> str:
        """A code by which other communities find the night, until then."""

    async def invited(self, code: str, now: float) -> str:
        """The night that a code leads to, however it was typed; empty where it leads nowhere."""

    async def recent(self, platform: str, community: str, most: int) -> tuple[Night, ...]:
        """Nights that a community's channels show or have shown, the latest first."""

    async def results(
        self, platform: str, community: str, since: float, until: float
    ) -> tuple[Result, ...]:
        """What a community's own players took from the nights that began then and are over."""

    async def asked(self, platform: str, community: str, since: float) -> frozenset[str]:
        """Keys of the questions that were asked there: none is asked twice.

        Among them all those of a night that is not over: nothing shall give one of them away.
        """

    async def played(self, player: str) -> int:
        """In how many nights a person is known, as a player or as the host."""

    async def forget(self, player: str) -> int:
        """Put nobody in his place in each of them, with what he gave; and say how many they were.

        His answers stay, as others' points hang on them; his name and key go.
        """

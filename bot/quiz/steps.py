"""The steps that a night takes, each kept: a night is what its steps and answers make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from bot.quiz.marking import Marking

CLOCK = ""
"""Who takes a step that nobody takes."""


How: TypeAlias = Literal["count", "void", "leave"]
"""What becomes of a question whose key is in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    at: float  # seconds since 1970
    who: str = CLOCK  # id of the player or host


@dataclass(frozen=True, slots=True)
class RoundOpened(_Taken):
    """It is announced, and jokers can be played."""

    round: int
    until: float | None


@dataclass(frozen=True, slots=True)
class WagersOpened(_Taken):
    """The last question is announced; each sets what he dares."""

    until: float | None


@dataclass(frozen=True, slots=True)
class Asked(_Taken):
    """From now on it can be answered."""

    number: int
    until: float | None
    among: tuple[str, ...] = ()  # a tie-break: sides that are tied


@dataclass(frozen=True, slots=True)
class Opened(_Taken):
    """From now on all questions can be answered, by each in his own time."""

    until: float


@dataclass(frozen=True, slots=True)
class Locked(_Taken):
    """From now on it cannot; with it all before it that were open."""

    number: int
    until: float | None  # how long the host has for marking


@dataclass(frozen=True, slots=True)
class Marked(_Taken):
    """What the record book says to each answer that was typed."""

    number: int
    markings: tuple[tuple[str, Marking], ...]


@dataclass(frozen=True, slots=True)
class Ruled(_Taken):
    """The host's word on one group of answers that read the same."""

    number: int
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Revealed(_Taken):
    """Its answer is told and the points are given, with all before it that were closed."""

    number: int
    until: float | None


@dataclass(frozen=True, slots=True)
class Skipped(_Taken):
    """The question counts for nobody."""

    number: int
    until: float | None


@dataclass(frozen=True, slots=True)
class Protested(_Taken):
    """A player says that it was marked wrongly."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Decided(_Taken):
    """Upheld: what the protesting side gave is right too, or the question counts for nobody."""

    protest: int
    upheld: bool
    void: bool = False


@dataclass(frozen=True, slots=True)
class Doubted(_Taken):
    """The rows were corrected since, and contradict the key of a question; or do so no more."""

    number: int
    right: tuple[str, ...]
    why: tuple[str, ...] = ()
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Settled(_Taken):
    """A doubt, by the host: what the rows say counts too, the question for nobody, or as it was."""

    number: int
    how: How
    markings: tuple[tuple[str, Marking], ...] = ()  # of what was typed, by the new key


@dataclass(frozen=True, slots=True)
class Paused(_Taken):
    """By the host, or because the message or its channel is gone."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Resumed(_Taken):
    """With the time that was left."""


@dataclass(frozen=True, slots=True)
class TimeGivenBack(_Taken):
    """Seconds in which nobody could answer, because nothing of Spotter ran."""

    seconds: float


@dataclass(frozen=True, slots=True)
class HandedOver(_Taken):
    """Another host runs it from now on."""

    to: str
    name: str = ""
    community: str = ""


@dataclass(frozen=True, slots=True)
class Linked(_Taken):
    """Another community plays too: one platform tells its players sooner than another."""


@dataclass(frozen=True, slots=True)
class Unlinked(_Taken):
    """A community that played along does so no more."""

    platform: str
    community: str


@dataclass(frozen=True, slots=True)
class Moved(_Taken):
    """It begins at another time, or when the host opens it."""

    until: float | None


@dataclass(frozen=True, slots=True)
class Unlisted(_Taken):
    """It is not among the events of its host's community."""

    why: str


@dataclass(frozen=True, slots=True)
class Ended(_Taken):
    """Before its time, where the host ends it."""


Step: TypeAlias = (
    RoundOpened
    | WagersOpened
    | Asked
    | Opened
    | Locked
    | Marked
    | Ruled
    | Revealed
    | Skipped
    | Protested
    | Decided
    | Doubted
    | Settled
    | Paused
    | Resumed
    | TimeGivenBack
    | HandedOver
    | Linked
    | Unlinked
    | Moved
    | Unlisted
    | Ended
)

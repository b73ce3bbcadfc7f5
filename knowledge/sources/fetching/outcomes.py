"""What may come of asking an address once: every one of them is expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole content, as it was received."""

    content: bytes
    url: str
    etag: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It is what we have already."""

    status: int = 304


@dataclass(frozen=True, slots=True)
class NotThere:
    """The source has nothing at this address, or nothing for us."""

    status: int


@dataclass(frozen=True, slots=True)
class Refused:
    """It is there, and we do not take it."""

    why: str
    status: int


@dataclass(frozen=True, slots=True)
class Busy:
    """It may answer when asked again, after so many seconds where it says so."""

    why: str
    after: float | None = None


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """It is no use, or no manners, to ask this source any more for so many seconds."""

    why: str
    rest: float = 0.0


Outcome: TypeAlias = Answer | Unchanged | NotThere | Refused | OutOfReach

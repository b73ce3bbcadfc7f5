"""What was stated, and what the rows say to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.answer import Answer, Outcome, Value
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records

Judgement: TypeAlias = Literal["true", "almost", "false", "can't tell"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: its words, and the number or name stated in them."""

    text: str
    stated: str | float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rows say to one claim; the answer behind it carries reading, rows and sources."""

    claim: Claim
    judgement: Judgement
    words: str
    value: Value = None
    answer: Answer | None = None
    choices: tuple[str, ...] = ()  # who could be meant, where that is why nobody can tell


@dataclass(frozen=True, slots=True)
class Desk:
    """What a check works with: the reader, somebody to ask, and the names of people."""

    read: Callable[[str], Mentions]
    ask: Callable[[str], Outcome]
    records: Records

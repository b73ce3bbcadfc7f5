"""A trivia question brought to the doctor, and what he says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from knowledge.answer import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.answer import Outcome
    from knowledge.claims.claim import Verdict
    from knowledge.reading.mentions import Mentions
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

State: TypeAlias = Literal["sound", "contradicted", "expired", "ambiguous", "unchecked"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, every answer that is accepted, the choices, and the season it is from."""

    prompt: str
    accepted: tuple[str, ...]
    choices: tuple[str, ...] = ()
    as_of: int | None = None  # the season up to which the answer was right


@dataclass(frozen=True, slots=True)
class Mend:
    """What to write instead: another prompt, other answers, or both."""

    prompt: str = ""
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How it stands with a question, why, how to mend it, and the rows that say so."""

    state: State
    why: str
    mend: Mend | None = None
    proof: Table = field(default_factory=Table)


@dataclass(frozen=True, slots=True)
class Practice:
    """What the doctor works with: the reader, the rows to ask, and the check of statements."""

    read: Callable[[str], Mentions]
    ask: Callable[[str], Outcome]
    answer: Callable[[Parts], Outcome | None]  # parts that were changed on the way
    settle: Callable[[str], tuple[Verdict, ...]]
    records: Records

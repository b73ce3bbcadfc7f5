"""An address: a file of a source, named by its path there; where the source stands is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["race list", "weekend", "loop data", "points", "results"]


@dataclass(frozen=True, slots=True)
class Address:
    """One file; its words are for people, the race is what an answer must be of."""

    source: str
    path: str
    kind: Kind = field(compare=False)
    words: str = field(compare=False)
    race: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to be asked; once it was, it is not for the same mark until it is time again."""

    address: Address
    mark: str = ""

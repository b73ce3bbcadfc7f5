"""Packs that a community keeps, each with who brought it and the version it is by now."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from bot.quiz.packs.pack import Pack, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PACKS = 24
"""In one community; a menu holds them, and one line for none of them."""


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack; with a text, while it is not decided what becomes of the faults in that."""

    id: str
    platform: str
    community: str
    pack: Pack
    by: str  # who brought it, as players are known; empty where he had himself forgotten
    by_name: str
    version: int = 0  # of the store; 0 where it is not kept yet
    text: str = ""

    @property
    def title(self) -> str:
        return self.pack.title

    @property
    def questions(self) -> tuple[Written, ...]:
        return self.pack.questions

    @property
    def unseen(self) -> int:
        """How many the doctor has not looked at."""
        return sum(each.found is None for each in self.questions)

    @property
    def waiting(self) -> int:
        return sum(each.waits for each in self.questions)

    def having(self, questions: Sequence[Written]) -> KeptPack:
        return replace(self, pack=replace(self.pack, questions=tuple(questions)))

    def but(self, number: int, *questions: Written) -> KeptPack:
        """With others, or with none, in the place of one question."""
        return self.having((*self.questions[:number], *questions, *self.questions[number + 1 :]))


class Packs(Protocol):
    """The packs of every process that shares them."""

    async def of(self, platform: str, community: str) -> tuple[KeptPack, ...]:
        """A community's own, by their titles."""

    async def find(self, key: str) -> KeptPack | None: ...

    async def keep(self, pack: KeptPack) -> KeptPack | None:
        """A new one, or a change of the version that it has; none where another was first."""

    async def remove(self, key: str) -> None: ...

    async def brought(self, player: str) -> int:
        """How many have a person's name."""

    async def forget(self, player: str) -> int:
        """Take a person's name out of his packs, and say how many they were."""


def write_pack(pack: Pack) -> dict[str, Any]:
    return asdict(pack)


def read_kept(told: dict[str, Any]) -> Pack:
    return Pack(told["title"], tuple(map(_read_question, told["questions"])))


def _read_question(told: dict[str, Any]) -> Written:
    lists = {name: tuple(told[name]) for name in ("answers", "choices")}
    return Written(**{**told, **lists})


class PacksInMemory:
    """Packs of one process: for a console that is gone when it ends."""

    def __init__(self) -> None:
        self._packs: dict[str, KeptPack] = {}

    async def of(self, platform: str, community: str) -> tuple[KeptPack, ...]:
        here = platform, community
        found = (each for each in self._packs.values() if (each.platform, each.community) == here)
        return tuple(sorted(found, key=lambda each: (each.title.casefold(), each.id)))

    async def find(self, key: str) -> KeptPack | None:
        return self._packs.get(key)

    async def keep(self, pack: KeptPack) -> KeptPack | None:
        before = self._packs.get(pack.id)
        if (before.version if before else 0) != pack.version:
            return None
        self._packs[pack.id] = replace(pack, version=pack.version + 1)
        return self._packs[pack.id]

    async def remove(self, key: str) -> None:
        self._packs.pop(key, None)

    async def brought(self, player: str) -> int:
        return sum(each.by == player for each in self._packs.values())

    async def forget(self, player: str) -> int:
        his = [each for each in self._packs.values() if each.by == player]
        for each in his:
            self._packs[each.id] = replace(each, by="", by_name="")
        return len(his)

"""What an answer in words is worth, and the groups that a host must look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["right", "near", "wrong"]


@dataclass(frozen=True, slots=True)
class Marking:
    """Near is for the host to decide."""

    verdict: Verdict
    count: int = 0  # how many were named rightly, where several are wanted
    figure: float | None = None  # what was read, where the nearest wins


def same(text: str) -> str:
    """Answers that differ in nothing but case and spaces are marked as one."""
    return " ".join(text.casefold().split())

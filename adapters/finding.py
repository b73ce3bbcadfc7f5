"""What `spotter doctor` has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; well or not, or well enough to go on without."""

    is_well: bool
    words: str

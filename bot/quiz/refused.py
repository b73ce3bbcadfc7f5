"""What the rules of a night do not allow, told to whoever tried."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected outcome: the night is as it was."""

    why: str


NOT_NOW = Refused("The night has gone on meanwhile.")

NOT_IN = Refused("You are not in yet: press Join.")

TAKEN_OUT = Refused("The host has ended the link with this community; your points so far stay.")

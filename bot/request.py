"""What came in: a command with its options, from a user, in a conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class User:
    """Who asks, as the platform knows them; the key is unique within the platform."""

    platform: str
    key: str
    name: str
    may_moderate: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """One command to be handled; turns of one conversation see the turns before them."""

    command: str
    user: User
    conversation: str
    options: Mapping[str, str] = field(default_factory=dict)

"""What a draft is found by: one for each race and community, and codes that nobody guesses."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.races import Race

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""None that is taken for another."""

_LENGTH = 10


def draft_id(platform: str, community: str, race: str) -> str:
    """The same for the same race and community, so that two who begin at once begin one draft."""
    told = f"{platform}\n{community}\n{race}".encode()
    return base64.urlsafe_b64encode(hashlib.sha256(told).digest()[:9]).decode()


def race_key(race: Race) -> str:
    """A race by what RecordBook.races finds it by: "2025 cup race 14"."""
    return f"{race.season} {race.series} race {race.round}"


def new_code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def read_code(typed: str) -> str:
    """A code as it was given, however it was typed."""
    return "".join(typed.split()).replace("-", "").upper()

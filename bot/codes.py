"""Codes that nobody guesses, and that can be read aloud."""

from __future__ import annotations

import secrets

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""None that is taken for another."""

_LENGTH = 10


def new_code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def read_code(typed: str) -> str:
    """A code as it was given, however it was typed."""
    return "".join(typed.split()).replace("-", "").upper()

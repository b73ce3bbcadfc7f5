"""How long to leave a busy source alone: as long as it says, else longer each time."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST, FACTOR, LONGEST = 10.0, 3.0, 300.0
"""Seconds; whoever wants us to wait longer is not asked again in this sync."""


def wait_after(attempt: int, asked: float | None) -> float:
    """Seconds after the first, second ... attempt; never less than was asked for."""
    return max(asked or 0.0, min(LONGEST, FIRST * FACTOR ** (attempt - 1)))


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds by Retry-After, a number or a time on the server's own clock; None if unsaid."""
    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        until, now = map(parsedate_to_datetime, (said, headers.get("Date", "")))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None

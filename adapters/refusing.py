"""A platform, or this machine, does not let Spotter begin."""

from __future__ import annotations


class StartRefused(Exception):
    """The sentence says why."""

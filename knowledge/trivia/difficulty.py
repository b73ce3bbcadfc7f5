"""How hard a question is, from how well known its subject is and how long ago it was."""

from __future__ import annotations

_FAME = (900.0, 450.0, 200.0, 80.0)
"""Prominence from which a driver is known to everybody, to most, to many, to some."""

_YEARS = (6, 20, 35, 50)
"""Years since then, beyond each of which fewer remember."""

_EASIEST, _HARDEST = 1, 5

FIGURE = 1.0
"""An exact number is harder to know than a name."""

LESSER_SERIES = 0.6
"""Fewer follow the second series and the trucks."""


def level(prominence: float, years_ago: int, extra: float = 0.0) -> int:
    """From 1, what everybody knows, to 5; `extra` is how hard it is to ask so."""
    obscurity = sum(prominence < known for known in _FAME)
    age = sum(years_ago > years for years in _YEARS)
    hard = 1.0 + 0.7 * obscurity + 0.4 * age + extra
    return max(_EASIEST, min(_HARDEST, int(hard + 0.5)))

"""What the store keeps of a copy in JSON, and read back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.recap.draft_json import read_draft, read_target, write_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.recap.copies import Copy, Lines

_PLAIN = ("turn", "undone", "errand", "tried")


def write_wanted(copy: Copy) -> dict[str, Any]:
    return {
        "target": asdict(copy.target),
        "draft": write_draft(copy.draft),
        **{name: getattr(copy, name) for name in _PLAIN},
        "told": [list(line) for line in copy.told],
        "struck": [list(line) for line in copy.struck],
        "disputed": list(copy.disputed),
    }


def read_wanted(told: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a copy, by name."""
    return {
        "target": read_target(told["target"]),
        "draft": read_draft(told["draft"]),
        **{name: told[name] for name in _PLAIN},
        "told": _lines(told["told"]),
        "struck": _lines(told["struck"]),
        "disputed": tuple(told.get("disputed", ())),
    }


def _lines(told: list[list[Any]]) -> Lines:
    return tuple((key, words) for key, words in told)

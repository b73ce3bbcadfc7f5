"""How the words of a pack are read: keys, cells of several texts, what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML takes no text with, be it written out or as an escape."""

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What has no width, or turns the direction of what follows."""

_JOINER = "\u200d"
"""Holds the parts of one emoji together."""

_PIECE = re.compile(r"(?:\\[\\|]|[^|])+")
_LONG_ENOUGH = 4
"""Letters, from which one that is off is a slip and no other word."""

_FORMULA = re.compile(r"'*[=+\-@]")
"""What a spreadsheet would take for a formula, when the text begins so."""


def key_of(text: str) -> str:
    """A key as it is written: "As of" is "as_of"."""
    return re.sub(r"[\s-]+", "_", text.strip().casefold())


def no_such_key(name: str, known: Collection[str], whose: str) -> str:
    near = nearest(name, known)
    told = f"did you mean “{near}”?" if near else f"there are {', '.join(known)}."
    return f"{whose} has no “{name[:20]}”; {told}"


def nearest(text: str, known: Iterable[str]) -> str:
    """The one that a text is a slip of the keyboard away from; none, where it is a number."""
    if len(text) < _LONG_ENOUGH or any(map(str.isdigit, text)):
        return ""
    found = process.extractOne(
        text, known, scorer=OSA.distance, processor=str.casefold, score_cutoff=1
    )
    return str(found[0]) if found else ""


def tidy(text: str) -> str:
    """One line without what cannot be seen."""
    seen = _UNSEEN.sub(lambda sign: sign[0] if sign[0] == _JOINER else "", text)
    seen = UNPRINTABLE.sub(" ", seen)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def pieces(cell: str) -> list[str]:
    r"""The texts of a cell, cut at each `|`; `\|` is the sign itself."""
    return [re.sub(r"\\([\\|])", r"\1", piece) for piece in _PIECE.findall(cell)]


def in_pieces(texts: Iterable[str]) -> str:
    return "|".join(re.sub(r"([\\|])", r"\\\1", text) for text in texts)


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def undefused(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell

"""Plain words for Slack: what would be markup, a mention or a link is shown as it was written."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from adapters.inert import inert

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_ALIKES = str.maketrans({"*": "\u2217", "_": "\uff3f", "~": "\u223c", "`": "\u02cb"})
"""Slack knows no backslash: only another letter of the same shape is surely no markup."""

_EMOJI = re.compile(r":(?=[\w+'-]+:)")
_CALL = re.compile(r"@(?=(?:channel|here|everyone)\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[\w.~/?#=&%+,:@-]+", re.ASCII)
_TAGGED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_APART = "\u200b"


def tame(words: str) -> str:
    """Words that move nothing and call nobody; for texts that Slack takes as they are."""
    return _CALL.sub(f"@{_APART}", inert(words))


def plain(words: str, longest: int) -> str:
    """For a text object without markup, where Slack reads & and < all the same."""
    return _within(
        words, longest, lambda text: _escape_signs("\n".join(map(tame, text.split("\n"))))
    )


def escape(words: str) -> str:
    """For a text with markup, in which these words have none."""
    shown = _EMOJI.sub(f":{_APART}", tame(words)).translate(_LOOK_ALIKES)
    return _escape_signs(f"{_APART}{shown}" if shown.lstrip().startswith(">") else shown)


def escape_fact(fact: str) -> str:
    """An address of a source becomes a link."""
    words = inert(fact).split(" ")
    return " ".join(f"<{w}>" if _ADDRESS.fullmatch(w) else escape(w) for w in words)


def shorten(words: str, longest: int) -> str:
    """Words within a limit; an ellipsis shows that they went on."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def escape_within(words: str, longest: int) -> str:
    return _within(words, longest, escape)


def _within(words: str, longest: int, escaped: Callable[[str], str]) -> str:
    """Escaped words within a limit, no escape cut in two."""
    told, kept = escaped(words), len(words)
    while len(told) > longest:
        kept -= max(1, (len(told) - longest) // 5)
        told = f"{escaped(words[:kept].rstrip())}…"
    return told


def _escape_signs(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_words(sent: str, own_id: str = "") -> str:
    """What a person typed: mentions and links by their names, the one of Spotter left out."""
    named = _TAGGED.sub(lambda tag: _name(tag, own_id), sent)
    return " ".join(unescape(named).split())


def _name(tag: re.Match[str], own_id: str) -> str:
    target, name = tag[1], tag[2]
    if target == f"@{own_id}":
        return " "
    return name or target.lstrip("@#!")

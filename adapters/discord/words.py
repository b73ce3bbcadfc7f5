"""Plain words for Discord: what would be markup, a mention or a link is shown as it was written."""

from __future__ import annotations

import re

from discord.utils import escape_mentions

from adapters.inert import inert

_MARKUP = re.compile(r"[\\*_~|`\[\]<>]")
"""A backslash before any of these, and Discord shows it: no bold, no spoiler, no <t:0>."""

_OPENING = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))")
"""At the beginning of a line: a heading, or an entry of a list."""

_ADDRESS = re.compile(r"https?://[\w.~/?#=&%+,:@-]+", re.ASCII)


def escape(words: str) -> str:
    return _opened(_marked(inert(words)))


def escape_fact(fact: str) -> str:
    """An address of a source stays a link: Discord would take a backslash for a part of it."""
    words = inert(fact).split(" ")
    return _opened(" ".join(w if _ADDRESS.fullmatch(w) else _marked(w) for w in words))


def _marked(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", words).replace("://", r":\//")


def _opened(line: str) -> str:
    return escape_mentions(_OPENING.sub(_escape_opening, line))


def shorten(words: str, longest: int) -> str:
    """Plain words within a limit; an ellipsis shows that they went on."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def escape_within(words: str, longest: int) -> str:
    """Escaped words within a limit, cut so that no backslash is left without its letter."""
    escaped = escape(words)
    kept = len(words)
    while len(escaped) > longest:
        kept -= max(1, (len(escaped) - longest) // 2)
        escaped = f"{escape(words[:kept].rstrip())}…"
    return escaped


def _escape_opening(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\u200b" if mark.isdecimal() else f"{space}\\{mark}"

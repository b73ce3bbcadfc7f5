"""Plain words for Slack: what would be markup, a mention or a link is shown as it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from adapters.inert import inert

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.reply import Moment

_LOOK_ALIKES = str.maketrans({"*": "\u2217", "_": "\uff3f", "~": "\u223c", "`": "\u02cb"})
"""Slack knows no backslash: only another letter of the same shape is surely no markup."""

_EMOJI = re.compile(r":(?=[\w+'-]+:)")
_CALL = re.compile(r"@(?=(?:channel|here|everyone)\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[\w.~/?#=&%+,:@-]+", re.ASCII)
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
    return " ".join(link(w) if _ADDRESS.fullmatch(w) else escape(w) for w in words)


def link(address: str, shown: str = "") -> str:
    """Words that are escaped already, or the address itself, to be clicked."""
    return f"<{_escape_signs(address)}|{shown}>" if shown else f"<{_escape_signs(address)}>"


def moment(told: Moment) -> str:
    """By the reader's clock; Slack counts nothing down, so the words say how far off it was."""
    fallback = escape(told.words).replace("|", "\u2223")
    shown = f"<!date^{told.at}^{{date_long_pretty}} at {{time}}|{fallback}>"
    return f"{shown} ({escape(told.wait)})" if told.wait else shown


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

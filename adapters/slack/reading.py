"""What people sent, as plain words: Slack marks mentions and links, and escapes three signs."""

from __future__ import annotations

import re

_TAG = re.compile(r"<([@#!]|https?://|mailto:|tel:)([^<>|]*)(?:\|([^<>]*))?>")

_SOMEBODY, _EVERYBODY = "@somebody", "@everyone"
"""Who is mentioned has no name here, and asking for it takes another scope. As words of their own
they greet beside a question, and within one nobody takes them for a driver."""

_CALLS = ("channel", "everyone", "here")


def read_words(sent: str, own_id: str = "") -> str:
    """What a person typed: mentions and links by their names, the one of Spotter left out."""
    named = _TAG.sub(lambda tag: _name(tag, own_id), sent)
    return " ".join(read_signs(named).split())


def read_signs(sent: str) -> str:
    """Slack writes these three so, and no others: "&copy" was typed as such."""
    return sent.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _name(tag: re.Match[str], own_id: str) -> str:
    kind, target, name = tag.groups(default="")
    match kind:
        case "@" if target == own_id:
            return " "
        case "@":
            return name or _SOMEBODY
        case "#":  # private channels come without a name
            return f"#{name}" if name else " "
        case "!" if target in _CALLS:
            return _EVERYBODY
        case "!":  # a group, or a date with its words
            return name or _SOMEBODY
        case _:
            return name or kind + target

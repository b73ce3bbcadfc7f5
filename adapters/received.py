"""A file that somebody sent with a form: taken where it is a text of a size that is read."""

from __future__ import annotations

import codecs

from bot.request import LARGEST_FILE, Sent

_WITH_ZEROS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a text begins that may have zero bytes."""


def received(name: str, content: bytes) -> Sent:
    if len(content) > LARGEST_FILE:
        return too_large(name)
    if b"\0" in content and not content.startswith(_WITH_ZEROS):
        return Sent(
            name, fault=f"{name} is no text: a pack is YAML or CSV, as a text editor has it."
        )
    return Sent(name, content)


def too_large(name: str) -> Sent:
    return Sent(
        name, fault=f"{name} is too large: I read files of up to {LARGEST_FILE // 1000} kB."
    )


def not_given(name: str, by: str) -> Sent:
    """It is there, but the platform did not hand it over."""
    return Sent(name, fault=f"{by} did not give me {name}; send it again, or paste its text.")

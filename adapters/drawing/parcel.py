"""What goes between the process that talks and the one that draws: a mark, a length, the rest."""

from __future__ import annotations

from struct import Struct

CHART, DRAWN, FAILED = b"c", b"d", b"f"
"""A chart to be drawn; its picture, or how drawing it failed."""

_HEAD = Struct(">cI")
HEAD = _HEAD.size


def pack(mark: bytes, content: bytes) -> bytes:
    return _HEAD.pack(mark, len(content)) + content


def read_head(head: bytes) -> tuple[bytes, int]:
    """The mark, and how many bytes follow."""
    mark, size = _HEAD.unpack(head)
    return mark, size

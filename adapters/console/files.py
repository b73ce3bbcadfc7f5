"""A file named by its path, as somebody types it into a terminal or drops it there."""

from __future__ import annotations

from pathlib import Path

from adapters.received import received
from bot.request import LARGEST_FILE, Sent


def read_file(typed: str) -> Sent:
    """Never more of it than is read: a path may lead to something without end."""
    path = Path(typed.strip().strip("'\"")).expanduser()
    name = path.name or typed
    try:
        if not path.is_file():
            return Sent(name, fault=f"There is no file {path}.")
        with path.open("rb") as file:
            return received(name, file.read(LARGEST_FILE + 1))
    except (OSError, ValueError):
        return Sent(name, fault=f"{path} cannot be read.")

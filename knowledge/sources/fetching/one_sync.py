"""A lock beside the archive: of several syncs that start at once, one goes on."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class AlreadySyncing(Exception):
    """Another sync is at work on this archive."""


@contextmanager
def one_sync(folder: Path) -> Iterator[None]:
    """Hold the lock, or raise AlreadySyncing at once; a killed sync's lock ends with it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "sync.lock").open("a") as file:
        try:
            if sys.platform == "win32":
                import msvcrt

                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                from fcntl import LOCK_EX, LOCK_NB, flock

                flock(file, LOCK_EX | LOCK_NB)
        except OSError as error:
            raise AlreadySyncing("Another sync is at work; it does the same.") from error
        yield

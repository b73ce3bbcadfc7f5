"""A lock beside the book: of several programs that start at once, one builds and the rest wait."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def one_builder(target: Path) -> Iterator[None]:
    """Wait for whoever builds `target` now; a killed builder's lock ends with it."""
    if sys.platform == "win32":  # no such lock there: each builds, the last one's book stays
        yield
    else:
        from fcntl import LOCK_EX, flock

        target.parent.mkdir(parents=True, exist_ok=True)
        with target.with_suffix(".lock").open("a") as file:
            flock(file, LOCK_EX)
            yield

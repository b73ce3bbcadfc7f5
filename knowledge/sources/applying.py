"""What happens after a sync: archived answers become races in the book, and somebody is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from knowledge.sources.changes import Changes
    from knowledge.sources.fetching.archive import Archive


class Apply(Protocol):
    """Called in a thread after every sync, also where nothing was new: a kill may have cut one."""

    def __call__(self, archive: Archive) -> Changes: ...

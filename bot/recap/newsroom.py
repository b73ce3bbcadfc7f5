"""The newsroom: what recaps need beside the record book."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.recap.in_memory import DraftsInMemory, LinksInMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.channel import Channel
    from bot.recap.copies import Copies
    from bot.recap.drafts import Drafts, Links
    from bot.recap.postings import Postings


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Where drafts are kept, and how they get out."""

    drafts: Drafts = field(default_factory=DraftsInMemory)
    links: Links = field(default_factory=LinksInMemory)
    postings: Postings | None = None  # none where nothing can be posted
    channels: Mapping[str, Channel] = field(default_factory=dict)  # by their platforms
    copies: Copies | None = None  # of what was posted; none where nothing is kept
    now: Callable[[], float] = time.time  # seconds since 1970

"""The bot as a platform runs it: with everything that is kept, and a pace for its users."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.bot import Bot
from bot.pace import Pace
from bot.posting.postings import StoredPostings
from bot.race_control import NO_CONTROL
from bot.recap.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.channel import Channel
    from bot.race_control import RaceControl
    from bot.store.opening import Shelf
    from knowledge.record_book import RecordBook


def equipped(
    book: RecordBook,
    shelf: Shelf,
    channels: Mapping[str, Channel],
    control: RaceControl = NO_CONTROL,
    now: Callable[[], float] = time.time,  # seconds since 1970
) -> Bot:
    """The channels by their platforms; they may come in as soon as somebody is logged in."""
    postings = StoredPostings(shelf.drafts, shelf.recap_posts, shelf.preferences, book)
    return Bot(
        book,
        now,
        cards=shelf.cards,
        pace=Pace(),
        talks=shelf.talks,
        kept=shelf.preferences,
        newsroom=Newsroom(shelf.drafts, shelf.links, postings, channels, shelf.recap_posts),
        nights=shelf.nights,
        packs=shelf.packs,
        dailies=shelf.dailies,
        answers=shelf.answers,
        control=control,
    )

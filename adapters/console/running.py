"""Spotter as the console has it: it remembers as long as it runs, and posts in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.console.channel import Channels
from adapters.console.talk import PLATFORM
from bot.bot import Bot
from bot.race_control import NO_CONTROL
from bot.recap.in_memory import DraftsInMemory
from bot.recap.newsroom import Newsroom
from bot.recap.posting_at_once import PostingsAtOnce

if TYPE_CHECKING:
    from bot.race_control import RaceControl
    from knowledge.record_book import RecordBook


def bot_of_the_console(book: RecordBook, control: RaceControl = NO_CONTROL) -> Bot:
    channels = {PLATFORM: Channels()}
    drafts = DraftsInMemory()
    postings = PostingsAtOnce(drafts, channels, book)
    newsroom = Newsroom(drafts, postings=postings, channels=channels, copies=postings)
    return Bot(book, newsroom=newsroom, control=control)

"""A bot at the terminal, before the open record book."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from adapters.bug_log import BugLog
from adapters.command_line.ending import REFUSED, fail
from adapters.console.running import bot_of_the_console
from adapters.console.talk import Talk
from adapters.race_control import archived_control
from adapters.variables import SYNC
from knowledge.book.opening import FILE, BookRefused, book_home
from knowledge.record_book import RecordBook


@contextmanager
def talks(book: RecordBook | None = None) -> Iterator[Callable[[str], Talk]]:
    """Put the bot before the open record book; each name is a conversation of its own."""
    fetches = os.environ.get(SYNC.name, "").strip().casefold() == "all"
    control = archived_control(book_home(), fetches=fetches)
    bot = bot_of_the_console(book or open_records(), control)
    logging.getLogger().addHandler(BugLog(book_home() / "spotter.log"))
    with asyncio.Runner() as runner:
        yield lambda name: Talk(bot, runner, name)


def open_records() -> RecordBook:
    home = book_home()
    if sys.stderr.isatty() and not (home / FILE).exists():
        typer.echo("Building the record book, this once: a few seconds ...", err=True)
    try:
        return RecordBook.open(home)
    except BookRefused as refusal:
        fail(str(refusal), REFUSED)

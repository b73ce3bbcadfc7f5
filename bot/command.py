"""Commands as every platform declares them, and what a command has at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from bot.book import Book
    from bot.conversations import Conversations
    from bot.reply import Reply
    from bot.request import Request


@dataclass(frozen=True, slots=True)
class Option:
    """A command's option, typed by the user as text of limited length."""

    name: str
    summary: str
    longest: int  # characters
    required: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """Something a user can ask Spotter to do, declared once for all platforms."""

    name: str
    summary: str
    handle: Callable[[Request, Stand], Awaitable[Reply]]
    options: tuple[Option, ...] = ()
    for_moderators: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """Where Spotter stands while it handles a command, and what it sees from there."""

    book: Book
    today: Callable[[], date]
    conversations: Conversations
    commands: tuple[Command, ...]

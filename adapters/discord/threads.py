"""Threads that Spotter begins: each below a message, whose key it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import discord

from adapters.discord.troubles import THREAD_ARCHIVED, THREAD_BEGUN_ALREADY
from adapters.discord.words import shorten
from adapters.inert import inert

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord.http import HTTPClient

LONGEST_NAME = 100

_A_WEEK: Final = 10080
"""Minutes without a word, then Discord archives it; no thread stays open longer."""

_T = TypeVar("_T")


async def begin_thread(http: HTTPClient, channel: int, message: int, name: str) -> None:
    words = shorten(inert(name).strip(), LONGEST_NAME) or "…"
    try:
        await http.start_thread_with_message(
            channel, message, name=words, auto_archive_duration=_A_WEEK
        )
    except discord.HTTPException as refusal:
        if refusal.code != THREAD_BEGUN_ALREADY:
            raise


async def open_again(http: HTTPClient, channel: int, change: Callable[[], Awaitable[_T]]) -> _T:
    """Make a change; an archived thread takes none before it is open again."""
    try:
        return await change()
    except discord.HTTPException as refusal:
        if refusal.code != THREAD_ARCHIVED:
            raise
        await http.edit_channel(channel, archived=False)
        return await change()

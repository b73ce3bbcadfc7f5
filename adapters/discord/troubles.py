"""What Discord does not take, in a sentence for moderators, and when to try again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.channel import NotPosted

if TYPE_CHECKING:
    from collections.abc import Iterator

SOON = 30.0
"""Seconds; whatever it is, it may be over by then."""

UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, UNKNOWN_SERVER = 10003, 10008, 10004
NOT_THAT_KIND, PUBLISHED_ALREADY = 50024, 40033
THREAD_ARCHIVED, THREAD_BEGUN_ALREADY = 50083, 160004
_EDITED_TOO_OFTEN = 20022

_AN_HOUR = 3600.0

_WHY = {
    UNKNOWN_CHANNEL: "That channel is gone.",
    UNKNOWN_SERVER: "I am in that server no more.",
    UNKNOWN_MESSAGE: "My message is gone; somebody deleted it.",
    50001: "I cannot see that channel; give me View Channel there.",
    50013: (
        "I may not do that there; it takes Send Messages, Embed Links, Attach Files,"
        " and for threads Create Public Threads and Send Messages in Threads."
    ),
    NOT_THAT_KIND: "That channel takes no threads.",
    THREAD_ARCHIVED: "The thread is archived; open it again.",
    _EDITED_TOO_OFTEN: "Discord lets an announcement be edited a few times an hour only.",
    160006: "The server has as many open threads as Discord allows.",
}


@contextmanager
def told() -> Iterator[None]:
    """Every trouble that Discord can have becomes NotPosted."""
    try:
        yield
    except discord.RateLimited as limit:
        raise NotPosted("Discord asks me to slow down.", limit.retry_after) from limit
    except discord.HTTPException as refusal:
        raise _not_posted(refusal) from refusal
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        words = "Discord cannot be reached, or broke off; whether it did as told is not known yet."
        raise NotPosted(words, SOON) from error


def is_gone(error: discord.HTTPException) -> bool:
    return error.code in (UNKNOWN_MESSAGE, UNKNOWN_CHANNEL, UNKNOWN_SERVER)


def _not_posted(refusal: discord.HTTPException) -> NotPosted:
    if refusal.status == 429:
        return NotPosted("Discord asks me to slow down.", _wait(refusal))
    if refusal.status >= 500:
        return NotPosted(f"Discord has trouble of its own ({refusal.status}).", SOON)
    why = _WHY.get(refusal.code, f"Discord refused it: {refusal.text or refusal.status}.")
    wait = _AN_HOUR if refusal.code == _EDITED_TOO_OFTEN else None
    return NotPosted(why, wait, gone=is_gone(refusal))


def _wait(refusal: discord.HTTPException) -> float:
    """Seconds, as the header says; Discord's own gate tells them in no other way."""
    told = refusal.response.headers.get("Retry-After", "")
    return float(told) if told.replace(".", "", 1).isdecimal() else SOON

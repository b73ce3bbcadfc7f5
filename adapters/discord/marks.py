"""How a post of ours is told from every other: by a sign that nobody sees, in two places."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import discord

from bot.channel import NotPosted

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_BACK = timedelta(days=3)
"""Before the latest message; nobody tries to post a race's recap for longer."""

MOST_MESSAGES = 2000
"""A hundred come with each request."""

LONGEST_NONCE = 25
_INVISIBLE = "\u200b\u200c\u200d\u2060"
_SIGN_BYTES = 8


class HistoryClosed(NotPosted):
    """What stands in the channel cannot be known, so whether the post does cannot either."""


def sign_of(mark: str) -> str:
    """Letters without width, which Discord keeps in an embed as it keeps all others."""
    number = int.from_bytes(_digest(mark, _SIGN_BYTES))
    places = range(_SIGN_BYTES * 8 - 2, -2, -2)
    return "".join(_INVISIBLE[number >> place & 3] for place in places)


def number_of(mark: str) -> int:
    """For a component; the highest bit is set, as Discord itself counts from one."""
    return int.from_bytes(_digest(mark, 4)) >> 2 | 1 << 30


def nonce_of(mark: str, channel: int) -> str:
    """Discord makes no second message of ours with it for some minutes, in whichever channel."""
    return _digest(f"{channel} {mark}", 12).hex()[:LONGEST_NONCE]


async def find(
    channel: discord.PartialMessageable, mark: str, own_id: int
) -> discord.Message | None:
    """The latest message of ours that bears the mark."""
    seen, latest = 0, datetime.min.replace(tzinfo=UTC)
    async for message in channel.history(limit=MOST_MESSAGES):
        seen, latest = seen + 1, max(latest, message.created_at)
        if message.author.id == own_id and bears(message, mark):
            return message
        if latest - message.created_at > LOOK_BACK:
            return None
    if seen == MOST_MESSAGES:
        raise HistoryClosed("So much was said there since that I cannot tell whether I posted it.")
    if not seen and await _is_closed(channel):
        raise HistoryClosed(
            "I cannot tell whether I posted it before: give me Read Message History there."
        )
    return None


def bears(message: discord.Message, mark: str) -> bool:
    sign, number = sign_of(mark), number_of(mark)
    words = (text for each in message.embeds for text in (each.title, each.description) if text)
    return any(sign in text for text in words) or number in _numbers(message.components)


async def _is_closed(channel: discord.PartialMessageable) -> bool:
    """To whom may not read a history, Discord shows it empty, and refuses each message of it."""
    http = channel._state.http  # noqa: SLF001 - no cache knows these
    latest: Any = (await http.get_channel(channel.id)).get("last_message_id")
    if not latest:
        return False
    try:
        await http.get_message(channel.id, int(latest))
    except discord.NotFound:  # it was deleted
        return False
    except discord.Forbidden:
        return True
    return False


def _numbers(parts: Any) -> Iterator[int]:  # noqa: ANN401 - discord.py has a union of them
    for part in parts:
        yield part.id or 0
        yield from _numbers(getattr(part, "children", ()))


def _digest(words: str, size: int) -> bytes:
    return hashlib.blake2b(words.encode(), digest_size=size).digest()

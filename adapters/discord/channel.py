"""How Spotter posts on Discord unasked: each post once, found again by a sign nobody sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import discord

from adapters.discord.giving import put_in
from adapters.discord.marks import HistoryClosed, find, nonce_of
from adapters.discord.names import channel_name, role_name
from adapters.discord.occasions import list_occasion
from adapters.discord.render import render
from adapters.discord.threads import begin_thread, open_again
from adapters.discord.troubles import (
    NOT_THAT_KIND,
    PUBLISHED_ALREADY,
    UNKNOWN_MESSAGE,
    is_gone,
    told,
)
from bot.channel import NotPosted, Posted, parts_of

if TYPE_CHECKING:
    from adapters.discord.pictures import Pictures
    from adapters.discord.render import Message
    from bot.channel import Destination, Occasion, Post
    from bot.reply import Reply


_JUST_NOW = timedelta(seconds=5)
"""What is older was not sent now, even where two clocks differ a little."""


class Channels:
    """Asks Discord for everything: a process that posts need not have the server's shard."""

    def __init__(self, client: discord.Client, pictures: Pictures) -> None:
        self._client = client
        self._pictures = pictures

    async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
        channel = self._channel(to.channel)
        above, below = parts_of(post, to.platform)
        with told():
            message = await self._send(channel, above, post, again, _called(to, post))
        posted = Posted(to, str(message))
        if below is None:
            return posted
        try:
            with told():
                await begin_thread(self._client.http, channel.id, message, post.thread)
                rest = await self._send(self._channel(str(message)), below, post, again)
        except NotPosted as refusal:
            if refusal.again_in is None and not isinstance(refusal, HistoryClosed):
                await self.remove(posted)  # a title without its thread is no post
            raise
        return replace(posted, thread=str(rest))

    async def replace(self, posted: Posted, post: Post) -> None:
        above, below = parts_of(post, posted.to.platform, in_thread=bool(posted.thread))
        with told():
            if below is not None:
                await self._edit(posted.message, posted.thread, below, post)
            await self._edit(posted.to.channel, posted.message, above, post)

    async def remove(self, posted: Posted) -> None:
        """A thread stays with what others said in it."""
        with told():
            if posted.thread:
                await self._delete(posted.message, posted.thread)
            await self._delete(posted.to.channel, posted.message)

    async def publish(self, posted: Posted) -> bool:
        message = self._channel(posted.to.channel).get_partial_message(int(posted.message))
        with told():
            try:
                await message.publish()
            except discord.HTTPException as refusal:
                if refusal.code == NOT_THAT_KIND:
                    return False
                if refusal.code != PUBLISHED_ALREADY:
                    raise
        return True

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        assert self._client.user is not None, "who is logged in has a user"  # noqa: S101
        with told():
            await list_occasion(self._client.http, self._client.user.id, to, occasion)

    async def head_count(self, community: str, role: str) -> int | None:
        """Discord counts its roles for whom it does not show their members."""
        try:
            with told():
                counts = await self._client.http.get_role_member_counts(int(community))
        except (NotPosted, ValueError):
            return None
        return counts.get(role)

    async def role_name(self, community: str, role: str) -> str:
        return await role_name(self._client, community, role)

    async def channel_name(self, to: Destination) -> str:
        return await channel_name(self._client, to)

    def _channel(self, key: str) -> discord.PartialMessageable:
        if not key.isdecimal():
            raise NotPosted("There is no such channel.")
        return self._client.get_partial_messageable(int(key))

    async def _send(
        self,
        channel: discord.PartialMessageable,
        reply: Reply,
        post: Post,
        again: bool,
        called: tuple[discord.Object, ...] = (),
    ) -> int:
        """The key of the message, which may be there already."""
        assert self._client.user is not None, "who is logged in has a user"  # noqa: S101
        if again and (earlier := await find(channel, post.mark, self._client.user.id)):
            return earlier.id
        drawn, begun = await self._draw(reply, post), datetime.now(UTC)
        sent = await self._give(channel, drawn, called, nonce_of(post.mark, channel.id))
        if sent.created_at < begun - _JUST_NOW and await self._was_deleted(channel.id, sent.id):
            return (await self._give(channel, drawn, called)).id
        return sent.id

    async def _give(
        self,
        channel: discord.PartialMessageable,
        drawn: Message,
        called: tuple[discord.Object, ...],
        nonce: str | None = None,
    ) -> discord.Message:
        return await channel.send(
            content=" ".join(f"<@&{role.id}>" for role in called) or None,
            embeds=drawn.embeds,
            files=drawn.files,
            view=drawn.view or discord.utils.MISSING,
            nonce=nonce,  # type: ignore[arg-type]  # without one discord.py thinks of its own
            allowed_mentions=discord.AllowedMentions(
                everyone=False, users=False, roles=called, replied_user=False
            ),
        )

    async def _was_deleted(self, channel: int, message: int) -> bool:
        """Within minutes Discord may give back a post of the same mark that was taken back."""
        try:
            await self._client.http.get_message(channel, message)
        except discord.NotFound as refusal:
            return refusal.code == UNKNOWN_MESSAGE
        except discord.Forbidden:  # who may not read the history is not told
            return False
        return False

    async def _edit(self, channel: str, message: str, reply: Reply, post: Post) -> None:
        there = self._channel(channel).get_partial_message(int(message))
        drawn = await self._draw(reply, post)
        await open_again(self._client.http, int(channel), lambda: put_in(there.edit, drawn))

    async def _delete(self, channel: str, message: str) -> None:
        http = self._client.http
        try:
            await open_again(
                http, int(channel), lambda: http.delete_message(int(channel), int(message))
            )
        except discord.HTTPException as refusal:
            if not is_gone(refusal):
                raise

    async def _draw(self, reply: Reply, post: Post) -> Message:
        """Nobody waits, so the picture is waited for."""
        drawing = self._pictures.begin(reply)
        picture = await drawing if drawing else None
        return render(reply, picture, mark=post.mark, covered=post.cover is not None)


def _called(to: Destination, post: Post) -> tuple[discord.Object, ...]:
    """The role that has the server's own key is everybody's."""
    keys = dict.fromkeys(each for each in post.roles if each.isdecimal() and each != to.community)
    return tuple(discord.Object(int(key)) for key in keys)

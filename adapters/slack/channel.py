"""How Spotter posts on Slack unasked: each post once, found again by its metadata."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.slack.groups import call, draw_call, groups_of
from adapters.slack.marks import HistoryClosed, find, metadata_of
from adapters.slack.names import Names
from adapters.slack.render import Message, render, text_of
from adapters.slack.responding import BLOCKS_REFUSED
from adapters.slack.sending import QUIET, told_of
from adapters.slack.troubles import GONE, error_of, told
from adapters.slack.ways import Ways
from bot.channel import NotPosted, Posted, parts_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.clients import Clients
    from adapters.slack.pictures import Pictures
    from bot.channel import Destination, Occasion, Post
    from bot.reply import Reply


PATIENCE = 30.0
"""Seconds for a picture; nobody waits for a post."""


class Channels:
    """The channels of every workspace that Spotter was invited to."""

    def __init__(self, clients: Clients, pictures: Pictures) -> None:
        self._clients = clients
        self._pictures = pictures
        self._ways = Ways()
        self._names = Names(clients)

    async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
        above, below = parts_of(post, to.platform)
        with told():
            client = await self._clients.of(to.community)
            calls = call(post.roles, await groups_of(client)) if post.roles else ""
            message = await self._send(client, to, above, post, again, calls=calls)
        posted = Posted(to, message)
        if below is None:
            return posted
        try:
            with told():
                rest = await self._send(client, to, below, post, again, message)
        except NotPosted as refusal:
            if refusal.again_in is None and not isinstance(refusal, HistoryClosed):
                await self.remove(posted)  # a title without its thread is no post
            raise
        return replace(posted, thread=rest)

    async def replace(self, posted: Posted, post: Post) -> None:
        above, below = parts_of(post, posted.to.platform, in_thread=bool(posted.thread))
        with told():
            client = await self._clients.of(posted.to.community)
            if below is not None:
                await self._edit(client, posted.to, posted.thread, below, post)
            await self._edit(client, posted.to, posted.message, above, post)

    async def remove(self, posted: Posted) -> None:
        with told():
            client = await self._clients.of(posted.to.community)
            for message in filter(None, (posted.thread, posted.message)):
                await _delete(client, posted.to.channel, message)

    async def publish(self, posted: Posted) -> bool:  # noqa: ARG002 - Slack has no followers
        return False

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        """Slack has no events."""

    async def head_count(self, community: str, role: str) -> int | None:
        return await self._names.head_count(community, role)

    async def role_name(self, community: str, role: str) -> str:
        return await self._names.role(community, role)

    async def channel_name(self, to: Destination) -> str:
        return await self._names.channel(to)

    async def _send(
        self,
        client: AsyncWebClient,
        to: Destination,
        reply: Reply,
        post: Post,
        again: bool,
        thread: str = "",
        calls: str = "",
    ) -> str:
        """The key of the message, which may be there already."""
        if again and (earlier := await find(client, to.channel, post.mark, thread)):
            return earlier

        async def send(message: Message) -> str:
            sent = await client.chat_postMessage(
                channel=to.channel,
                thread_ts=thread or None,
                metadata=metadata_of(post.mark),
                **told_of(_calling(message, calls)),
                **QUIET,
            )
            return str(sent["ts"])

        return await self._in_some_way(client, to, reply, send)

    async def _edit(
        self, client: AsyncWebClient, to: Destination, key: str, reply: Reply, post: Post
    ) -> None:
        async def send(message: Message) -> str:
            await client.chat_update(
                channel=to.channel,
                ts=key,
                text=message.text,
                blocks=message.blocks,
                metadata=metadata_of(post.mark),
                parse="none",  # an update would make links and mentions of plain words
                link_names=False,
            )
            return key

        await self._in_some_way(client, to, reply, send)

    async def _in_some_way(
        self,
        client: AsyncWebClient,
        to: Destination,
        reply: Reply,
        send: Callable[[Message], Awaitable[str]],
    ) -> str:
        """What Slack refuses of it is told in words; a message that it refused is not there."""
        refused = []

        def upload() -> Awaitable[str]:
            return self._pictures.upload(client, reply, PATIENCE)

        async for shown in self._ways.of(reply, to.community, upload):
            try:
                key = await send(render(reply, shown))
            except SlackApiError as refusal:
                if error_of(refusal) not in BLOCKS_REFUSED:
                    raise
                refused.append(shown)
            else:
                self._ways.learn(refused, shown, to.community)
                return key
        return await send(Message(text_of(reply), []))


def _calling(message: Message, calls: str) -> Message:
    if not calls:
        return message
    blocks = [draw_call(calls), *message.blocks] if message.blocks else []
    return replace(message, text=f"{calls}\n{message.text}", blocks=blocks)


async def _delete(client: AsyncWebClient, channel: str, message: str) -> None:
    try:
        await client.chat_delete(channel=channel, ts=message)
    except SlackApiError as refusal:
        if error_of(refusal) not in GONE:
            raise

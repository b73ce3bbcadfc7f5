"""Files of a reply: given to Slack, where they are for the asker alone as the reply is."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackClientError

from adapters.slack.words import tame
from bot.reply import Text

if TYPE_CHECKING:
    from adapters.slack.sending import Address
    from bot.reply import Reply

log = logging.getLogger(__name__)

_NOT_TAKEN = Text("Slack took no file; it may be that files are switched off here.", "caution")


async def with_files(reply: Reply, to: Address) -> Reply:
    """The reply, which says where its files are.

    A file in a channel is everybody's: what is private goes into the direct messages.
    """
    if not reply.files:
        return reply
    elsewhere = reply.private and not to.origin.direct
    try:
        channel = await _direct(reply, to) if elsewhere else to.origin.channel
        for file in reply.files:
            await to.client.files_upload_v2(
                filename=file.name,
                content=file.content,
                title=file.name,
                channel=channel,
                thread_ts=None if elsewhere else to.origin.thread or None,
                request_file_info=False,
            )
    except (SlackClientError, aiohttp.ClientError, OSError) as error:
        log.warning("Slack took no file: %s", error)
        return replace(reply, blocks=(*reply.blocks, _NOT_TAKEN))
    names = ", ".join(file.name for file in reply.files)
    told = f"{names}: in your direct messages with me, as everybody here would see it."
    return replace(reply, blocks=(*reply.blocks, Text(told if elsewhere else names, "quiet")))


async def _direct(reply: Reply, to: Address) -> str:
    """The channel of the direct messages with whoever asked; a message opens it."""
    opened = await to.client.chat_postMessage(channel=to.origin.user, text=tame(reply.title))
    return str(opened["channel"])

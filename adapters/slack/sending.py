"""A message to where it belongs: by the URL that came along, else by the Web API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from adapters.slack.responding import BLOCKS_REFUSED, BlocksRefused

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.origin import Origin
    from adapters.slack.render import Message
    from adapters.slack.responding import ResponseUrl
    from bot.reply import Reply

QUIET: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes; each kind of request leaves another way open."""

    client: AsyncWebClient
    origin: Origin
    url: ResponseUrl | None = field(default=None, repr=False)
    trigger: str = field(default="", repr=False)  # opens a form within three seconds
    view: str = ""  # the form that was filled, still open


async def send(message: Message, reply: Reply, to: Address) -> str:
    """The key of the message; of what goes by a URL, or to one alone, Slack tells none."""
    if to.url:
        await _respond(message, reply, to, to.url)
        return ""
    try:
        if reply.private and not to.origin.direct:
            await _whisper(message, to)
            return ""
        return await _post(message, to)
    except SlackApiError as error:
        if error.response.get("error") in BLOCKS_REFUSED:
            raise BlocksRefused(str(error.response["error"])) from error
        raise


async def _post(message: Message, to: Address) -> str:
    sent = await to.client.chat_postMessage(
        channel=to.origin.channel,
        thread_ts=to.origin.thread or None,
        **told_of(message),
        **QUIET,
    )
    return str(sent["ts"])


async def _whisper(message: Message, to: Address) -> None:
    """For one user alone; in a thread that has not begun Slack would show it to nobody."""
    await to.client.chat_postEphemeral(
        channel=to.origin.channel,
        user=to.origin.user,
        thread_ts=to.origin.thread if to.origin.begun and to.origin.thread else None,
        **told_of(message),
    )


async def _respond(message: Message, reply: Reply, to: Address, url: ResponseUrl) -> None:
    told = {
        **told_of(message),
        "response_type": "ephemeral" if reply.private else "in_channel",
        "replace_original": reply.in_place,
    }
    joins = to.origin.thread and not reply.in_place
    threaded = {"thread_ts": to.origin.thread} if joins else {}
    await url.send(to.client, {**told, **threaded, **QUIET})


def told_of(message: Message) -> dict[str, Any]:
    blocks = {"blocks": message.blocks} if message.blocks else {}
    return {"text": message.text, **blocks}


async def say_status(to: Address, words: str) -> None:
    """Only workspaces with agents show it; a message takes it away."""
    try:
        await to.client.assistant_threads_setStatus(
            channel_id=to.origin.channel, thread_ts=to.origin.thread, status=words
        )
    except SlackApiError:
        return

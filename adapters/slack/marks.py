"""How a post of ours is told from every other: by its metadata, which members do not see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from adapters.slack.troubles import error_of
from bot.channel import NotPosted

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

LOOK_BACK = 3 * 24 * 60 * 60
"""Seconds before the latest message; nobody tries to post a race's recap for longer."""

EVENT = "spotter_post"
_A_PAGE, _MOST_PAGES = 200, 10


def metadata_of(mark: str) -> dict[str, Any]:
    return {"event_type": EVENT, "event_payload": {"mark": mark}}


class HistoryClosed(NotPosted):
    """What stands in the channel cannot be known, so whether the post does cannot either."""


async def find(client: AsyncWebClient, channel: str, mark: str, thread: str = "") -> str:
    """The key of the message that bears the mark, in the channel or in a thread; or nothing."""
    asked = {"channel": channel, "include_all_metadata": True, "limit": _A_PAGE}
    cursor, latest = "", 0.0
    for _ in range(_MOST_PAGES):
        told = await _page(client, asked, thread, cursor)
        for message in told["messages"]:
            if _bears(message, mark) and message["ts"] != thread:
                return str(message["ts"])
            latest = max(latest, float(message["ts"]))
            if not thread and latest - float(message["ts"]) > LOOK_BACK:
                return ""
        cursor = (told.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return ""
    raise HistoryClosed("So much was said there since that I cannot tell whether I posted it.")


def _bears(message: dict[str, Any], mark: str) -> bool:
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return metadata.get("event_type") == EVENT and payload.get("mark") == mark


async def _page(client: AsyncWebClient, asked: dict[str, Any], thread: str, cursor: str) -> Any:  # noqa: ANN401 - JSON
    try:
        if thread:
            return await client.conversations_replies(ts=thread, cursor=cursor or None, **asked)
        return await client.conversations_history(cursor=cursor or None, **asked)
    except SlackApiError as refusal:
        if error_of(refusal) != "missing_scope":
            raise
        scope = refusal.response.get("needed") or "channels:history"
        raise HistoryClosed(
            f"I cannot tell whether I posted it before: I lack Slack's scope {scope}."
            " Add it and install me again, or look whether it is there."
        ) from refusal

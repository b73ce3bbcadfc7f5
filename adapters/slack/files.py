"""Files that were put into a modal, fetched with the workspace's own token, from Slack alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp

from adapters.received import not_given, received, too_large
from adapters.settings import is_loopback
from bot.request import LARGEST_FILE

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.request import Sent

_PATIENCE = 10.0
"""Seconds; the form shows meanwhile that something is coming."""


async def read_files(view: dict[str, Any], client: AsyncWebClient) -> dict[str, Sent]:
    files = {}
    for fields in view["state"]["values"].values():
        for name, field in fields.items():
            for told in (field.get("files") or ())[:1]:
                files[name] = await _fetched(told, client)
    return files


async def _fetched(told: dict[str, Any], client: AsyncWebClient) -> Sent:
    name, url = str(told.get("name") or "The file"), str(told.get("url_private") or "")
    if int(told.get("size") or 0) > LARGEST_FILE:
        return too_large(name)
    if not is_slacks(url, client.base_url):
        return not_given(name, "Slack")
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _read(name, url, client)
    except (aiohttp.ClientError, OSError):  # a timeout is one of the last
        return not_given(name, "Slack")


async def _read(name: str, url: str, client: AsyncWebClient) -> Sent:
    """One byte more than is read tells that there are more; a page to log in at is no file."""
    session, own = (client.session, False) if client.session else (aiohttp.ClientSession(), True)
    heads = {"Authorization": f"Bearer {client.token}"}
    try:
        async with session.get(url, headers=heads, allow_redirects=False) as response:
            if response.status != 200 or "html" in response.content_type:
                return not_given(name, "Slack")
            content = b""
            async for piece in response.content.iter_any():
                content += piece
                if len(content) > LARGEST_FILE:
                    break
            return received(name, content)
    finally:
        if own:
            await session.close()


def is_slacks(url: str, api_url: str) -> bool:
    """Whether the token may go there: to Slack, or to this machine where the API is on it."""
    to, api = urlsplit(url), urlsplit(api_url)
    host = to.hostname or ""
    if to.scheme == "https":
        return host.endswith(".slack.com")
    return to.netloc == api.netloc and is_loopback(url)

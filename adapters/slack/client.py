"""The client that calls Slack: one session for all, its limits and errors waited out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

if TYPE_CHECKING:
    import aiohttp
    from slack_bolt.async_app import AsyncBoltContext

    from adapters.settings import SlackSettings

_RETRIES = 2


def web_client(settings: SlackSettings, session: aiohttp.ClientSession) -> AsyncWebClient:
    return AsyncWebClient(
        token=settings.token or None,
        base_url=settings.api_url,
        session=session,
        retry_handlers=[
            AsyncConnectionErrorRetryHandler(),
            AsyncRateLimitErrorRetryHandler(max_retry_count=_RETRIES),
            AsyncServerErrorRetryHandler(max_retry_count=_RETRIES),
        ],
    )


def client_of(context: AsyncBoltContext) -> AsyncWebClient:
    """With the token of the workspace that asks."""
    assert context.client is not None, "bolt gives every request its client"  # noqa: S101
    return context.client

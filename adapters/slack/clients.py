"""The client of each workspace, for what Spotter says there unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.origin import PLATFORM
from bot.channel import NotPosted

if TYPE_CHECKING:
    import aiohttp

    from adapters.settings import SlackSettings
    from bot.store.installations import Installations

PATIENCE = 90
"""Seconds; apps that are sold outside of Slack's Marketplace may read history once a minute."""

_LIMITS = 12


class Clients:
    """Each by the token that its workspace gave, or that of the one workspace there is."""

    def __init__(
        self, settings: SlackSettings, session: aiohttp.ClientSession, installed: Installations
    ) -> None:
        self._settings = settings
        self._session = session
        self._installed = installed

    async def of(self, team: str) -> AsyncWebClient:
        """It repeats only what Slack surely did not do: a message must not come twice."""
        token = self._settings.token or await self._token_of(team)
        return AsyncWebClient(
            token=token,
            base_url=self._settings.api_url,
            session=self._session,
            retry_handlers=[_ShortLimits(max_retry_count=_LIMITS)],
        )

    async def _token_of(self, team: str) -> str:
        found = await self._installed.find(PLATFORM, self._settings.client_id, team)
        if found is None:
            raise NotPosted("That workspace has not installed me, or has taken me out.")
        return found.token


class _ShortLimits(AsyncRateLimitErrorRetryHandler):
    """Waits a limit out where that does not take long."""

    async def _can_retry_async(self, **what: Any) -> bool:  # noqa: ANN401 - slack_sdk's own
        if not await super()._can_retry_async(**what):
            return False
        return wait_of(what["response"].headers) <= PATIENCE


def wait_of(headers: Any) -> float:  # noqa: ANN401 - aiohttp's, or lists by name
    """Seconds that Slack asks for; it always says how many."""
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    return float(told if isinstance(told, str) else told[0])

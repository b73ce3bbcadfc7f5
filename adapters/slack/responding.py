"""The URL that came with a request, by which it is answered: five messages within half an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.webhook.async_client import AsyncWebhookClient

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

MOST_USES = 5

BLOCKS_REFUSED = (
    "invalid_blocks",
    "invalid_blocks_format",
    "msg_blocks_too_long",
    "only_one_table_allowed",
)


class SlackRefused(Exception):
    """Slack did not take a message; the words are Slack's own."""


class BlocksRefused(SlackRefused):
    """Some block was not to its taste; with fewer it may take it."""


class ResponseUrl:
    """Counts its uses: Slack does not say whether it counts what it refuses."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.left = MOST_USES

    async def send(self, client: AsyncWebClient, told: dict[str, Any]) -> None:
        """Spotter need not be in the channel where it leads."""
        if not self.take():
            raise SlackRefused("its response_url is used up")
        again: list[AsyncRetryHandler] = [_Counted(each, self) for each in client.retry_handlers]
        webhook = AsyncWebhookClient(self._url, session=client.session, retry_handlers=again)
        response = await webhook.send_dict(told)
        if response.status_code != 200:
            refused = BlocksRefused if response.body in BLOCKS_REFUSED else SlackRefused
            raise refused(f"{response.status_code} {response.body}")

    def take(self) -> bool:
        """One use of those that are left; False where none is."""
        if not self.left:
            return False
        self.left -= 1
        return True


class _Counted(AsyncRetryHandler):
    """Tries again as another handler does; each attempt is a use."""

    def __init__(self, handler: AsyncRetryHandler, url: ResponseUrl) -> None:
        super().__init__(handler.max_retry_count, handler.interval_calculator)
        self._handler = handler
        self._url = url

    async def can_retry_async(self, **what: Any) -> bool:  # noqa: ANN401 - slack_sdk's own
        return await self._handler.can_retry_async(**what) and self._url.take()

    async def prepare_for_next_attempt_async(self, **what: Any) -> None:  # noqa: ANN401
        await self._handler.prepare_for_next_attempt_async(**what)

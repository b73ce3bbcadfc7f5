"""Requests that come twice: an event that Slack sends again, and a request that a stranger does."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from slack_bolt.response import BoltResponse

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.request.async_request import AsyncBoltRequest

    from bot.store.seen import Seen

_VALID = 5 * 60
"""Seconds for which a signature is taken; what is older is refused by its time."""


class Replays:
    """Lets each event through once, and each signature once."""

    def __init__(self, seen: Seen, clock: Callable[[], float] = time.monotonic) -> None:
        self._seen = seen
        self._clock = clock  # seconds
        self._signatures: OrderedDict[str, float] = OrderedDict()

    async def stop_them(
        self, req: AsyncBoltRequest, next_: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        """A middleware behind the one that checks signatures; an event is told it was taken."""
        event = str(req.body.get("event_id") or "")
        if event and not await self._seen.is_new(f"{req.body.get('team_id')} {event}"):
            return BoltResponse(status=200, body="")
        signature = req.headers.get("x-slack-signature", [""])[0]
        if not event and signature and not self._is_new(signature):
            return BoltResponse(status=401, body={"error": "this request was taken before"})
        return await next_()

    def _is_new(self, signature: str) -> bool:
        now = self._clock()
        while self._signatures and next(iter(self._signatures.values())) < now - 2 * _VALID:
            self._signatures.popitem(last=False)
        if signature in self._signatures:
            return False
        self._signatures[signature] = now
        return True

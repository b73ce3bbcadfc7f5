"""Who may moderate: the owners and admins of a workspace, asked for only where it matters."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.request import Press, Request, Submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.bot import Bot

log = logging.getLogger(__name__)

_REMEMBERED = 5 * 60.0
"""Seconds; who is an admin no more moderates no longer than that."""

_MOST_REMEMBERED = 1000

_CameIn = TypeVar("_CameIn", Request, Press, Submission)


class Moderators:
    """Asks Slack, and remembers the answer for a while."""

    def __init__(self, bot: Bot, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._clock = clock  # seconds
        self._known: dict[str, tuple[float, bool]] = {}

    async def known(self, came_in: _CameIn, client: AsyncWebClient) -> _CameIn:
        """The same, with the right of who sent it where that matters."""
        if not self._bot.asks_right(came_in):
            return came_in
        user = came_in.user
        now = self._clock()
        asked, may = self._known.get(user.key, (float("-inf"), False))
        if now - asked > _REMEMBERED:
            may = await _is_admin(user.key.rpartition(".")[2], client)
            self._remember(user.key, now, may)
        return replace(came_in, user=replace(user, may_moderate=may))

    def _remember(self, key: str, now: float, may: bool) -> None:
        self._known.pop(key, None)
        self._known[key] = now, may
        if len(self._known) > _MOST_REMEMBERED:
            del self._known[next(iter(self._known))]


async def _is_admin(user: str, client: AsyncWebClient) -> bool:
    """Nobody is, where Slack does not say so."""
    try:
        told = (await client.users_info(user=user))["user"]
    except (SlackApiError, SlackClientError, aiohttp.ClientError, OSError) as error:
        log.warning("Slack does not say who is an admin: %s", type(error).__name__)
        return False
    return bool(told.get("is_admin") or told.get("is_owner"))

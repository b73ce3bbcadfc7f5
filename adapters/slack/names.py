"""What a workspace calls its channels and user groups, and how many are in these."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from adapters.slack.groups import groups_of
from adapters.slack.troubles import told
from bot.channel import NotPosted

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.slack.clients import Clients
    from adapters.slack.groups import Group
    from bot.channel import Destination

_REMEMBERED = 60.0
"""Seconds; a panel names several groups, and Slack tells them twenty times a minute."""


class Names:
    """Each empty where Slack does not tell it."""

    def __init__(self, clients: Clients, clock: Callable[[], float] = time.monotonic) -> None:
        self._clients = clients
        self._clock = clock  # seconds
        self._known: dict[str, tuple[float, dict[str, Group]]] = {}

    async def channel(self, to: Destination) -> str:
        """Of a private channel Slack tells it only where Spotter was invited."""
        try:
            with told():
                client = await self._clients.of(to.community)
                found = (await client.conversations_info(channel=to.channel))["channel"]
        except NotPosted:
            return ""
        return f"#{found['name']}" if found.get("name") else ""

    async def role(self, team: str, key: str) -> str:
        group = (await self._groups(team)).get(key)
        return group.name if group else ""

    async def head_count(self, team: str, key: str) -> int | None:
        group = (await self._groups(team)).get(key)
        return group.people if group else None

    async def _groups(self, team: str) -> dict[str, Group]:
        asked, groups = self._known.get(team, (float("-inf"), {}))
        if self._clock() - asked > _REMEMBERED:
            try:
                with told():
                    groups = await groups_of(await self._clients.of(team))
            except NotPosted:
                return {}
            self._known[team] = self._clock(), groups
        return groups

"""A server and a workspace that play one night, both run by one process over one store."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.adapters.discord.grandstand import Grandstand as OnDiscord
from tests.adapters.evening import Evening

if TYPE_CHECKING:
    from tests.adapters.slack.grandstand import Grandstand as OnSlack


@dataclass
class Linked(Evening):
    """`stand` is the server that hosts it; the workspace plays along."""

    there: OnSlack

    async def code(self) -> str:
        """As the host has it from the panel."""
        told = await self.ann.press("Invite a community")
        await self.ann.press("Back")
        return str(told.partition("types: quiz join ")[2].partition("\n")[0])

    async def invited(self) -> None:
        """The code is typed by a moderator there."""
        zoe = self.there.fan("Zebedee", moderates=True)
        assert "comes to this channel." in await zoe.quiz(f"join {await self.code()}")
        await self.there.shows("Quiz night: Trucks 2025", "Your host is somebody on Discord")

    async def both(self, *words: str) -> None:
        await self.stand.shows(*words)
        await self.there.shows(*words)


def told_in(stand: OnDiscord | OnSlack) -> list[Any]:
    """Every request by which Spotter told a platform something."""
    return [[m.method, m.body] for m in stand.made] if isinstance(stand, OnDiscord) else stand.told


def told_on(stand: OnDiscord | OnSlack) -> str:
    """Everything that Spotter ever told a platform."""
    return json.dumps(told_in(stand), ensure_ascii=False)

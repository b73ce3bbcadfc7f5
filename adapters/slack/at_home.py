"""What happens on App Home: it is opened, and something is chosen there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from adapters.slack.client import client_of
from adapters.slack.home import DRIVER, HOME, SERIES, draw_home, read_choice
from adapters.slack.origin import Origin, of_interaction
from bot.preferences import owner_of
from bot.request import Request

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.answering import Answering
    from bot.bot import Bot
    from bot.preferences import Chosen, PreferenceShelf

_CHOICES = re.compile(rf"^{HOME}:")


class AtHome:
    """Each user's own page, drawn anew whenever it is opened or changed."""

    def __init__(self, bot: Bot, answering: Answering, kept: PreferenceShelf) -> None:
        self._bot = bot
        self._answering = answering
        self._kept = kept

    def listen(self, app: AsyncApp) -> None:
        app.action(_CHOICES)(self._on_choice)
        app.event("app_home_opened")(self._on_home)

    async def _on_home(
        self, ack: AsyncAck, context: AsyncBoltContext, event: dict[str, Any]
    ) -> None:
        await ack()
        if event.get("tab") == "home":
            origin = Origin(context.team_id or context.enterprise_id or "", event["user"], "")
            self._answering.begin(self._show_home(client_of(context), origin))

    async def _on_choice(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_interaction(context, body)
        name, value = read_choice(body["actions"][0])
        self._answering.begin(self._choose(client_of(context), origin, name, value))

    async def _choose(self, client: AsyncWebClient, origin: Origin, name: str, value: str) -> None:
        owner = owner_of(origin.asker)
        if name == DRIVER:
            chosen = (await self._kept.chosen(owner)).get("drivers", ())
            others = [each for each in chosen if each != value]
            await self._kept.choose(owner, {"drivers": [value, *others] if value else []})
        else:
            await self._kept.choose(owner, {name: value})
        await self._show_home(client, origin)

    async def _show_home(self, client: AsyncWebClient, origin: Origin) -> None:
        likings = _liked(await self._kept.chosen(owner_of(origin.asker)))
        asked = [Request("help", origin.asker, origin.place)]
        if DRIVER in likings:
            told = {name: likings[name] for name in (DRIVER, SERIES) if name in likings}
            asked.insert(0, Request("driver", origin.asker, origin.place, told))
        asked.append(Request("about", origin.asker, origin.place))
        replies = [await self._bot.handle(each) for each in asked]
        await client.views_publish(user_id=origin.user, view=draw_home(likings, *replies))


def _liked(chosen: Chosen) -> dict[str, str]:
    """The first of his favourite drivers, and his series."""
    drivers, series = chosen.get("drivers") or [""], chosen.get("series") or ""
    liked = {DRIVER: drivers[0], SERIES: str(series)}
    return {name: value for name, value in liked.items() if value}

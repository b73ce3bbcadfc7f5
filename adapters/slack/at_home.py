"""What happens on App Home: it is opened, and something is chosen there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from adapters.slack.client import client_of
from adapters.slack.home import DRIVER, HOME, SERIES, draw_home, read_choice
from adapters.slack.origin import PLATFORM, Origin, of_interaction
from bot.preferences import owner_of
from bot.request import Place, Request, User

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.answering import Answering
    from bot.bot import Bot
    from bot.preferences import Chosen, PreferenceShelf
    from bot.reply import Reply

_CHOICES = re.compile(rf"^{HOME}:")
_NOBODY = User(PLATFORM, "", "")


class AtHome:
    """Each user's own page, drawn anew whenever it is opened or changed."""

    def __init__(self, bot: Bot, answering: Answering, kept: PreferenceShelf) -> None:
        self._bot = bot
        self._answering = answering
        self._kept = kept
        self._standing: tuple[Reply, ...] = ()

    def listen(self, app: AsyncApp) -> None:
        app.action(_CHOICES)(self._on_choice)
        app.event("app_home_opened")(self._on_home)

    async def _on_home(
        self, ack: AsyncAck, context: AsyncBoltContext, event: dict[str, Any]
    ) -> None:
        await ack()
        if event.get("tab") == "home":
            team = context.team_id or context.enterprise_id or ""
            origin = Origin(team, event["user"], "")
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
        replies = await self._same_for_all()
        if DRIVER in likings:
            told = {name: likings[name] for name in (DRIVER, SERIES) if name in likings}
            card = await self._bot.handle(Request("driver", origin.asker, origin.place, told))
            replies = (card, *replies)
        await client.views_publish(user_id=origin.user, view=draw_home(likings, *replies))

    async def _same_for_all(self) -> tuple[Reply, ...]:
        """How to ask, and what of; asked once, by nobody whom it would count as a question."""
        if not self._standing:
            asked = [Request(name, _NOBODY, Place(HOME)) for name in ("help", "about")]
            self._standing = tuple([await self._bot.handle(each) for each in asked])
        return self._standing


def _liked(chosen: Chosen) -> dict[str, str]:
    """The first of his favourite drivers, and his series."""
    drivers, series = chosen.get("drivers") or [""], chosen.get("series") or ""
    liked = {DRIVER: drivers[0], SERIES: str(series)}
    return {name: value for name, value in liked.items() if value}

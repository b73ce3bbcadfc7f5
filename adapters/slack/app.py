"""Spotter on Slack: slack-bolt's app, what listens to it, and what it leaves behind."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import aiohttp
from slack_bolt.async_app import AsyncApp

from adapters.slack.answering import Answering
from adapters.slack.at_home import AtHome
from adapters.slack.channel import Channels
from adapters.slack.client import web_client
from adapters.slack.clients import Clients
from adapters.slack.installing import listen_for_leaving, oauth_settings
from adapters.slack.listeners import Listeners
from adapters.slack.moderators import Moderators
from adapters.slack.pictures import Pictures
from adapters.slack.replays import Replays
from adapters.slack.shortcuts import Shortcuts

if TYPE_CHECKING:
    from typing import Self

    from adapters.drawing.studio import Studio
    from adapters.settings import SlackSettings
    from bot.bot import Bot
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds that a stop waits for replies under way; a supervisor often kills after 30."""


class Spotter:
    """Made inside a running loop; requests reach it through `app`, over HTTP or a connection."""

    def __init__(
        self, bot: Bot, settings: SlackSettings, shelf: Shelf, studio: Studio | None = None
    ) -> None:
        self._pictures = Pictures(studio)
        self.answering = Answering(self._pictures, bot.stands)
        self._session = aiohttp.ClientSession()
        self.client = web_client(settings, self._session)
        clients = Clients(settings, self._session, shelf.installations)
        self.channels = Channels(clients, self._pictures)
        self.app = AsyncApp(
            client=self.client,
            signing_secret=settings.signing_secret,
            process_before_response=True,  # else bolt looks every 10 ms whether we acknowledged
            attaching_conversation_kwargs_enabled=False,
            oauth_settings=oauth_settings(settings, shelf),
        )
        self.app.middleware(Replays(shelf.seen).stop_them)
        listen_for_leaving(self.app, settings, shelf)
        moderators = Moderators(bot)
        Listeners(bot, self.answering, moderators).listen(self.app)
        Shortcuts(bot, self.answering, moderators).listen(self.app)
        AtHome(bot, self.answering, shelf.preferences).listen(self.app)

    async def __aenter__(self) -> Self:
        self.answering.begin(self._pictures.warm_up())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.answering.close()
        await self._session.close()
        await self._pictures.close()

    async def retire(self) -> None:
        """Take nothing new, and finish what is under way."""
        log.info("stopping")
        if not await self.answering.finish(PATIENCE):
            log.warning("some replies were not finished within %g seconds", PATIENCE)

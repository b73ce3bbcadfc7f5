"""Installing by OAuth: each workspace gives its token, kept in the bot's own store."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_bolt.listener.async_builtins import AsyncTokenRevocationListeners
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack.manifest import INSTALL_PATH, REDIRECT_PATH, SCOPES
from adapters.slack.origin import PLATFORM
from bot.store.installations import Installed
from bot.store.states import LIFE

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.oauth.installation_store import Installation

    from adapters.settings import SlackSettings
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)


class Workspaces(AsyncInstallationStore):
    """The store as slack_sdk asks for it; only the bot's own token is kept, no installer's."""

    def __init__(self, shelf: Shelf, app: str) -> None:
        self._installations = shelf.installations
        self._communities = shelf.communities
        self._app = app

    @property
    def logger(self) -> logging.Logger:
        return log

    async def async_save(self, installation: Installation) -> None:
        await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        scopes = bot.bot_scopes if isinstance(bot.bot_scopes, str) else ",".join(bot.bot_scopes)
        await self._installations.save(
            Installed(
                PLATFORM,
                self._app,
                _community(bot.enterprise_id, bot.team_id),
                bot.bot_token,
                bot.bot_id,
                bot.bot_user_id,
                scopes,
            )
        )
        log.info("installed in %s", _community(bot.enterprise_id, bot.team_id))

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        community = _community(enterprise_id, None if is_enterprise_install else team_id)
        found = await self._installations.find(PLATFORM, self._app, community)
        if found is None:
            return None
        return Bot(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=found.token,
            bot_id=found.bot,
            bot_user_id=found.bot_user,
            bot_scopes=found.scopes,
            is_enterprise_install=is_enterprise_install,
            installed_at=0.0,
        )

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """The token was revoked: who wants Spotter back begins anew."""
        await self.async_delete_all(enterprise_id=enterprise_id, team_id=team_id)

    async def async_delete_installation(self, **_: Any) -> None:  # noqa: ANN401 - an installer's
        """Nothing is kept of who installed it."""

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        community = _community(enterprise_id, team_id)
        await self._communities.forget(PLATFORM, community, self._app)
        log.info("removed from %s, with all that was kept of it", community)


def listen_for_leaving(app: AsyncApp, settings: SlackSettings, shelf: Shelf) -> None:
    """Bolt itself listens only where many workspaces install the app."""
    leaving = AsyncTokenRevocationListeners(Workspaces(shelf, settings.client_id))
    app.event("app_uninstalled")(leaving.handle_app_uninstalled_events)
    app.event("tokens_revoked")(leaving.handle_tokens_revoked_events)


class _States(AsyncOAuthStateStore):
    def __init__(self, shelf: Shelf) -> None:
        self._states = shelf.states

    @property
    def logger(self) -> logging.Logger:
        return log

    async def async_issue(self, *_: Any, **__: Any) -> str:  # noqa: ANN401 - slack_sdk's own
        return await self._states.issue()

    async def async_consume(self, state: str) -> bool:
        return await self._states.consume(state)


def oauth_settings(settings: SlackSettings, shelf: Shelf) -> AsyncOAuthSettings | None:
    """Nothing where there is one workspace, which gave its token itself."""
    if not settings.client_id:
        return None
    made = AsyncOAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=SCOPES,
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        installation_store=Workspaces(shelf, settings.client_id),
        installation_store_bot_only=True,
        state_store=_States(shelf),
        state_expiration_seconds=LIFE,
    )
    made.authorize.cache_enabled = True  # type: ignore[attr-defined]  # else each request asks Slack who we are
    return made


def _community(enterprise: str | None, team: str | None) -> str:
    return team or enterprise or ""

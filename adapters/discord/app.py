"""Spotter on Discord: what comes in is taken to the bot, and its reply is given back."""

from __future__ import annotations

import asyncio
import logging
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import yarl

from adapters.discord.buttons import PickedChoice, PressedButton
from adapters.discord.channel import Channels
from adapters.discord.commands import Commands
from adapters.discord.files import read_files
from adapters.discord.forms import read_values
from adapters.discord.giving import DEFERRED_IN_PRIVATE, give, give_to_message
from adapters.discord.origin import (
    PLATFORM,
    asker,
    author,
    card_replied_to,
    place,
    place_of,
    question_in,
)
from adapters.discord.pictures import Pictures
from adapters.discord.syncing import sync_if_changed
from adapters.underway import Underway
from bot.channel import Destination, Posted
from bot.commands import COMMANDS
from bot.phrasing import phrase_bug
from bot.request import Press, Request, Submission

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from adapters.drawing.studio import Studio
    from adapters.settings import DiscordSettings
    from bot.bot import Bot
    from bot.command import Command
    from bot.reply import Reply
    from bot.request import Place
    from bot.store.communities import Communities

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds that a stop waits for replies under way; a supervisor often kills after 30."""

LONGEST_LIMIT = 30.0
"""Seconds that a rate limit is waited out; discord.py takes no less."""

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""None is privileged: Discord shows the content of a message that mentions Spotter anyway."""


class Spotter(discord.AutoShardedClient):
    """The client; AutoShardedBot would add commands by prefix, which need privileged content."""

    def __init__(
        self,
        bot: Bot,
        home: Path,
        settings: DiscordSettings,
        studio: Studio | None = None,
        commands: tuple[Command, ...] = COMMANDS,
        communities: Communities | None = None,  # none where nothing is kept of them
    ) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=settings.shard_count,
            shard_ids=list(settings.shard_ids) or None,  # type: ignore[arg-type]  # none is all
            max_messages=None,  # nothing is looked up in old messages, so none are kept
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=LONGEST_LIMIT,
        )
        self.bot = bot
        self.tree = Commands(self, self, commands)
        self._home = home
        self._communities = communities
        self._gateway = settings.gateway_url
        self._pictures = Pictures(studio)
        self.channels = Channels(self, self._pictures)
        self.is_known = asyncio.Event()  # we know who we are, which whoever posts must
        self._underway = Underway()
        self._warming: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        self.is_known.set()
        self.add_dynamic_items(PressedButton, PickedChoice)
        if self.shard_ids is None or 0 in self.shard_ids:  # one of several processes is enough
            await sync_if_changed(self.tree, self._home)
        self._warming = asyncio.create_task(self._pictures.warm_up())

    async def launch_shard(
        self, gateway: yarl.URL, shard_id: int, *, initial: bool = False
    ) -> None:
        """Go where the settings say, whatever address the API gave."""
        own = yarl.URL(self._gateway) if self._gateway else gateway
        await super().launch_shard(own, shard_id, initial=initial)

    async def on_ready(self) -> None:
        log.info("ready on %d shards, in %d servers", len(self.shards), len(self.guilds))

    async def take_command(
        self,
        interaction: discord.Interaction[Any],
        command: Command,
        options: Mapping[str, str],
    ) -> None:
        async def answer() -> Reply:
            if command.slow:
                await interaction.response.defer(ephemeral=command.private, thinking=True)
                interaction.extras[DEFERRED_IN_PRIVATE] = command.private
            request = Request(command.name, asker(interaction), place(interaction), options)
            return await self.bot.handle(request)

        await self._answer(interaction, answer)

    async def take_press(self, interaction: discord.Interaction[Any], key: str) -> None:
        press = Press(key, asker(interaction), place(interaction))
        await self._answer(interaction, lambda: self.bot.press(press))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Forms come this way: discord.py forgets those that were open before a restart."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data
        filled = Submission(
            data["custom_id"], asker(interaction), place(interaction), read_values(data)
        )

        async def answer() -> Reply:
            return await self.bot.submit(replace(filled, files=await read_files(interaction)))

        await self._answer(interaction, answer)

    async def on_message(self, message: discord.Message) -> None:
        """A mention or a direct message asks; a mention alone gets help."""
        if self.user is None or message.author.bot:
            return
        if message.guild is not None and self.user not in message.mentions:
            return
        question = question_in(message, self.user.id)
        name, options = ("ask", {"question": question}) if question else ("help", {})
        after = card_replied_to(message, self.user.id)
        request = Request(name, author(message), place_of(message), options, after)

        async def give_it(reply: Reply) -> None:
            key = await give_to_message(message, reply, self._pictures)
            await self._stands(reply, request.place, key)

        await self._whatever_happens(lambda: self.bot.handle(request), give_it)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The server took us out; of one that is only out of order Discord tells otherwise."""
        if self._communities is not None:
            await self._communities.forget(PLATFORM, str(guild.id))
            log.info("taken out of a server, with all that was kept of it")

    async def apologise(self, interaction: discord.Interaction[Any], bug: Exception) -> None:
        with Survived():
            await give(interaction, _write_down(bug), self._pictures)

    async def retire(self) -> None:
        """Stop: take nothing new, finish what is under way, then close the connections."""
        log.info("stopping")
        if not await self._underway.close(PATIENCE):
            log.warning("some replies were not finished within %g seconds", PATIENCE)
        await self.close()

    async def close(self) -> None:
        await super().close()
        await self._pictures.close()

    async def _answer(
        self, interaction: discord.Interaction[Any], answer: Callable[[], Awaitable[Reply]]
    ) -> None:
        async def give_it(reply: Reply) -> None:
            key = await give(interaction, reply, self._pictures)
            is_elsewhere = (
                interaction.is_user_integration() and not interaction.is_guild_integration()
            )
            if key is not None and not is_elsewhere:  # where somebody took us along we edit nothing
                await self._stands(reply, place(interaction), key)

        await self._whatever_happens(answer, give_it)

    async def _stands(self, reply: Reply, where: Place, key: int) -> None:
        to = Destination(PLATFORM, where.community, where.channel)
        await self.bot.stands(reply, Posted(to, str(key)))

    async def _whatever_happens(
        self,
        answer: Callable[[], Awaitable[Reply]],
        give_it: Callable[[Reply], Awaitable[None]],
    ) -> None:
        """The reply, or an apology for a bug of this floor; nothing new once the stop has begun."""
        if self._underway.closed:
            return
        with self._underway.one(), Survived():
            try:
                await give_it(await answer())
            except _REFUSALS:
                raise
            except Exception as bug:  # noqa: BLE001 - whatever it is, the reader waits
                await give_it(_write_down(bug))


_REFUSALS = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)


def _write_down(bug: Exception) -> Reply:
    """An apology with the mark under which the log has the bug."""
    mark = secrets.token_hex(4)
    log.error("bug %s", mark, exc_info=bug)
    return phrase_bug(mark)


class Survived:
    """A reply that Discord did not take is written down; the next one may go through."""

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        match error:
            case discord.HTTPException():
                log.warning("Discord refused: %d (%d) %s", error.status, error.code, error.text)
            case discord.DiscordException() | aiohttp.ClientError() | OSError():
                log.warning("Discord could not be reached: %s", type(error).__name__)
            case _:
                return False
        return True

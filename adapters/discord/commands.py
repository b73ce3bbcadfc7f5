"""Discord's commands, made from the bot's one list: slash commands, suggestions, message menus."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, Protocol

import discord
from discord import app_commands

from adapters.discord.forms import POSTABLE
from adapters.discord.origin import place

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from bot.bot import Bot
    from bot.command import Command, Option

LONGEST_OPTION = 6000
LONGEST_CHOICE = 100
MOST_CHOICES = 25


class Desk(Protocol):
    """Where commands are taken to."""

    bot: Bot

    async def take_command(
        self, interaction: discord.Interaction[Any], command: Command, options: Mapping[str, str]
    ) -> None: ...

    async def apologise(self, interaction: discord.Interaction[Any], bug: Exception) -> None: ...


class Commands(app_commands.CommandTree[Any]):
    """The tree that discord.py dispatches by; usable in servers, in talks, and as one's own app."""

    def __init__(self, client: discord.Client, desk: Desk, commands: tuple[Command, ...]) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self._desk = desk
        for command in commands:
            self.add_command(_slash(command, desk))
            if command.on_message:
                self.add_command(_on_message(command, desk))

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Reached where Discord still offers a command as it was before it changed."""
        await self._desk.apologise(interaction, error)


def _slash(command: Command, desk: Desk) -> app_commands.Command[Any, ..., Any]:
    async def run(interaction: discord.Interaction[Any], **options: str | int | None) -> None:
        told = {name: str(value) for name, value in options.items() if value is not None}
        await desk.take_command(interaction, command, told)

    _declare(run, command, desk)
    # Discord would hide a command by a permission alone, from those too whom /settings names.
    return app_commands.Command[Any, ..., Any](
        name=command.name, description=command.summary, callback=run
    )


def _declare(run: Callable[..., Coroutine[Any, Any, None]], command: Command, desk: Desk) -> None:
    """Give the callback the signature that discord.py reads options from."""
    parameters = [Parameter("interaction", Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += map(_parameter, command.options)
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    app_commands.describe(**{each.name: each.summary for each in command.options})(run)
    for option in command.options:
        if option.choices:
            choices = [app_commands.Choice(name=each, value=each) for each in option.choices]
            app_commands.choices(**{option.name: choices[:MOST_CHOICES]})(run)
        elif option.suggests:
            app_commands.autocomplete(**{option.name: _suggester(command, option, desk)})(run)


class PickedChannel(app_commands.Transformer[Any]):
    """A channel by its key; which ones there are, Discord knows by itself."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return list(POSTABLE)

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> str:  # noqa: ANN401, ARG002
        return str(value.id)


def _parameter(option: Option) -> Parameter:
    kind = _annotation(option)
    return Parameter(
        option.name,
        Parameter.KEYWORD_ONLY,
        annotation=kind if option.required else kind | None,
        default=Parameter.empty if option.required else None,
    )


def _annotation(option: Option) -> Any:  # noqa: ANN401 - what discord.py reads as a type
    if option.choices:
        return str
    match option.kind:
        case "number":
            return int
        case "channel":
            return app_commands.Transform[str, PickedChannel]
        case _:
            return app_commands.Range[str, 1, min(option.longest, LONGEST_OPTION)]


def _suggester(command: Command, option: Option, desk: Desk) -> Any:  # noqa: ANN401 - discord.py's own union
    async def suggest(
        interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        found = desk.bot.suggest(command.name, option.name, typed, place(interaction))
        return [
            app_commands.Choice(name=each.label[:LONGEST_CHOICE], value=each.value[:LONGEST_CHOICE])
            for each in found[:MOST_CHOICES]
        ]

    return suggest


def _on_message(command: Command, desk: Desk) -> app_commands.ContextMenu:
    """The entry of a message's menu: what the message says is the command's first option."""

    async def run(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        told = {command.options[0].name: message.content}
        await desk.take_command(interaction, command, told)

    run.__annotations__ = {"interaction": discord.Interaction, "message": discord.Message}
    return app_commands.ContextMenu(name=command.on_message, callback=run)

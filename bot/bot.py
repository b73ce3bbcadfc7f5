"""The bot: a request comes in, a reply goes out, whatever happens in between."""

from __future__ import annotations

import logging
import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from bot.command import Stand
from bot.commands import COMMANDS
from bot.conversations import Conversations
from bot.phrasing import phrase, phrase_bug
from knowledge.answer import Unknown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.book import Book
    from bot.command import Command
    from bot.reply import Reply
    from bot.request import Request

log = logging.getLogger(__name__)


def _today() -> date:
    return datetime.now().astimezone().date()


class Bot:
    """The only door into this floor."""

    def __init__(
        self,
        book: Book,
        today: Callable[[], date] = _today,
        commands: tuple[Command, ...] = COMMANDS,
    ) -> None:
        self._stand = Stand(book, today, Conversations(), commands)
        self._commands = {command.name: command for command in commands}

    async def handle(self, request: Request) -> Reply:
        try:
            return await self._handle(request)
        except Exception:
            mark = secrets.token_hex(4)
            log.exception("bug %s in %r", mark, request)
            return phrase_bug(mark)

    async def _handle(self, request: Request) -> Reply:
        command = self._commands.get(request.command)
        if command is None:
            return phrase(Unknown(f"I have no command called {request.command}."))
        if refusal := _refuse(command, request):
            return phrase(Unknown(refusal))
        return await command.handle(request, self._stand)


def _refuse(command: Command, request: Request) -> str:
    """Say in one sentence why the command cannot be handled; nothing when it can."""
    if command.for_moderators and not request.user.may_moderate:
        return f"Only moderators can use {command.name}."
    for option in command.options:
        text = request.options.get(option.name, "").strip()
        if option.required and not text:
            return f"There is no {option.name} in that."
        if len(text) > option.longest:
            return (
                f"That {option.name} has {len(text):,} characters; I read up to {option.longest:,}."
            )
    return ""

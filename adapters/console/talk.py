"""One conversation with the bot, a turn at a time, from a program that does not wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.request import ALL_ROWS, Place, Press, Request, Submission, User

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping
    from typing import Self

    from bot.bot import Bot
    from bot.reply import Reply
    from bot.request import Sent

PLATFORM = "console"

_USER = User(platform=PLATFORM, key="console", name="you", may_moderate=True)


class Talk:
    """Each turn sees the turns before it; another talk sees none of them."""

    def __init__(self, bot: Bot, runner: asyncio.Runner, name: str = "console") -> None:
        self._bot = bot
        self._runner = runner
        # A program that ends with its answer waits for no number to be typed.
        self._place = Place(name, direct=True, presses=False, rows=ALL_ROWS)

    def listening(self) -> Self:
        """The same talk, where what could be asked next is offered too."""
        self._place = replace(self._place, presses=True)
        return self

    def ask(self, question: str) -> Reply:
        # Bytes that are no text reach us as halves of a character, which nothing can print.
        text = question.encode("utf-8", "replace").decode()
        return self.use("ask", question=text)

    def use(self, command: str, **options: str) -> Reply:
        request = Request(command, _USER, self._place, options)
        return self._runner.run(self._bot.handle(request))

    def press(self, key: str) -> Reply:
        return self._runner.run(self._bot.press(Press(key, _USER, self._place)))

    def submit(
        self, key: str, values: Mapping[str, str], files: Mapping[str, Sent] | None = None
    ) -> Reply:
        filled = Submission(key, _USER, self._place, values, files or {})
        return self._runner.run(self._bot.submit(filled))

"""The console's two ways to talk: one question, or a chat until the fan has had enough."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from adapters.console.files import read_file
from adapters.console.render import FEW_ROWS, show
from adapters.inert import inert
from adapters.typed import read_command
from bot.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.console.talk import Talk
    from bot.reply import Field, Form, Reply

WELCOME = "Ask away. help, more (all rows of the last answer), quit; a number picks from a list."

_GOODBYES = frozenset(("quit", "exit", "bye", "q"))
_BARE_COMMANDS = frozenset(c.name for c in COMMANDS if not c.options)


class Chat:
    """Reads a line, shows the reply, and remembers what was offered."""

    def __init__(self, talk: Talk, renew: Callable[[], object] = lambda: None) -> None:
        self._talk = talk
        self._renew = renew  # goes on with a newer book, where a sync has made one
        self._last: Reply | None = None

    def run(self) -> None:
        with contextlib.suppress(ImportError):  # Windows has none; the chat goes on without
            import readline  # noqa: F401 - arrow keys bring earlier questions back
        try:
            self._listen("\n> " if sys.stdin.isatty() else "")
        except (EOFError, KeyboardInterrupt):
            print()

    def _listen(self, prompt: str) -> None:
        print(WELCOME, flush=True)
        while (line := input(prompt).strip()).casefold() not in _GOODBYES:
            self.turn(line)

    def turn(self, line: str) -> None:
        if not line:
            return
        if line.casefold() == "more" and self._last:
            show(self._last, None, "")
            return
        self._renew()
        reply = self._reply_to(line)
        self._last = self._fill(reply.form) if reply.form else reply
        show(self._last, FEW_ROWS, "more shows them all")

    def _reply_to(self, line: str) -> Reply:
        if line.casefold() in _BARE_COMMANDS:
            return self._talk.use(line.casefold())
        if typed := read_command(line):
            return self._talk.use(typed.name, **typed.options)
        steps = self._last.steps if self._last else ()
        if line.isdecimal() and 1 <= int(line) <= len(steps):
            return self._talk.press(steps[int(line) - 1].key)
        lettered = (each.key for each in steps if each.label.startswith(f"{line.upper()} · "))
        if letter := next(lettered, None):
            return self._talk.press(letter)
        return self._talk.ask(line)

    def _fill(self, form: Form) -> Reply:
        """Ask for each field in a line of its own."""
        values = {field.name: _fill_in(field) for field in form.fields}
        paths = {each.name: values.pop(each.name) for each in form.fields if each.kind == "file"}
        files = {name: read_file(path) for name, path in paths.items() if path}
        return self._talk.submit(form.key, values, files)


def _fill_in(field: Field) -> str:
    """A number picks; nothing typed leaves what stands there, and a dash takes it away."""
    for number, choice in enumerate(field.choices, start=1):
        print(f"{number}. {inert(choice.label)}")
    chosen = next((each.label for each in field.choices if each.value == field.value), field.value)
    stands = f" [{inert(chosen)}]" if chosen else ""
    typed = input(f"{inert(field.label)}{stands} ").strip() or field.value
    if typed.isdecimal() and 1 <= int(typed) <= len(field.choices):
        return field.choices[int(typed) - 1].value
    return typed

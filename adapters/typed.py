"""A command typed in a chat: "/leaders measure=poles series=Truck", "/settle Heim won nine"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.commands import COMMANDS

if TYPE_CHECKING:
    from bot.command import Command

_NAMED = re.compile(r"(?:^|\s)([a-z-]+)=")


class Typed(NamedTuple):
    """A command's name with its options as they were typed."""

    name: str
    options: dict[str, str]


def read_command(line: str) -> Typed | None:
    """The command that a line begins with; None where it is a question."""
    name, _, rest = line.strip().partition(" ")
    if not name.startswith("/"):
        return None
    command = next((each for each in COMMANDS if f"/{each.name}" == name.casefold()), None)
    if command is None:
        return Typed(name.removeprefix("/"), {})
    return Typed(command.name, _options(command, rest))


def read_command_or_question(text: str) -> Typed:
    """A command, with or without its slash; all else is a question, and nothing asks for help."""
    name, *_ = text.split() or ("help",)
    is_command = any(each.name == name.removeprefix("/").casefold() for each in COMMANDS)
    command = read_command(f"/{text.strip().removeprefix('/')}") if is_command else None
    if not text.strip():
        return Typed("help", {})
    return command or Typed("ask", {"question": text.strip()})


def _options(command: Command, text: str) -> dict[str, str]:
    """Each name=value; what stands before the first of them is the first option."""
    names = {option.name for option in command.options}
    marks = [mark for mark in _NAMED.finditer(text) if mark[1] in names]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    options = (
        {mark[1]: text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)}
        if marks
        else {}
    )
    first = text[: marks[0].start()].strip() if marks else text.strip()
    return {command.options[0].name: first, **options} if first and command.options else options

"""help: what Spotter can do, with questions to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Stand
from bot.keys import write_keys
from bot.next_steps import examples
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from bot.request import Request


async def _help(request: Request, stand: Stand) -> Reply:
    usable = (c for c in stand.commands if request.user.may_moderate or not c.for_moderators)
    return Reply(
        title="Ask me about NASCAR's Cup, Xfinity and Truck Series.",
        blocks=(
            Text('Ask as you would ask a friend; a follow-up like "what about 2024?" works too.'),
            Fields(tuple((_usage(command), command.summary) for command in usable)),
            Text("Ask, for example:"),
        ),
        buttons=await write_keys(examples(), None, stand.cards),
        private=True,
    )


def _usage(command: Command) -> str:
    needed = [f"<{option.name}>" for option in command.options if option.required]
    optional = [option.name for option in command.options if not option.required]
    return " ".join([command.name, *needed, *([f"[{', '.join(optional)}]"] if optional else ())])


HELP = Command(
    name="help", summary="What I can do, with questions to try", handle=_help, asks_right=True
)

"""ask: a question in the fan's own words, answered from the record book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering import answer
from bot.command import Command, Option, Stand
from bot.recalling import recall, recall_card

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _ask(request: Request, stand: Stand) -> Reply:
    """A question after what was said before, or after the card that it replies to."""
    user, place = request.user, request.place
    replied_to = await recall_card(request.after, user, place, stand) if request.after else None
    before = replied_to or await recall(user, place, stand)
    return await answer(request.options["question"], user, place, stand, before)


ASK = Command(
    name="ask",
    summary="Ask the record book, in your own words",
    handle=_ask,
    options=(Option("question", "What you want to know", longest=400, required=True),),
)

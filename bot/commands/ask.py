"""ask: a question in the fan's own words, answered from the record book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering import answer, recall_card
from bot.command import Command, Option, Stand

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _ask(request: Request, stand: Stand) -> Reply:
    if request.after:
        await recall_card(request.after, request.user, request.place, stand)
    return await answer(request.options["question"], request.user, request.place, stand)


ASK = Command(
    name="ask",
    summary="Ask the record book, in your own words",
    handle=_ask,
    options=(Option("question", "What you want to know", longest=400, required=True),),
)

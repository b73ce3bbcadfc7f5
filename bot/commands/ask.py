"""ask: a question in the fan's own words, answered from the record book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option, Stand
from bot.phrasing import phrase

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _ask(request: Request, stand: Stand) -> Reply:
    before = stand.conversations.recall(request.conversation)
    outcome = stand.book.ask(request.options["question"], after=before, today=stand.today())
    stand.conversations.remember(request.conversation, outcome)
    return phrase(outcome)


ASK = Command(
    name="ask",
    summary="Ask the record book, in your own words",
    handle=_ask,
    options=(Option("question", "What you want to know", longest=400, required=True),),
)

"""ask: a question in the fan's own words, answered from the record book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering import answer
from bot.command import Command, Option, Stand
from bot.desk.notes import what_we_wrote
from bot.recalling import recall, recall_card

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _ask(request: Request, stand: Stand) -> Reply:
    """What we wrote ourselves; else a question after what was said, or after a card replied to."""
    user, place, question = request.user, request.place, request.options["question"]
    if ours := await what_we_wrote(question, user, place, stand):
        return ours
    replied_to = await recall_card(request.after, user, place, stand) if request.after else None
    before = replied_to or await recall(user, place, stand)
    return await answer(question, user, place, stand, before)


ASK = Command(
    name="ask",
    summary="Ask the record book, in your own words",
    handle=_ask,
    options=(Option("question", "What you want to know", longest=400, required=True),),
)

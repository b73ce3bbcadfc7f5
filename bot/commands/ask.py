"""ask: a question in the fan's own words, answered from the record book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering import answer
from bot.command import Command, Option, Stand
from bot.recalling import recall, recall_card
from bot.recap.remembering import read_about

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _ask(request: Request, stand: Stand) -> Reply:
    """What we wrote ourselves; else a question after what was said, or after a card replied to."""
    user, place, question = request.user, request.place, request.options["question"]
    subject = read_about(question)
    if subject is not None:
        from bot.desk.notes import what_we_wrote  # slow to load, and few ask for it

        return await what_we_wrote(subject, user, place, stand)
    replied_to = await recall_card(request.after, user, place, stand) if request.after else None
    before = replied_to or await recall(user, place, stand)
    return await answer(question, user, place, stand, before)


ASK = Command(
    name="ask",
    summary="Ask the record book, in your own words",
    handle=_ask,
    options=(Option("question", "What you want to know", longest=400, required=True),),
)

"""A protest against the marking of a question: a short text, for the host to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.refused import Refused
from bot.quiz.steps import Protested
from bot.quizmaster.player import GONE, told
from bot.reply import Field, Form, Reply

if TYPE_CHECKING:
    from bot.quizmaster.player import Player
    from bot.request import Submission

LONGEST_PROTEST = 300
"""Characters; the host reads it in the middle of a night."""

_WORDS = "words"


async def protest_form(player: Player, words: str) -> Reply:
    field = Field(_WORDS, "What is wrong with it?", long=True, longest=LONGEST_PROTEST)
    return Reply(form=Form(player.key(f"protest {words}"), "Protest", (field,)), private=True)


async def take_protest(player: Player, words: str, filled: Submission) -> Reply:
    told_why = " ".join(filled.values.get(_WORDS, "").split())[:LONGEST_PROTEST]
    if not told_why:
        return told("There is nothing in that protest.", "Press Protest again, and say why.")
    step = Protested(at=player.at, who=player.id, number=int(words), words=told_why)
    after = await player.nights.take(player.night, lambda _: step)
    if after is None:
        return GONE
    if isinstance(after, Refused):
        return told(after.why)
    return told("Your protest is with the host.", "If it is upheld, the points are counted anew.")

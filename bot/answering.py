"""A question answered in a conversation: what came before it, the reply, and its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.card import Card
from bot.conversations import Said
from bot.keys import write_keys
from bot.next_steps import next_steps
from bot.phrasing import phrase

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.reply import Reply
    from bot.request import Place, User
    from knowledge.answer import Outcome


async def answer(question: str, user: User, place: Place, stand: Stand) -> Reply:
    """Answer after what was said before in the same conversation."""
    before = stand.conversations.recall(place.conversation)
    said = _said(question, before, stand)
    stand.conversations.remember(place.conversation, said)
    card = Card(user.platform, user.key, place.community, said.turns, stand.today())
    return await show(said.outcome, card, stand)


async def show(outcome: Outcome, card: Card, stand: Stand) -> Reply:
    """The reply to what was asked on a card, with its next steps as buttons."""
    buttons = await write_keys(next_steps(outcome), card, stand.cards)
    return replace(phrase(outcome), buttons=buttons)


def ask_again(card: Card, stand: Stand) -> Outcome:
    """What the card's turns come to: the same questions, the same answer."""
    outcome = stand.book.ask(card.turns[0], today=card.day)
    for turn in card.turns[1:]:
        outcome = stand.book.ask(turn, after=outcome, today=card.day)
    return outcome


def _said(question: str, before: Said | None, stand: Stand) -> Said:
    """What a question comes to, with the turns it needs: itself alone where it asks anew."""
    if before is None:
        return Said((question,), stand.book.ask(question, today=stand.today()))
    outcome = stand.book.ask(question, after=before.outcome, today=stand.today())
    return Said((*before.turns, question), outcome)

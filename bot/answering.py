"""A question answered in a conversation: what came before it, the reply, and its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.card import Card
from bot.conversations import Said
from bot.defaulting import by_default
from bot.keys import write_keys
from bot.next_steps import next_steps
from bot.phrasing import noted, phrase
from bot.recalling import remember
from bot.view import first_view
from knowledge.answer import Answer

if TYPE_CHECKING:
    from bot.book import Book
    from bot.card import Cards
    from bot.command import Stand
    from bot.keys import Step
    from bot.reply import Reply
    from bot.request import Place, User
    from bot.view import View
    from knowledge.answer import Outcome

_OFFERED = 2
"""Follow-ups under an answer; with the page buttons and "Wrong?" they fill a row."""


async def answer(
    question: str, user: User, place: Place, stand: Stand, before: Said | None = None
) -> Reply:
    """Answer after what was said before, or anew; either way the talk goes on from here."""
    said, note = _said(question, place, stand, before)
    await remember(said, user, place, stand)
    card = Card(user.platform, user.key, place.community, said.turns, stand.today())
    return noted(await show(said.outcome, card, place, stand), note)


async def show(
    outcome: Outcome, card: Card, place: Place, stand: Stand, view: View | None = None
) -> Reply:
    """The reply to what was asked on a card, with its next steps as buttons."""
    if isinstance(outcome, Answer):
        view = view or first_view(outcome, place, stand.preferences.answers)
        return await show_answer(outcome, card, place, view, stand.book, stand.cards)
    steps = next_steps(outcome, wrong=place.presses)
    return replace(phrase(outcome), buttons=await write_keys(steps, card, stand.cards))


async def show_answer(
    answer: Answer, card: Card, place: Place, view: View, book: Book, cards: Cards
) -> Reply:
    steps: tuple[Step, ...] = ()
    if place.presses:
        questions = book.next_questions(answer, card.day, _OFFERED)
        steps = next_steps(answer, questions, view)
    reply = replace(phrase(answer, view), card=card)
    return replace(reply, buttons=await write_keys(steps, card, cards))


def _said(question: str, place: Place, stand: Stand, before: Said | None) -> tuple[Said, str]:
    """What a question comes to, with the turns it needs: itself alone where it asks anew."""
    today = stand.today()
    if before is not None:
        outcome = stand.book.ask(question, after=before.outcome, today=today)
        alone = place.presses and stand.book.ask(question, today=today) == outcome
        if not alone:
            return Said((*before.turns, question), outcome), ""
    said = Said((question,), stand.book.ask(question, today=today))
    return by_default(said, stand.preferences, stand.book, today)

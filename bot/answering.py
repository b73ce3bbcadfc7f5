"""A question answered in a conversation: what came before it, the reply, and its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.card import Card
from bot.conversations import Said
from bot.defaulting import by_default
from bot.keys import find_card, read_key, write_keys
from bot.next_steps import next_steps
from bot.phrasing import noted, phrase
from bot.view import first_view
from knowledge.answer import Answer

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.reply import Reply
    from bot.request import Place, User
    from bot.view import View
    from knowledge.answer import Outcome

_OFFERED = 2
"""Follow-ups under an answer; with the page buttons and "Wrong?" they fill a row."""


async def answer(question: str, user: User, place: Place, stand: Stand) -> Reply:
    """Answer after what was said before in the same conversation."""
    said, note = _said(question, place, stand)
    stand.conversations.remember(place.conversation, said)
    card = Card(user.platform, user.key, place.community, said.turns, stand.today())
    return noted(await show(said.outcome, card, place, stand), note)


async def recall_card(key: str, user: User, place: Place, stand: Stand) -> None:
    """Go on from a card: its turns are what was said before, whoever said them."""
    card = await find_card(read_key(key).card, user, place.community, stand.cards)
    if card and card.command == "ask":
        said = Said(card.turns, ask_again(card, stand))
        stand.conversations.remember(place.conversation, said)


async def show(
    outcome: Outcome, card: Card, place: Place, stand: Stand, view: View | None = None
) -> Reply:
    """The reply to what was asked on a card, with its next steps as buttons."""
    if not isinstance(outcome, Answer):
        steps = next_steps(outcome, wrong=place.presses)
    else:
        view = view or first_view(outcome, place, stand.preferences.answers)
        steps = ()
        if place.presses:
            questions = stand.book.next_questions(outcome, card.day, _OFFERED)
            steps = next_steps(outcome, questions, view)
    return replace(phrase(outcome, view), buttons=await write_keys(steps, card, stand.cards))


def ask_again(card: Card, stand: Stand) -> Outcome:
    """What the card's turns come to: the same questions, the same answer."""
    outcome = stand.book.ask(card.turns[0], today=card.day)
    for turn in card.turns[1:]:
        outcome = stand.book.ask(turn, after=outcome, today=card.day)
    return outcome


def _said(question: str, place: Place, stand: Stand) -> tuple[Said, str]:
    """What a question comes to, with the turns it needs: itself alone where it asks anew."""
    today = stand.today()
    before = stand.conversations.recall(place.conversation)
    if before is not None:
        outcome = stand.book.ask(question, after=before.outcome, today=today)
        alone = place.presses and stand.book.ask(question, today=today) == outcome
        if not alone:
            return Said((*before.turns, question), outcome), ""
    said = Said((question,), stand.book.ask(question, today=today))
    return by_default(said, stand.preferences, stand.book, stand.today)

"""What was said before: recalled from this process, or from where talks are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.card import asked_of
from bot.conversations import Said, Talk
from bot.keys import find_card, read_key

if TYPE_CHECKING:
    from datetime import date

    from bot.command import Stand
    from bot.request import Place, User
    from knowledge.answer import Outcome


async def remember(said: Said, user: User, place: Place, stand: Stand) -> None:
    for conversation in filter(None, (place.conversation, place.begins)):
        stand.conversations.remember(conversation, said)
        if stand.talks is not None:
            day = stand.today()
            talk = Talk(user.platform, conversation, place.community, said.turns, day)
            await stand.talks.keep(talk)


async def recall(user: User, place: Place, stand: Stand) -> Said | None:
    """What was said last; where another process kept something else, it has been said since."""
    said = stand.conversations.recall(place.conversation)
    if stand.talks is None:
        return said
    talk = await stand.talks.find(user.platform, place.conversation)
    if talk is None or (said and said.turns == talk.turns):
        return said
    return Said(talk.turns, ask_again(talk.turns, talk.day, stand))


async def recall_card(key: str, user: User, place: Place, stand: Stand) -> Said | None:
    """A card that somebody replies to: its turns are what was said before, whoever said them."""
    card = await find_card(read_key(key).card, user, place.community, stand.cards)
    if card is None or card.command != "ask":
        return None
    return Said(card.turns, ask_again(card.turns, card.day, stand))


def ask_again(turns: tuple[str, ...], day: date, stand: Stand) -> Outcome:
    return asked_of(stand.book, turns, day)

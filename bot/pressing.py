"""What a pressed button does, by the verb of its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.answering import answer, ask_again, show
from bot.conversations import Said
from bot.keys import find_card, read_key
from bot.reply import Reply, Text
from bot.reporting import explain, report_form, take_report

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.card import Card
    from bot.command import Stand
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Card, str, Press, Stand], Awaitable[Reply]]"


async def take_step(press: Press, stand: Stand) -> Reply:
    key = read_key(press.key)
    if key.verb == "ask":
        stand.conversations.forget(press.place.conversation)
        return await answer(key.words, press.user, press.place, stand)
    card = await find_card(key.card, press.user, press.place.community, stand.cards)
    if card is None or key.verb not in STEPS:
        return too_old()
    return await STEPS[key.verb](card, key.words, press, stand)


async def take_form(submission: Submission, stand: Stand) -> Reply:
    key = read_key(submission.key)
    place = submission.place
    card = await find_card(key.card, submission.user, place.community, stand.cards)
    if card is None or key.verb != "report":
        return too_old()
    return await take_report(submission, card)


def too_old() -> Reply:
    return Reply(
        "That card is too old for me to remember what it was about.",
        (Text("Ask again, and its buttons work again."),),
        private=True,
    )


async def _then(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    """A further turn after those of the card; on somebody else's card for the presser alone."""
    mine = press.user.key == card.user
    card = replace(card, turns=(*card.turns, words), user=press.user.key)
    outcome = ask_again(card, stand)
    stand.conversations.remember(press.place.conversation, Said(card.turns, outcome))
    reply = await show(outcome, card, stand)
    return reply if mine else replace(reply, private=True)


async def _wrong(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    return await explain(ask_again(card, stand), card, stand)


async def _report(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    return Reply(form=report_form(press.key), private=True)


STEPS: dict[str, Step] = {"then": _then, "wrong": _wrong, "report": _report}

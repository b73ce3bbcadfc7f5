"""What a pressed button does, by the verb of its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.answering import answer, show
from bot.conversations import Said
from bot.defaulting import by_default
from bot.keys import find_card, read_key
from bot.phrasing import noted
from bot.privacy import forget_kept, turn_kept
from bot.recalling import ask_again, remember
from bot.recap.copies import UNCOVER
from bot.reply import Reply, Text
from bot.reporting import explain, explain_verdicts, report_form, take_report
from bot.settings import open_settings, take_settings
from bot.uncovering import uncover
from bot.view import page_view
from knowledge.answer import Answer, WhichOne

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.card import Card
    from bot.command import Stand
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Card, str, Press, Stand], Awaitable[Reply]]"
Cardless: TypeAlias = "Callable[[str, Press, Stand], Awaitable[Reply]]"


async def take_step(press: Press, stand: Stand) -> Reply:
    key = read_key(press.key)
    if key.verb == "ask":
        return await answer(key.words, press.user, press.place, stand)
    if key.verb in CARDLESS:
        return await CARDLESS[key.verb](key.words, press, stand)
    card = await find_card(key.card, press.user, press.place.community, stand.cards)
    if card is None or key.verb not in STEPS:
        return too_old()
    return await STEPS[key.verb](card, key.words, press, stand)


async def take_form(submission: Submission, stand: Stand) -> Reply:
    key = read_key(submission.key)
    if key.verb == "set":
        return await take_settings(submission, stand)
    if key.verb == "recap":
        from bot.desk.steps import take_recap_form  # slow to load, and most never need it

        return await take_recap_form(submission, stand)
    if key.verb in QUIZZED:
        from bot.quizmaster.steps import take_quiz_form

        return await take_quiz_form(key.verb, submission, stand)
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
    mine = _is_mine(card, press)
    asked = ask_again(card.turns, card.day, stand) if stand.preferences.series else None
    chosen = isinstance(asked, WhichOne)
    card = replace(card, turns=(*card.turns, words), user=press.user.key)
    said, note = Said(card.turns, ask_again(card.turns, card.day, stand)), ""
    if chosen:
        said, note = by_default(said, stand.preferences, stand.book, card.day)
    await remember(said, press.user, press.place, stand)
    card = replace(card, turns=said.turns)
    reply = noted(await show(said.outcome, card, press.place, stand), note)
    return reply if mine else _for_the_asker(reply, press)


async def _show(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    """A page of the table as a message of its own, for whoever presses alone."""
    card = replace(card, user=press.user.key)
    return await _page(card, int(words), press, stand, private=not press.place.direct)


async def _turn(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    """Another page in the place of this one; on somebody else's card a page of one's own."""
    if not _is_mine(card, press):
        return await _show(card, words.split(maxsplit=1)[0], press, stand)
    page, *is_open = words.split()
    private = not is_open and not press.place.direct
    return replace(await _page(card, int(page), press, stand, private=private), in_place=True)


async def _share(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    """The page for everybody, with the name of who shows it."""
    reply = await _page(card, int(words), press, stand, private=False)
    told = Text(f"Shared by {press.user.name}.", "quiet")
    return replace(reply, blocks=(*reply.blocks, told))


async def _page(card: Card, page: int, press: Press, stand: Stand, *, private: bool) -> Reply:
    outcome = ask_again(card.turns, card.day, stand)
    if not isinstance(outcome, Answer):
        return await show(outcome, card, press.place, stand)
    view = replace(page_view(outcome, page, press.place), private=private)
    return await show(outcome, card, press.place, stand, view)


def _is_mine(card: Card, press: Press) -> bool:
    return press.user.key == card.user


def _for_the_asker(reply: Reply, press: Press) -> Reply:
    return replace(reply, private=not press.place.direct)


async def _wrong(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    if card.command == "settle":
        verdicts = stand.book.settle(card.turns[0], today=card.day)
        return await explain_verdicts(verdicts, card, stand)
    return await explain(ask_again(card.turns, card.day, stand), card, stand)


async def _report(card: Card, words: str, press: Press, stand: Stand) -> Reply:
    return Reply(form=report_form(press.key), private=True)


async def _recap(words: str, press: Press, stand: Stand) -> Reply:
    from bot.desk.steps import take_recap_step

    return await take_recap_step(words, press, stand)


async def _told(words: str, press: Press, stand: Stand) -> Reply:
    from bot.desk.notes import show_told

    return await show_told(words, press, stand)


async def _quiz(words: str, press: Press, stand: Stand) -> Reply:
    from bot.quizmaster.steps import take_quiz_step

    return await take_quiz_step(read_key(press.key).verb, words, press, stand)


async def _raceday(words: str, press: Press, stand: Stand) -> Reply:
    from bot.raceday.steps import take_raceday_step

    return await take_raceday_step(read_key(press.key).verb, words, press, stand)


RACEDAY = frozenset({"watch", "races", "happened"})
"""Verbs of race days."""

QUIZZED = frozenset({"quiz", "host", "solo", "plan", "pack", "daily"})
"""Verbs of quiz nights."""

PLAYED = frozenset({"quiz", "solo"})
"""Those of them that everybody has."""

STEPS: dict[str, Step] = {
    "then": _then,
    "show": _show,
    "turn": _turn,
    "share": _share,
    "wrong": _wrong,
    "report": _report,
}

CARDLESS: dict[str, Cardless] = {
    "set": open_settings,
    "kept": turn_kept,
    "forget": forget_kept,
    UNCOVER: uncover,
    "recap": _recap,
    "told": _told,
    **dict.fromkeys(RACEDAY, _raceday),
    **dict.fromkeys(QUIZZED, _quiz),
}
"""Steps that are about no answer."""

MODERATED = frozenset({"set", "recap", "host", "plan", "pack", "daily"})
"""Verbs of which some are for moderators."""

"""What is kept of whoever asks: shown to him alone, page by page, and deleted when he says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.keys import Step, write_keys
from bot.preferences import owner_of
from bot.quiz.entrant import player_id
from bot.reply import Column, Fields, Reply, Table, Text
from bot.setting_fields import LABELS, in_words
from knowledge.highlights.saying import many
from knowledge.sentences import listed

if TYPE_CHECKING:
    from bot.card import Kept
    from bot.command import Stand
    from bot.preferences import Chosen
    from bot.request import Place, Press, User

ROWS = 10
"""Questions on a page."""

_ELSEWHERE = Text(
    "A question is kept for 90 days at most, and for 7 days where its answer stands in a channel,"
    " so that it can be corrected there. What we talked about is forgotten after 15 minutes."
    " Recaps are the community's; your name can be taken out of those that you worked on, and of"
    " quiz nights, whose points stay as they were, and of packs that you brought."
    " What you reported as wrong is in the log of whoever runs me, and your messages are with the"
    " platform that we talk on.",
    "quiet",
)


async def show_kept(user: User, place: Place, page: int, stand: Stand) -> Reply:
    cards = await _asked_by(user, stand)
    chosen = await stand.kept.chosen(owner_of(user))
    signed = await stand.newsroom.drafts.signed(user)
    played = await stand.nights.played(player_id(user.platform, user.key))
    packs = await stand.packs.brought(player_id(user.platform, user.key))
    last = max(1, -(-len(cards) // ROWS))
    page = min(max(page, 1), last)
    shown = cards[(page - 1) * ROWS : page * ROWS]
    steps = _turns(page, last) + (
        (Step("Delete all of it", "forget"),)
        if cards or chosen or signed or played or packs
        else ()
    )
    return Reply(
        _title(_what(len(cards), bool(chosen), signed, played, packs)),
        (
            *((_settings(chosen),) if chosen else ()),
            *((_table(shown),) if shown else ()),
            *_pages(page, last),
            _ELSEWHERE,
        ),
        buttons=await write_keys(steps, None, stand.cards) if place.presses else (),
        private=True,
    )


async def turn_kept(words: str, press: Press, stand: Stand) -> Reply:
    """Another page, of what is kept of whoever presses."""
    reply = await show_kept(press.user, press.place, int(words), stand)
    return replace(reply, in_place=True)


async def forget_kept(words: str, press: Press, stand: Stand) -> Reply:
    """Delete what is kept of whoever presses; there is no way back."""
    stand.conversations.forget(press.place.conversation)
    if stand.talks is not None:
        await stand.talks.forget(press.user.platform, press.place.conversation)
    gone = len(await _asked_by(press.user, stand))
    await stand.cards.forget(press.user)
    if stand.answers is not None:
        await stand.answers.forget(press.user)
    settings = await stand.kept.forget(press.user)
    signed = await stand.newsroom.drafts.forget(press.user)
    played = await stand.nights.forget(player_id(press.user.platform, press.user.key))
    packs = await stand.packs.forget(player_id(press.user.platform, press.user.key))
    told = _what(gone, bool(settings), signed, played, packs)
    told = f"Deleted: {told}." if told else "There was nothing to delete."
    buttons = Text("The buttons under those answers do not work any more.", "quiet")
    return Reply(told, (buttons,) if gone else (), private=True, in_place=True)


async def _asked_by(user: User, stand: Stand) -> tuple[Kept, ...]:
    """By its buttons or by where its answer stands, the latest first."""
    there = await stand.answers.of(user) if stand.answers else ()
    kept = {each.card: each for each in (*there, *await stand.cards.of(user))}
    return tuple(sorted(kept.values(), key=lambda each: -each.since))


def _title(what: str) -> str:
    return f"Of you I keep {what}." if what else "I keep nothing of you."


def _what(cards: int, settings: bool, signed: int, played: int, packs: int) -> str:
    questions = many(cards, "question") if cards else ""
    name = f"your name with {many(signed, 'recap')}" if signed else ""
    answers = f"your name and answers in {many(played, 'quiz night')}" if played else ""
    brought = f"your name with {many(packs, 'quiz pack')}" if packs else ""
    kept = (questions, "your settings" if settings else "", name, answers, brought)
    return listed([*filter(None, kept)])


def _settings(chosen: Chosen) -> Fields:
    """All that was chosen, by whatever name it is kept."""
    said = {
        name: in_words(name, tuple(value) if isinstance(value, list) else value)
        for name, value in chosen.items()
    }
    return Fields(tuple((LABELS.get(name, name), said[name]) for name in sorted(said)))


def _table(cards: tuple[Kept, ...]) -> Table:
    rows = ((_day(each.since), each.card.told) for each in cards)
    return Table((Column("Asked"), Column("Question")), tuple(rows))


def _day(since: float) -> str:
    return f"{datetime.fromtimestamp(since, UTC):%Y-%m-%d}"


def _pages(page: int, last: int) -> tuple[Text, ...]:
    return (Text(f"Page {page} of {last}.", "quiet"),) if last > 1 else ()


def _turns(page: int, last: int) -> tuple[Step, ...]:
    back = (Step("Back", "kept", str(page - 1)),) if page > 1 else ()
    on = (Step("Next", "kept", str(page + 1)),) if page < last else ()
    return back + on

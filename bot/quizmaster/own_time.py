"""A night in one's own time: each gets the questions one after another, alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.asked_words import asked_blocks, asked_buttons
from bot.quiz.given import Given
from bot.quiz.refused import TAKEN_OUT, Refused
from bot.quiz.starting import told_close
from bot.quiz.wording import counted, place_of
from bot.quizmaster.answering import form_for, typed
from bot.quizmaster.player import GONE, told
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.quiz.night import Night
    from bot.quizmaster.player import Player
    from bot.request import Submission

_OWN = "own-"
"""Begins the steps of those who play so."""


async def play(player: Player, words: str) -> Reply:
    """In where he is not yet, and the first question that he has not answered."""
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    if night.is_without(player.user.platform, player.place.community):
        return told(TAKEN_OUT.why)
    if player.id in night.entrants:
        return _next(player, night)
    if night.rules.team_size:
        return told("This night is played in teams.", "Press Join, pick yours, then Play.")
    came = await player.nights.enter(player.night, player.entrant())
    return told(came.why) if isinstance(came, Refused) else _next(player, night)


async def give_own(player: Player, words: str) -> Reply:
    number, _, letter = words.partition(" ")
    return replace(await _give(player, number, letter), in_place=True)


async def own_form(player: Player, words: str) -> Reply:
    """A question that was answered meanwhile, from where the form left no button, goes on."""
    night = await player.nights.find(player.night)
    if night is None or player.id in night.given.get(words, {}):
        return GONE if night is None else replace(_next(player, night), in_place=True)
    return Reply(form=form_for(player.key(f"{_OWN}type {words}")), private=True)


async def take_own(player: Player, words: str, filled: Submission) -> Reply:
    text = typed(filled)
    if not text:
        return told("There is nothing in that answer.", "Press Play, and it is asked again.")
    return replace(await _give(player, words, text), in_place=True)


async def _give(player: Player, about: str, text: str) -> Reply:
    kept = await player.nights.give(player.night, Given(player.id, about, text, player.at))
    if isinstance(kept, Refused):
        return told(kept.why)
    night = await player.nights.find(player.night)
    return GONE if night is None else _next(player, night)


def _next(player: Player, night: Night) -> Reply:
    if night.head.phase != "playing":
        return told("That night is closed.", "Its board tells the answers.")
    left = [n for n in range(night.rules.normal) if player.id not in night.given.get(str(n), {})]
    closes = told_close(night, player.at)
    if not left:
        words = Text("The answers are told when it closes, to everybody at once.")
        return Reply("You have answered all of them.", (words, *closes), private=True)
    number = left[0]
    return Reply(
        place_of(night, number),
        (
            *asked_blocks(night, number, player.at),
            Text(f"{counted(len(left), 'question')} to go.", "quiet"),
            *closes,
        ),
        buttons=asked_buttons(night, number, prefix=_OWN),
        private=True,
    )


OWN_STEPS: dict[str, Callable[[Player, str], Awaitable[Reply]]] = {
    "play": play,
    f"{_OWN}give": give_own,
    f"{_OWN}type": own_form,
}
OWN_FORMS: dict[str, Callable[[Player, str, Submission], Awaitable[Reply]]] = {
    f"{_OWN}type": take_own,
}

"""Every step of whoever plays a quiz alone, by the first word of its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.keys import read_key
from bot.quiz.ready_made import YOUR_TRACK, of_track, ready_made
from bot.quizmaster.answering import form_for, typed
from bot.quizmaster.looking import answers_of, proof_of
from bot.quizmaster.plan import find_plan
from bot.quizmaster.plan_forms import track_form
from bot.quizmaster.plan_reading import read_track
from bot.quizmaster.player import player_of, told
from bot.quizmaster.solo import answered, begin_solo, go_on, stop
from bot.quizmaster.solo_drawing import draw_solo
from bot.reply import Reply
from bot.setting_fields import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.command import Stand
    from bot.quiz.night import Night
    from bot.quizmaster.player import Player
    from bot.request import Press, Submission

_GONE = told("That quiz is over.", "quiz rehearse begins another.")
_NOTHING = told("There is nothing in that answer.", "Press the button again; nothing is lost.")


async def take_solo_step(words: str, press: Press, stand: Stand) -> Reply:
    verb, _, rest = words.partition(" ")
    player = player_of(press, stand)
    if verb == "ready" and rest == YOUR_TRACK:
        return Reply(form=track_form(press.key), private=True)
    if verb == "ready":
        programme = ready_made(stand.book).get(rest)
        return _in_place(await begin_solo(programme, player) if programme else _GONE)
    if verb == "plan":
        plan = await find_plan(player)
        return _in_place(await begin_solo(plan.programme, player) if plan else _GONE)
    night = await _own(player)
    if night is None or verb not in STEPS:
        return _GONE
    reply = await STEPS[verb](night, player, rest)
    return reply if reply.form else _in_place(reply)


async def take_solo_form(submission: Submission, stand: Stand) -> Reply:
    verb, _, number = read_key(submission.key).words.partition(" ")
    player = player_of(submission, stand)
    if verb == "ready":
        return await _take_track(submission, player)
    night, text = await _own(player), typed(submission)
    if night is None:
        return _GONE
    return _in_place(await answered(night, player, number, text)) if text else _NOTHING


async def _take_track(submission: Submission, player: Player) -> Reply:
    try:
        track = read_track(submission.values.get("track", "").strip(), player.stand.book)
    except NotUnderstood as why:
        return told(str(why), "Press Your track again, and name another.")
    return _in_place(await begin_solo(of_track(track), player))


async def _own(player: Player) -> Night | None:
    """Only his own, and none that anybody else plays."""
    night = await player.nights.find(player.night)
    return night if night is not None and night.host == player.id else None


async def _give(night: Night, player: Player, words: str) -> Reply:
    number, _, letter = words.partition(" ")
    return await answered(night, player, number, letter)


async def _form(night: Night, player: Player, number: str) -> Reply:
    """Where it is answered already, the night goes on: a form may leave old buttons behind."""
    if night.head.phase != "asking" or str(night.head.number) != number:
        return draw_solo(night, player)
    return Reply(form=form_for(player.key(f"type {number}", "solo")), private=True)


async def _proof(night: Night, player: Player, number: str) -> Reply:
    """With the way back, as it stands in the place of the question."""
    if int(number) not in night.revealed:
        return draw_solo(night, player)
    back = player.button("Back", "show", "solo")
    return replace(proof_of(night, int(number)), buttons=(back,))


async def _answers(night: Night, player: Player, words: str) -> Reply:
    back = player.button("Back", "show", "solo")
    return replace(answers_of(night, "solo"), buttons=(back,))


async def _show(night: Night, player: Player, words: str) -> Reply:
    return draw_solo(night, player)


def _in_place(reply: Reply) -> Reply:
    return reply if reply.form else replace(reply, in_place=True)


STEPS: dict[str, Callable[[Night, Player, str], Awaitable[Reply]]] = {
    "give": _give,
    "type": _form,
    "next": go_on,
    "proof": _proof,
    "answers": _answers,
    "show": _show,
    "stop": stop,
}

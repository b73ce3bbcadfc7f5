"""A night played alone, question by question, in private and in place; no table counts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.codes import new_code
from bot.quiz.choosing import TooFew
from bot.quiz.given import Given
from bot.quiz.marker import marked
from bot.quiz.night import Night
from bot.quiz.order import following, unmarked
from bot.quiz.refused import Refused
from bot.quiz.steps import Asked, Ended
from bot.quizmaster.opening import too_few
from bot.quizmaster.plan import begin_plan, show_plan
from bot.quizmaster.plan_packs import chosen
from bot.quizmaster.solo_drawing import draw_solo
from bot.reply import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.quiz.programme import Programme
    from bot.quiz.steps import Step
    from bot.quizmaster.player import Player
    from bot.reply import Reply


async def begin_solo(programme: Programme, player: Player) -> Reply:
    """No joker, wager, team or clock: one player, driven by his own presses."""
    rules = replace(
        programme.rules, team_size=0, bonus=False, joker=False, wager=False, moves="host"
    )
    wished = replace(programme, rules=rules)
    questions = await chosen(wished, player)
    if isinstance(questions, Text):
        return await show_plan(await begin_plan(wished, player), questions)
    if isinstance(questions, TooFew):
        return await too_few(await begin_plan(wished, player), questions)
    night = Night(
        new_code(), programme.title, rules, questions, player.id, host_name=player.user.name
    )
    player = replace(player, night=night.id)
    await player.nights.begin(night, ())
    await player.nights.enter(night.id, player.entrant(shows_name=True))
    return await go_on(night, player, "")


async def answered(night: Night, player: Player, number: str, text: str) -> Reply:
    """Given, closed, marked and told at once."""
    given = await player.nights.give(night.id, Given(player.id, number, text, player.at))
    if isinstance(given, Refused):
        return draw_solo(night, player)
    night = await _taken(night, player, "asking", _next)
    for each in unmarked(night):
        night = await _taken(night, player, "locked", _marking(player, each))
    return draw_solo(await _taken(night, player, "locked", _next), player)


async def go_on(night: Night, player: Player, words: str) -> Reply:
    """To the next question, or to the end."""
    for phase in ("gathering", "locked", "revealed", "round"):
        if night.head.phase == phase:
            night = await _taken(night, player, phase, _next)
    return draw_solo(night, player)


async def stop(night: Night, player: Player, words: str) -> Reply:
    return draw_solo(await _taken(night, player, "", lambda _, at: Ended(at=at)), player)


async def _taken(
    night: Night, player: Player, phase: str, plan: Callable[[Night, float], Step | None]
) -> Night:
    """After a step, where the night is still where it is taken from: two presses are one."""

    def planned(now: Night) -> Step | None:
        return plan(now, player.at) if phase in ("", now.head.phase) else None

    after = await player.nights.take(night.id, planned)
    return night if after is None or isinstance(after, Refused) else after


def _next(night: Night, at: float) -> Step | None:
    """Without a clock: a question is open until it is answered."""
    step = following(night, at)
    return replace(step, until=None) if isinstance(step, Asked) else step


def _marking(player: Player, number: int) -> Callable[[Night, float], Step | None]:
    def plan(night: Night, at: float) -> Step | None:
        is_open = number in unmarked(night)
        return marked(night, number, player.stand.book, at) if is_open else None

    return plan

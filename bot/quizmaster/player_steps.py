"""Every step that whoever plays can take, by the first word of its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.keys import read_key
from bot.quizmaster.answering import (
    answer_form,
    give_letter,
    play_joker,
    take_answer,
    take_wager,
    wager_form,
)
from bot.quizmaster.joining import join, show_name, take_team, team_form
from bot.quizmaster.looking import show_answers, show_mine, show_proof, show_rules, show_scores
from bot.quizmaster.own_time import OWN_FORMS, OWN_STEPS
from bot.quizmaster.player import GONE, player_of
from bot.quizmaster.protesting import protest_form, take_protest
from bot.quizmaster.season import show_season

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.command import Stand
    from bot.quizmaster.player import Player
    from bot.reply import Reply
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Player, str], Awaitable[Reply]]"
FormStep: TypeAlias = "Callable[[Player, str, Submission], Awaitable[Reply]]"


async def take_player_step(words: str, press: Press, stand: Stand) -> Reply:
    verb, _, rest = words.partition(" ")
    return await STEPS[verb](player_of(press, stand), rest) if verb in STEPS else GONE


async def take_player_form(submission: Submission, stand: Stand) -> Reply:
    verb, _, rest = read_key(submission.key).words.partition(" ")
    if verb not in FORMS:
        return GONE
    return await FORMS[verb](player_of(submission, stand), rest, submission)


STEPS: dict[str, Step] = {
    "join": join,
    "team": team_form,
    "named": show_name,
    "give": give_letter,
    "type": answer_form,
    "joker": play_joker,
    "wager": wager_form,
    "proof": show_proof,
    "protest": protest_form,
    "mine": show_mine,
    "scores": show_scores,
    "answers": show_answers,
    "season": show_season,
    "help": show_rules,
    **OWN_STEPS,
}

FORMS: dict[str, FormStep] = {
    "team": take_team,
    "type": take_answer,
    "wager": take_wager,
    "protest": take_protest,
    **OWN_FORMS,
}

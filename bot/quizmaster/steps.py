"""Every press and form of a quiz night, by the verb of its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.packdesk.steps import take_pack_form, take_pack_step
from bot.quizmaster.daily_desk import take_daily_form, take_daily_step
from bot.quizmaster.host_steps import take_host_form, take_host_step
from bot.quizmaster.plan_steps import take_plan_form, take_plan_step
from bot.quizmaster.player import GONE
from bot.quizmaster.player_steps import take_player_form, take_player_step
from bot.quizmaster.solo_steps import take_solo_form, take_solo_step

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.reply import Reply
    from bot.request import Press, Submission


async def take_quiz_step(verb: str, words: str, press: Press, stand: Stand) -> Reply:
    match verb:
        case "quiz":
            return await take_player_step(words, press, stand)
        case "host":
            return await take_host_step(words, press, stand)
        case "solo":
            return await take_solo_step(words, press, stand)
        case "pack":
            return await take_pack_step(press, stand)
        case "daily":
            return await take_daily_step(words, press, stand)
        case _:
            return await take_plan_step(words, press, stand)


async def take_quiz_form(verb: str, submission: Submission, stand: Stand) -> Reply:
    match verb:
        case "quiz":
            return await take_player_form(submission, stand)
        case "host":
            return await take_host_form(submission, stand)
        case "solo":
            return await take_solo_form(submission, stand)
        case "plan":
            return await take_plan_form(submission, stand)
        case "pack":
            return await take_pack_form(submission, stand)
        case "daily":
            return await take_daily_form(submission, stand)
        case _:
            return GONE

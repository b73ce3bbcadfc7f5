"""Every step from a wish for a quiz night to its open doors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.keys import read_key
from bot.quiz.choosing import fitting
from bot.quiz.keys import button
from bot.quiz.ready_made import YOUR_TRACK, of_track, ready_made
from bot.quizmaster.opening import open_night
from bot.quizmaster.plan import begin_plan, find_plan, keep, show_plan
from bot.quizmaster.plan_forms import about_form, extras_form, rounds_form, track_form
from bot.quizmaster.plan_packs import pack_form, take_pack
from bot.quizmaster.plan_reading import filled_in, read_track
from bot.quizmaster.plan_start import STARTS, read_start, start_form
from bot.quizmaster.player import player_of, told
from bot.quizmaster.solo import begin_solo
from bot.reply import Reply, Text
from bot.setting_fields import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.command import Stand
    from bot.quiz.keys import Verb
    from bot.quiz.programme import Programme
    from bot.quizmaster.plan import Plan
    from bot.quizmaster.player import Player
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Plan, str], Awaitable[Reply]]"

_TOO_OLD = told("That plan is too old to be found.", "quiz new begins another.")
_NOTHING_LOST = Text("All else is kept as you filled it in.", "quiet")


async def take_plan_step(words: str, press: Press, stand: Stand) -> Reply:
    verb, _, rest = words.partition(" ")
    host = player_of(press, stand)
    if verb == "list":
        return replace(list_nights(host, "plan"), in_place=True)
    if verb == "ready":
        return await _ready(rest, press.key, host)
    plan = await find_plan(host)
    if plan is None or verb not in STEPS:
        return _TOO_OLD
    reply = await STEPS[verb](plan, rest)
    return reply if reply.form else replace(reply, in_place=True)


async def take_plan_form(submission: Submission, stand: Stand) -> Reply:
    host = player_of(submission, stand)
    if read_key(submission.key).words.startswith("ready"):
        return await _take_track(submission, host)
    plan = await find_plan(host)
    if plan is None:
        return _TOO_OLD
    if read_key(submission.key).words == "pack":
        return replace(await take_pack(plan, submission), in_place=True)
    programme, faults = _filled_in(plan, submission.values)
    notes = tuple(Text(fault, "caution") for fault in faults)
    plan = await keep(plan, programme)
    reply = await show_plan(plan, *notes, *((_NOTHING_LOST,) if notes else ()))
    return replace(reply, in_place=True)


def _filled_in(plan: Plan, values: Mapping[str, str]) -> tuple[Programme, tuple[str, ...]]:
    if STARTS not in values:
        return filled_in(plan.programme, values, plan.host.stand.book)
    try:
        zone = plan.host.stand.preferences.zone
        starts = read_start(values[STARTS], zone, plan.host.at)
    except NotUnderstood as why:
        return plan.programme, (str(why),)
    return replace(plan.programme, starts=starts), ()


async def plan_of_options(host: Player, options: Mapping[str, str]) -> Reply:
    """The plan as the command's options say; without any, the nights that are ready."""
    if not options:
        return list_nights(host, "plan")
    ready = ready_made(host.stand.book)["mixed"]
    programme, faults = filled_in(ready, options, host.stand.book)
    programme = replace(programme, title=_titled(programme.about(), programme.title))
    plan = await begin_plan(programme, host)
    return await show_plan(plan, *(Text(fault, "caution") for fault in faults))


def list_nights(host: Player, verb: Verb) -> Reply:
    """Those that are ready; a first press picks one."""
    nights = ready_made(host.stand.book)
    buttons = [button(each.title, f"ready {key}", "", verb) for key, each in nights.items()]
    buttons.insert(-1, button("Your track", f"ready {YOUR_TRACK}", "", verb))
    if verb == "plan":
        title, word = "Which night shall it be?", "Each can be changed before it opens."
    else:
        title, word = (
            "A quiz for you alone: about what?",
            "Nobody else sees it, and nothing counts.",
        )
    return Reply(title, (Text(word),), buttons=tuple(buttons), private=True)


async def _ready(which: str, key: str, host: Player) -> Reply:
    if which == YOUR_TRACK:
        return Reply(form=track_form(key), private=True)
    programme = ready_made(host.stand.book).get(which)
    if programme is None:
        return _TOO_OLD
    return replace(await show_plan(await begin_plan(programme, host)), in_place=True)


async def _take_track(filled: Submission, host: Player) -> Reply:
    try:
        track = read_track(filled.values.get("track", "").strip(), host.stand.book)
    except NotUnderstood as why:
        return told(str(why), "Press Your track again, and name another.")
    return replace(await show_plan(await begin_plan(of_track(track), host)), in_place=True)


async def _also(plan: Plan, words: str) -> Reply:
    """Another community's channel, lent by it, shows the night too; or no more."""
    also = plan.programme.also
    changed = tuple(each for each in also if each != words) if words in also else (*also, words)
    return await show_plan(await keep(plan, replace(plan.programme, also=changed)))


async def _alone(plan: Plan, words: str) -> Reply:
    return await begin_solo(plan.programme, plan.host)


async def _fit(plan: Plan, words: str) -> Reply:
    rules = fitting(plan.programme.rules, int(words))
    return await show_plan(await keep(plan, replace(plan.programme, rules=rules)))


def _titled(about: str, otherwise: str) -> str:
    return about[:60] if about[0].isupper() or about[0].isdigit() else otherwise


def _form(reply: Callable[[Plan], object]) -> Step:
    async def step(plan: Plan, words: str) -> Reply:
        return Reply(form=reply(plan), private=True)  # type: ignore[arg-type]

    return step


async def _show(plan: Plan, words: str) -> Reply:
    return await show_plan(plan)


STEPS: dict[str, Step] = {
    "show": _show,
    "rounds": _form(rounds_form),
    "extras": _form(extras_form),
    "about": _form(about_form),
    "start": _form(lambda plan: start_form(plan.form_key("start"))),
    "also": _also,
    "fit": _fit,
    "open": open_night,
    "pack": pack_form,
    "alone": _alone,
}

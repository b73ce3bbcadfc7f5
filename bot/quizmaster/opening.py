"""The doors open: questions are chosen, and every channel of the night gets its board."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.codes import new_code
from bot.desk.telling import target_words
from bot.quiz.choosing import TooFew
from bot.quiz.given import Head
from bot.quiz.night import Night
from bot.quiz.nights import Board
from bot.quizmaster.booth import Booth, shown
from bot.quizmaster.plan import linked_channels, may_open, show_plan
from bot.quizmaster.plan_packs import chosen
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.channel import Destination
    from bot.quiz.rules import Rules
    from bot.quizmaster.plan import Plan
    from bot.quizmaster.player import Player

_OWN_TIME = 48 * 3600
"""Seconds for which a night is open that each plays in his own time."""

_RECENT = 5
_NOT_HERE = Text("A night is opened by a moderator, in the channel that shall show it.", "caution")
_GOING_ON = Text("A night is on in this channel; it ends before another opens.", "caution")


async def open_night(plan: Plan, words: str) -> Reply:
    host = plan.host
    if not may_open(host):
        return await show_plan(plan, _NOT_HERE)
    if await _is_on(plan):
        return await show_plan(plan, _GOING_ON)
    places = tuple([each async for each in _places(plan)])
    rules = _as_played(plan.programme.rules, is_linked=len(places) > 1)
    programme = replace(plan.programme, rules=rules)
    questions = await chosen(programme, host, await _asked(host, places))
    if isinstance(questions, Text):
        return await show_plan(plan, questions)
    if isinstance(questions, TooFew):
        return await too_few(plan, questions)
    night = Night(
        new_code(),
        programme.title,
        rules,
        questions,
        host.id,
        host.user.name,
        host.place.community,
        host.stand.preferences.zone,
        Head(until=_start(plan)),
    )
    await host.nights.begin(night, tuple(_boards(night, places)))
    booth = Booth(night, replace(host, night=night.id))
    return await shown(booth, booth)


async def _asked(host: Player, places: tuple[Destination, ...]) -> frozenset[str]:
    """What any community that plays has met in a night or day by day, as far as it remembers."""
    dailies, asked = host.stand.dailies, frozenset[str]()
    for to in {(to.platform, to.community): to for to in places}.values():
        there = await host.stand.kept.of_channel(to.platform, to.community, to.channel)
        since = host.at - there.remembered
        day = datetime.fromtimestamp(since, UTC).date()
        asked |= await host.nights.asked(to.platform, to.community, since)
        asked |= await dailies.asked(to.platform, to.community, day) if dailies else frozenset()
    return asked


def _as_played(rules: Rules, *, is_linked: bool) -> Rules:
    """One platform tells its players sooner than another; in one's own time there is no order."""
    if rules.own_time:
        return replace(rules, seconds=_OWN_TIME, bonus=False, joker=False, wager=False)
    if rules.bonus and is_linked:
        return replace(rules, bonus=False, bonus_off=True)
    return rules


def _start(plan: Plan) -> float | None:
    """A time that went by while the night was planned is the host's to open it."""
    starts = plan.programme.starts
    return starts if starts and starts > plan.host.at else None


async def too_few(plan: Plan, few: TooFew) -> Reply:
    """How many there are, and what fits them."""
    told = Text(
        f"I can ask {few.found} such questions here, and this night needs {few.wanted}.", "caution"
    )
    page = await show_plan(plan, told)
    if not few.found:
        return page
    fit = plan.button(f"Make it fit {few.found}", f"fit {few.found}")
    return replace(page, buttons=(fit, *page.buttons))


async def _is_on(plan: Plan) -> bool:
    host = plan.host
    here = host.user.platform, host.place.community
    for night in await host.nights.recent(*here, _RECENT):
        if night.head.phase != "over" and not night.is_without(*here):
            boards = await host.nights.boards(night.id)
            if any(each.to == host.here for each in boards):
                return True
    return False


async def _places(plan: Plan) -> AsyncIterator[Destination]:
    """Here first, then those of other communities that lent theirs."""
    yield plan.host.here
    for target in await linked_channels(plan.host):
        if target_words(target) in plan.programme.also:
            yield target.to


def _boards(night: Night, places: tuple[Destination, ...]) -> Iterator[Board]:
    for number, to in enumerate(places):
        yield Board(night.id, to, f"quiz{night.id}{number}", is_host=number == 0)

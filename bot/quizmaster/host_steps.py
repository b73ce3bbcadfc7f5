"""Every step that a host can take, by the first word of its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.keys import read_key
from bot.quiz.points import draw_points
from bot.quiz.sides import host_words
from bot.quizmaster.booth import Booth, find_booth, shown
from bot.quizmaster.doubting import NOTICED, may_settle, settle, show_doubts
from bot.quizmaster.hosting import end, go_on, hand_over, pause, resume, show, skip, take_over
from bot.quizmaster.inviting import invite
from bot.quizmaster.judging import decide, rule, show_log, show_marking, show_protests
from bot.quizmaster.linking import show_links, unlink
from bot.quizmaster.moving import move_form, take_move
from bot.quizmaster.panel import panel_view
from bot.quizmaster.player import GONE, player_of, told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.command import Stand
    from bot.quizmaster.player import Player
    from bot.reply import Reply
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Booth, str], Awaitable[Reply]]"

_OVER = "over"
_OF_DOUBTS = ("doubts", "settle")
_ON_PANEL = 25


async def take_host_step(words: str, press: Press, stand: Stand) -> Reply:
    verb, _, rest = words.partition(" ")
    booth = await find_booth(player_of(press, stand))
    if booth is None or (verb not in STEPS and verb not in (_OVER, NOTICED)):
        return GONE
    if verb == NOTICED:  # in the moderators' channel, where the post stays for the others
        return await show_doubts(booth, "") if await _may_see(booth) else await _not_his(booth)
    if verb in _OF_DOUBTS and await may_settle(booth):
        return _in_place(await STEPS[verb](booth, rest))
    if verb == _OVER and await _may_take_over(booth):
        return _in_place(await take_over(booth, rest))
    if not booth.is_his:
        return await _not_his(booth)
    return _in_place(await STEPS.get(verb, show)(booth, rest))


async def take_host_form(submission: Submission, stand: Stand) -> Reply:
    booth = await find_booth(player_of(submission, stand))
    if booth is None or read_key(submission.key).words != "move":
        return GONE
    return _in_place(await take_move(booth, submission)) if booth.is_his else await _not_his(booth)


async def open_booth(host: Player) -> Reply:
    """The panel brought back; to a moderator who is not the host, the way to it."""
    booth = await find_booth(host)
    if booth is None:
        return GONE
    return await shown(booth, booth) if booth.is_his else await _not_his(booth)


async def _not_his(booth: Booth) -> Reply:
    who = host_words(booth.night, booth.host.here)
    if not await _may_take_over(booth):
        return told(f"{booth.night.title} is hosted by {who}.", "What you can do is on its board.")
    return told(
        f"{booth.night.title} is hosted by {who}.",
        "You moderate here, so you can go on in their place.",
        buttons=(booth.button("Take over", _OVER),),
    )


async def _may_see(booth: Booth) -> bool:
    """What is in doubt: who may settle it; and when it is over, all who moderate it."""
    is_over = booth.night.head.phase == "over"
    return await may_settle(booth) or (is_over and await _may_take_over(booth))


async def _may_take_over(booth: Booth) -> bool:
    """Moderators of a community that shows the night, and nobody else."""
    host = booth.host
    here = (host.user.platform, host.place.community)
    if not host.user.may_moderate or booth.night.is_without(*here):
        return False
    boards = await host.nights.boards(booth.night.id)
    return any((each.to.platform, each.to.community) == here for each in boards)


async def _scores(booth: Booth, words: str) -> Reply:
    table = draw_points(booth.night, booth.host.here, _ON_PANEL)
    return panel_view(f"{booth.night.title}: all scores", booth.night, table)


def _in_place(reply: Reply) -> Reply:
    return reply if reply.form else replace(reply, in_place=True)


STEPS: dict[str, Step] = {
    "show": show,
    "next": go_on,
    "skip": skip,
    "pause": pause,
    "resume": resume,
    "end": end,
    "move": move_form,
    "hand": hand_over,
    "marking": show_marking,
    "rule": rule,
    "protests": show_protests,
    "decide": decide,
    "doubts": show_doubts,
    "settle": settle,
    "scores": _scores,
    "log": show_log,
    "invite": invite,
    "links": show_links,
    "unlink": unlink,
}

"""The quiz command: what is on here, and every way into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.packdesk.desk import FOR_MODERATORS, Desk
from bot.packdesk.showing import list_packs
from bot.quiz.gathering import join_button
from bot.quiz.starting import start_of, told_start
from bot.quiz.wording import rules_in_words
from bot.quizmaster.daily_desk import at_daily
from bot.quizmaster.host_steps import open_booth
from bot.quizmaster.inviting import join_by_code
from bot.quizmaster.joining import join
from bot.quizmaster.looking import show_scores
from bot.quizmaster.plan_steps import list_nights, plan_of_options
from bot.quizmaster.player import Player, told
from bot.quizmaster.season import show_season
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.command import Stand
    from bot.quiz.night import Night
    from bot.request import Request

Way: TypeAlias = "Callable[[Player, Mapping[str, str]], Awaitable[Reply]]"

_RECENT = 10
_NOTHING_ON = "No quiz night is on here."
_FOR_MODERATORS = told(
    "A quiz night is made by a moderator.", "quiz rehearse is for everybody: a quiz for you alone."
)


async def at_counter(request: Request, stand: Stand) -> Reply:
    options = {name: text.strip() for name, text in request.options.items() if text.strip()}
    what, _, rest = options.pop("what", "").casefold().partition(" ")
    if rest and what == "join":  # as it is typed where a command is a line of words
        options = {"code": rest, **options}
    player = Player("", request.user, request.place, stand, stand.now())
    if not what and not options:
        return await _what_is_on(player)
    if what and what not in WAYS:
        return told(f"A quiz has no “{what}”.", f"It has {', '.join(WAYS)}.")
    return await WAYS[what or "new"](player, options)


async def _what_is_on(player: Player) -> Reply:
    """Alone with Spotter one plays at once; elsewhere it is told what is on."""
    if player.place.direct or not player.place.community:
        return list_nights(player, "solo")
    night = await _latest(player)
    alone = list_nights(player, "solo")
    if night is None:
        word = "quiz new makes one." if player.user.may_moderate else "A moderator makes one."
        return replace(alone, title=_NOTHING_ON, blocks=(Text(word), Text(alone.title)))
    label, step, _ = join_button(night)
    at_night = replace(player, night=night.id)
    buttons = [at_night.button(label, step), at_night.button("Scores", "scores")]
    if night.host == player.id or player.user.may_moderate:
        buttons.append(at_night.button("Host panel", "show", "host"))
    return Reply(
        f"{night.title} is {'planned' if start_of(night) else 'on'}.",
        (Text(rules_in_words(night.rules)), *told_start(night, player.at)),
        buttons=tuple(buttons),
        private=True,
    )


async def _new(player: Player, options: Mapping[str, str]) -> Reply:
    if player.place.community and not player.user.may_moderate:
        return _FOR_MODERATORS
    return await plan_of_options(player, options)


async def _join(player: Player, options: Mapping[str, str]) -> Reply:
    """The night that is on here; by a code one of another community."""
    if code := options.get("code"):
        return await join_by_code(player, code)
    night = await _latest(player)
    if night is None:
        return told(_NOTHING_ON)
    at_night = replace(player, night=night.id)
    if not night.rules.team_size:
        return await join(at_night, "")
    button = at_night.button("Pick a team", "team")
    return told(f"{night.title} is played in teams.", buttons=(button,))


async def _host(player: Player, options: Mapping[str, str]) -> Reply:
    night = await _latest(player)
    return await open_booth(replace(player, night=night.id)) if night else told(_NOTHING_ON)


async def _scores(player: Player, options: Mapping[str, str]) -> Reply:
    """Of the night that is on, else of the last one."""
    night = await _latest(player, is_over_too=True)
    if night is None:
        return told("No quiz night was played here yet.")
    return await show_scores(replace(player, night=night.id), "")


async def _season(player: Player, options: Mapping[str, str]) -> Reply:
    return await show_season(player, options.get("seasons", ""))


async def _rehearse(player: Player, options: Mapping[str, str]) -> Reply:
    return await plan_of_options(player, options) if options else list_nights(player, "solo")


async def _packs(player: Player, options: Mapping[str, str]) -> Reply:
    desk = Desk(player.user, player.place, player.stand)
    return await list_packs(desk) if player.user.may_moderate else FOR_MODERATORS


async def _daily(player: Player, options: Mapping[str, str]) -> Reply:
    return await at_daily(player)


async def _help(player: Player, options: Mapping[str, str]) -> Reply:
    return Reply(
        "Quiz nights: questions made from the record book, every answer with its proof.",
        (Fields(tuple(_USES.items())),),
        private=True,
    )


async def _latest(player: Player, *, is_over_too: bool = False) -> Night | None:
    here = player.user.platform, player.place.community
    nights = await player.nights.recent(*here, _RECENT)
    on_here = (n for n in nights if n.head.phase != "over" and not n.is_without(*here))
    on = next(on_here, None)
    return on or (nights[0] if nights and is_over_too else None)


_USES = {
    "quiz": "What is on here",
    "quiz new": "Plan a night and open it in this channel (moderators)",
    "quiz join": "Come in, also in the middle; with a code, play another community's night here",
    "quiz host": "The host's panel, whenever it is needed",
    "quiz scores": "The points of the night that is on, or of the last one",
    "quiz season": "The table of all nights of this year, or of another",
    "quiz rehearse": "A quiz for you alone; nothing of it counts",
    "quiz packs": "Questions of your own: bring them, have them looked over (moderators)",
    "quiz daily": "A question a day in this channel, and who is right day after day",
}

WAYS: dict[str, Way] = {
    "new": _new,
    "join": _join,
    "host": _host,
    "scores": _scores,
    "season": _season,
    "rehearse": _rehearse,
    "packs": _packs,
    "daily": _daily,
    "help": _help,
}

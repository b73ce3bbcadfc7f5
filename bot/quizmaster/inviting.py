"""Communities play together: the host gives a code, a moderator elsewhere enters it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.quiz.nights import Board
from bot.quiz.refused import Refused
from bot.quiz.sides import platform_name
from bot.quiz.steps import Linked
from bot.quizmaster.panel import panel_view
from bot.quizmaster.player import told
from bot.reply import Fields, Text
from bot.when import moment_at

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quizmaster.booth import Booth
    from bot.quizmaster.player import Player
    from bot.reply import Reply

INVITED_WITHIN = 24 * 3600.0
"""Seconds for which a code leads to its night, if that is not over before."""

_TYPED = "Look at its letters again, or ask its host for another; a code holds for a day."


async def invite(booth: Booth, words: str) -> Reply:
    """A code, and who plays along so far."""
    host, night = booth.host, booth.night
    until, zone = host.at + INVITED_WITHIN, host.stand.preferences.zone
    code = await host.nights.invite(night.id, until)
    boards = await host.nights.boards(night.id)
    return panel_view(
        f"The code is {code[:5]}-{code[5:]}.",
        night,
        (
            Text(f"A moderator elsewhere, also on the other platform, types: quiz join {code}"),
            Text("The night then has a board in that channel too, and all play one game."),
            *((_NO_BONUS,) if night.rules.bonus else ()),
            Text(f"It is shown in {_places(boards)}.", "quiet"),
            Fields((("The code holds until", moment_at(until, zone, host.at)),)),
        ),
    )


async def join_by_code(player: Player, code: str) -> Reply:
    """The night gets a board in the channel where a moderator enters its code."""
    if not player.user.may_moderate:
        return told("A community takes part when one of its moderators enters the code.")
    if not player.place.channel or player.place.direct:
        return told("Enter the code in the channel that shall show the night.")
    key = await player.nights.invited(code, player.at)
    night = await player.nights.find(key) if key else None
    if night is None:
        return told("That code leads to no night.", _TYPED)
    if night.head.phase == "over":
        return told(f"{night.title} is over.")
    return await _take_part(player, night)


async def _take_part(player: Player, night: Night) -> Reply:
    if night.is_without(player.user.platform, player.place.community):
        return told(f"The host of {night.title} has taken this community out of it.")
    boards = await player.nights.boards(night.id)
    if any(board.to == player.here for board in boards):
        return told(f"{night.title} is shown in this channel already.")
    linked = await player.nights.take(night.id, lambda _: Linked(at=player.at, who=player.id))
    if linked is None or isinstance(linked, Refused):
        return told(f"{night.title} is over.")
    mark = f"quiz{night.id}{secrets.token_hex(2)}"
    await player.nights.keep_board(Board(night.id, player.here, mark))
    return told(
        f"{night.title} comes to this channel.",
        "Its board is on the way; everybody here can join.",
        "If none comes, let me write in this channel: it comes with the night's next step.",
        "Names of players here cross to others only where they say so themselves;"
        " its host is shown the name of this channel.",
    )


def _places(boards: tuple[Board, ...]) -> str:
    platforms = [platform_name(board.to.platform) for board in boards]
    counted = {name: platforms.count(name) for name in dict.fromkeys(platforms)}
    shown = [f"{count} on {name}" for name, count in counted.items()]
    return f"{len(boards)} channel{'s' * (len(boards) != 1)}: {', '.join(shown)}"


_NO_BONUS = Text(
    "As soon as one takes part there is no bonus for speed: one platform tells its players sooner"
    " than another.",
    "caution",
)

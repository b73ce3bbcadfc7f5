"""Coming in: alone, or into a team that is picked, begun or found by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.refused import Refused
from bot.quiz.sides import platform_name
from bot.quizmaster.player import GONE, told
from bot.reply import Choice, Field, Form, Reply

if TYPE_CHECKING:
    from bot.quiz.entrant import Entrant
    from bot.quiz.night import Night
    from bot.quizmaster.player import Player
    from bot.request import Submission

LONGEST_TEAM = 40
"""Characters; a phone shows that many in a row of the board."""

_NAME, _TEAM = "name", "team"
_NEW, _ANY = "+", "?"
_POOL = "Team Pool"
_MOST_CHOICES = 23


async def join(player: Player, words: str) -> Reply:
    earlier = await player.nights.entrant(player.night, player.id)
    shows = earlier is not None and earlier.shows_name
    return await _enter(player, player.entrant(earlier.team if earlier else "", shows_name=shows))


async def show_name(player: Player, words: str) -> Reply:
    """The name beside those of other platforms too, or no more."""
    earlier = await player.nights.entrant(player.night, player.id)
    if earlier is None:
        return await join(player, words)
    return await _enter(player, player.entrant(earlier.team, shows_name=words == "yes"))


async def team_form(player: Player, words: str) -> Reply:
    """Teams with room to pick from, or the name of a new one."""
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    mine = night.entrants.get(player.id)
    if mine is not None and night.head.number >= 0:
        return await join(player, words)
    fields = (_pick(night), Field(_NAME, "Name of a new team", "", required=False, longest=40))
    return Reply(form=Form(player.key("team"), "Join a team", fields), private=True)


async def take_team(player: Player, words: str, filled: Submission) -> Reply:
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    name = " ".join(filled.values.get(_NAME, "").split())[:LONGEST_TEAM]
    picked = filled.values.get(_TEAM, _ANY).strip()
    if picked == _NEW and not name:
        return told("A new team needs a name.", "Press Join again, and give it one.")
    team = _with_room(night) if picked == _ANY and not name else name or picked
    return await _enter(player, player.entrant(_as_written(night, team)))


async def come_in_late(player: Player) -> Reply:
    """Who answers without being in comes in, and plays from the next question on."""
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    if night.rules.team_size:
        return told("This night is played in teams.", "Press Join, and pick yours.")
    return await _enter(player, player.entrant())


async def _enter(player: Player, entrant: Entrant) -> Reply:
    came = await player.nights.enter(player.night, entrant)
    if isinstance(came, Refused):
        return told(came.why)
    boards = await player.nights.boards(player.night)
    is_linked = len({(each.to.platform, each.to.community) for each in boards}) > 1
    return _receipt(player, came, is_linked=is_linked)


def _receipt(player: Player, came: Entrant, *, is_linked: bool) -> Reply:
    title = f"You play for {came.team}." if came.team else f"You are in, {came.name}."
    words = []
    if came.since > 0:
        words.append(f"Question {came.since + 1} of the night is the first that is yours.")
    if not is_linked or came.team:
        return told(title, *words)
    if came.shows_name:
        words.append("Everybody sees your name, on other platforms too.")
        return told(title, *words, buttons=(player.button("Hide it elsewhere", "named no"),))
    words.append(f"Others than those here see you as “a player on {platform_name(came.platform)}”.")
    return told(title, *words, buttons=(player.button("Show my name everywhere", "named yes"),))


def _pick(night: Night) -> Field:
    size = night.rules.team_size
    open_ = [mates[0].team for mates in night.sides.values() if len(mates) < size]
    choices = (
        Choice("Any team that has room", _ANY),
        Choice("A new one, named below", _NEW),
        *(Choice(team, team) for team in open_[:_MOST_CHOICES]),
    )
    return Field(_TEAM, "Your team", _ANY, kind="choice", choices=choices)


def _as_written(night: Night, team: str) -> str:
    """A team that is there, whatever letters it was typed in."""
    names = (mates[0].team for mates in night.sides.values())
    return next((name for name in names if name.casefold() == team.casefold()), team)


def _with_room(night: Night) -> str:
    """The smallest team that has room, or one for all who came alone."""
    size = night.rules.team_size
    sizes = sorted((len(mates), mates[0].team) for mates in night.sides.values())
    if sizes and sizes[0][0] < size:
        return sizes[0][1]
    pools = sum(name.startswith(_POOL) for _, name in sizes)
    return f"{_POOL} {pools + 1}" if pools else _POOL

"""Sides by the names that a board may show: nobody's name crosses to others against his will."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.channel import Destination
    from bot.quiz.entrant import Entrant
    from bot.quiz.night import Night

PLATFORMS = {"discord": "Discord", "slack": "Slack", "console": "the console"}


def side_name(night: Night, side: str, to: Destination) -> str:
    """A team by its name; a player by his own among his own, elsewhere where he agrees."""
    captain = night.captain(side)
    if captain.team:
        return captain.team
    return player_name(night, captain, to)


def player_name(night: Night, entrant: Entrant, to: Destination) -> str:
    """Whose community was taken out is named to nobody else, whatever he agreed to before."""
    crosses = entrant.shows_name and entrant.belongs_to not in night.head.without
    if crosses or _is_of(entrant, to):
        return entrant.name
    return f"a player on {platform_name(entrant.platform)}"


def host_words(night: Night, to: Destination) -> str:
    platform = night.host.split(" ", 1)[0]
    is_his = (platform, night.host_community) == (to.platform, to.community)
    if night.host_name and is_his:
        return night.host_name
    return f"somebody on {platform_name(platform)}"


def platform_name(key: str) -> str:
    return PLATFORMS.get(key, key.capitalize())


def _is_of(entrant: Entrant, to: Destination) -> bool:
    return (entrant.platform, entrant.community) == (to.platform, to.community)

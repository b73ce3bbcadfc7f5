"""A night among a server's scheduled events: once, moved with it, started and ended with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.marks import sign_of
from adapters.discord.words import escape_within, shorten
from adapters.inert import inert
from bot.channel import NotPosted

if TYPE_CHECKING:
    from discord.http import HTTPClient

    from bot.channel import Destination, Occasion

LONGEST_NAME, LONGEST_DESCRIPTION = 100, 1000

_ELSEWHERE, _MEMBERS = 3, 2
"""The kind of event that is in no voice channel; and for whom it is."""

_PLANNED, _ON, _OVER, _CALLED_OFF = 1, 2, 3, 4

_MAY_NOT = "It is not among the server's events: that takes the permission Create Events."


async def list_occasion(http: HTTPClient, own_id: int, to: Destination, occasion: Occasion) -> None:
    """Look for it first: an attempt before may have listed it."""
    if not to.community.isdecimal():
        return
    server = int(to.community)
    try:
        found = await _find(http, server, own_id, occasion)
        if occasion.stage == "planned":
            await _plan(http, server, found, _told(to, occasion))
        elif found:
            await _go_on(http, server, found, occasion)
    except discord.Forbidden as refusal:
        raise NotPosted(_MAY_NOT) from refusal


async def _find(
    http: HTTPClient, server: int, own_id: int, occasion: Occasion
) -> dict[str, Any] | None:
    """One of ours that bears the mark; Discord tells of those alone that are not over."""
    sign = sign_of(occasion.mark)
    for event in await http.get_scheduled_events(server, with_user_count=False) or ():
        is_ours = event.get("creator_id") == str(own_id)
        if is_ours and sign in (event.get("description") or ""):
            return dict(event)
    return None


async def _plan(
    http: HTTPClient, server: int, found: dict[str, Any] | None, told: dict[str, Any]
) -> None:
    if found and found["status"] == _ON:  # it began by its old time, and goes back no more
        await http.edit_scheduled_event(server, found["id"], status=_OVER)
        found = None
    if found is None:
        await http.create_guild_scheduled_event(server, **told)
    elif any(_as_moment(found.get(name)) != _as_moment(told[name]) for name in told):
        await http.edit_scheduled_event(server, found["id"], **told)


async def _go_on(http: HTTPClient, server: int, found: dict[str, Any], occasion: Occasion) -> None:
    """Discord starts one by itself when it is time; one that never began is called off."""
    ended = _OVER if found["status"] == _ON else _CALLED_OFF
    status = _ON if occasion.stage == "on" else ended
    if status != found["status"]:
        await http.edit_scheduled_event(server, found["id"], status=status)


def _told(to: Destination, occasion: Occasion) -> dict[str, Any]:
    words = escape_within(occasion.words, LONGEST_DESCRIPTION - len(sign_of(occasion.mark)))
    first, newline, rest = words.partition("\n")
    return {
        "name": shorten(inert(occasion.title), LONGEST_NAME),
        "description": f"{first}{sign_of(occasion.mark)}{newline}{rest}",
        "scheduled_start_time": _written(occasion.begins),
        "scheduled_end_time": _written(occasion.ends),
        "privacy_level": _MEMBERS,
        "entity_type": _ELSEWHERE,
        "entity_metadata": {
            "location": f"https://discord.com/channels/{to.community}/{to.channel}"
        },
    }


def _written(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()


def _as_moment(told: object) -> object:
    """Discord writes the same moment in its own way."""
    try:
        return datetime.fromisoformat(told) if isinstance(told, str) else told
    except ValueError:
        return told

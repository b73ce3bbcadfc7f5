"""recap: a race told from the rows, for moderators to arrange, sign and post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option, Stand

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _recap(request: Request, stand: Stand) -> Reply:
    from bot.desk.drafting import list_recaps, open_recap  # slow to load, and few need it

    race = request.options.get("race", "").strip()
    if race:
        return await open_recap(race, request.user, request.place, stand)
    return await list_recaps(request.user, request.place, stand)


RECAP = Command(
    "recap",
    "Draft, arrange and post the recap of a race",
    _recap,
    (Option("race", "A race, the latest first; without it, the recaps here", kind="race"),),
    for_moderators=True,
    private=True,
)

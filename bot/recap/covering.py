"""A recap as a channel gets it: what is told openly there, what is covered, what stays untold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.preferences import OPEN
from bot.recap.showing import show_recap
from bot.reply import Button, Reply, Text

if TYPE_CHECKING:
    from bot.recap.draft import Draft
    from bot.recap.recap import Recap

UNOFFICIAL = "UNOFFICIAL · inspection pending"
OWN_FIGURE = "with a moderator's figure"


def show_draft(draft: Draft, recap: Recap, spoilers: str = OPEN) -> Reply:
    """Exactly what a channel with that way of telling results gets."""
    is_open = spoilers == OPEN
    reply = show_recap(recap, spoiler_safe=not is_open)
    status = () if draft.official else (Text(UNOFFICIAL, "caution"),)
    footer = f"{reply.footer}, {OWN_FIGURE}" if draft.anyway else reply.footer
    buttons = (Button("Full result", f"ask:full results of {draft.race}"),) if is_open else ()
    return replace(reply, blocks=(*status, *reply.blocks), footer=footer, buttons=buttons)

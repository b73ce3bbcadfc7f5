"""A recap as a channel gets it: what is told openly there, what is covered, what stays untold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.channel import Post
from bot.preferences import OPEN, Preferences
from bot.recap.copies import UNCOVER
from bot.recap.showing import show_recap
from bot.reply import Button, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.recap.draft import Draft, Target
    from bot.recap.recap import Key, Recap

UNOFFICIAL = "UNOFFICIAL · inspection pending"
OWN_FIGURE = "with a moderator's figure"

_NOTHING: Mapping[Key, str] = {}


def show_draft(
    draft: Draft, recap: Recap, spoilers: str = OPEN, struck: Mapping[Key, str] = _NOTHING
) -> Reply:
    """Exactly what a channel with that way of telling results gets.

    What was told before and is wrong stands struck through after the block that tells it now.
    """
    is_open = spoilers == OPEN
    reply = show_recap(recap, spoiler_safe=not is_open, struck=struck)
    status = () if draft.official else (Text(UNOFFICIAL, "caution"),)
    footer = f"{reply.footer}, {OWN_FIGURE}" if draft.anyway else reply.footer
    buttons = (Button("Full result", f"ask:full results of {draft.race}"),) if is_open else ()
    return replace(reply, blocks=(*status, *reply.blocks), footer=footer, buttons=buttons)


def cover(
    recap: Recap, target: Target, draft: Draft, mark: str, struck: Mapping[Key, str] = _NOTHING
) -> Post:
    """The post for one channel; roles are those of the draft's own community."""
    is_own = (target.to.platform, target.to.community) == (draft.platform, draft.community)
    reply = show_draft(draft, recap, target.spoilers, struck)
    post = Post(reply, mark, roles=draft.roles if is_own else ())
    match Preferences(spoilers=target.spoilers).spoiler_mode:
        case "tagged":
            return replace(post, cover=Button("Show the result", f"{UNCOVER}:{mark}:"))
        case "thread":
            return replace(post, thread=recap.safe_title)
        case _:
            return post

"""An answer for the asker alone, where that is preferred and the platform can."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.phrasing import noted
from bot.preferences import PRIVATE

if TYPE_CHECKING:
    from bot.preferences import Preferences
    from bot.reply import Reply
    from bot.request import Place


def as_chosen(reply: Reply, place: Place, preferences: Preferences) -> Reply:
    """With words that say so, where it is told how the question was read."""
    if preferences.answers != PRIVATE or place.direct or not place.whispers or reply.form:
        return reply
    whose = preferences.chosen_by["answers"]
    said = "for you alone, as you chose" if whose == "person" else "for you alone, as is usual here"
    return noted(replace(reply, private=True), said)

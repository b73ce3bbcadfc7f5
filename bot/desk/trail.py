"""Who did what to a recap, and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.desk.changing import phrase_done
from bot.reply import Column, Reply, Table, Text

if TYPE_CHECKING:
    from bot.desk.desk import Desk

_SHOWN = 20
_COLUMNS = (Column("When"), Column("What"))


async def show_trail(desk: Desk) -> Reply:
    """The latest first."""
    history = await desk.stand.newsroom.drafts.history(desk.draft.id)
    zone = ZoneInfo(desk.stand.preferences.zone)
    rows = tuple(
        (f"{datetime.fromtimestamp(done.at, zone):%Y-%m-%d %H:%M}", phrase_done(done, history))
        for done in reversed(history)
    )
    more = len(rows) - _SHOWN
    return Reply(
        f"Who did what to the recap of {desk.recap().race.title}",
        (
            Table(_COLUMNS, rows[:_SHOWN]),
            *((Text(f"And {more} before that.", "quiet"),) if more > 0 else ()),
            Text(f"Times are of {desk.stand.preferences.zone}.", "quiet"),
        ),
        buttons=(desk.button("Back", "show"),),
        private=True,
    )

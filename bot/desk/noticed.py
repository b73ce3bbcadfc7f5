"""What the buttons in the moderators' channel open: for whoever presses, alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.corrections import show_corrections
from bot.desk.panel import show_panel
from bot.recap.noticing import LOOK, SEE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.desk.desk import Desk
    from bot.reply import Reply


async def _look(desk: Desk) -> Reply:
    return await show_panel(_now(desk))


async def _see(desk: Desk) -> Reply:
    return await show_corrections(_now(desk))


def _now(desk: Desk) -> Desk:
    """The post there shows nothing of the draft, so he has seen no version of it yet."""
    return replace(desk, seen=desk.draft.version)


NOTICED: dict[str, Callable[[Desk], Awaitable[Reply]]] = {LOOK: _look, SEE: _see}

"""The crew that tells the followed channels of one platform what happens in a race."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.crew import Crew
from bot.raceday.following import Following, follow_kind
from bot.raceday.telling import Telling
from bot.store.jobs import LEASE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.channel import Channel
    from bot.race_control import RaceControl
    from bot.store.opening import Shelf


@asynccontextmanager
async def following(
    platform: str,
    channel: Channel,
    shelf: Shelf,
    control: RaceControl,
    lease: float = LEASE,
    now: Callable[[], float] = time.time,
) -> AsyncIterator[None]:
    """Watch and tell as long as the block lasts; without a live desk only what is put already."""
    trades = {follow_kind(platform): Telling(shelf.preferences, channel, now)}
    crew = Crew(shelf.jobs, shelf.radio, trades, at_once=2, lease=lease)
    watching = Following(platform, shelf.preferences, shelf.jobs, control, now)
    tasks = [asyncio.create_task(crew.work())]
    if control.desk is not None:
        tasks.append(asyncio.create_task(watching.run()))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)

"""Whole nights, read from their rows: what cannot change any more is read once a process."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.quiz.night import with_entrants
from bot.quiz.night_json import read_set_up, read_step
from bot.quiz.refused import Refused
from bot.quiz.taking import take
from bot.store.quiz_rows import read_entrant, read_given, snapshot, stand
from bot.store.tables import quiz as quizzes
from bot.store.tables import quiz_given as givens
from bot.store.tables import quiz_player as players
from bot.store.tables import quiz_step as steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.quiz.given import Given
    from bot.quiz.night import Night
    from bot.quiz.rules import Rules

_REMEMBERED = 64
"""Nights; those that were looked at last."""


@dataclass(frozen=True, slots=True)
class Found:
    """A night whole, and by which rows it is so."""

    night: Night
    steps: int = 0
    beat: float = 0.0
    entries: int = -1
    rewritten: int = 0
    closed: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)  # changes no more


class NightReader:
    """Who asks for a night while it is read waits for the next reading, with all who do."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._known: OrderedDict[str, Found] = OrderedDict()
        self._reading: dict[str, asyncio.Task[Found | None]] = {}
        self._next: dict[str, asyncio.Task[Found | None]] = {}

    async def find(self, key: str) -> Found | None:
        """As it is now or later, whatever was kept before this was called among it."""
        waiting = self._next.get(key)
        if waiting is None:
            before = self._reading.get(key)
            waiting = self._next[key] = asyncio.create_task(self._after(before, key))
        return await asyncio.shield(waiting)

    async def rules(self, key: str) -> Rules | None:
        """What they let a player give never changes; only the bonus for speed may go."""
        found = self._known.get(key) or await self.find(key)
        return found.night.rules if found else None

    async def _after(self, before: asyncio.Task[Any] | None, key: str) -> Found | None:
        if before is not None:
            await asyncio.wait((before,))
        self._reading[key] = self._next.pop(key)  # whoever comes from now on waits for another
        try:
            return await self._read(key)
        finally:
            if key not in self._next:
                del self._reading[key]

    async def _read(self, key: str) -> Found | None:
        async with snapshot(self._engine) as connection:
            row = await stand(connection, key)
            if row is None:
                self._known.pop(key, None)
                return None
            known = self._known.get(key)
            if known is None or known.rewritten != row.rewritten:
                known = await _as_begun(connection, row)
            found = await _brought_up(connection, row, known)
        self._known[key] = found
        self._known.move_to_end(key)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found


async def _as_begun(connection: AsyncConnection, row: Row[Any]) -> Found:
    set_up = select(quizzes.c.set_up).where(quizzes.c.id == row.id)
    night = read_set_up((await connection.execute(set_up)).scalar_one())
    return Found(night, rewritten=row.rewritten)


async def _brought_up(connection: AsyncConnection, row: Row[Any], known: Found) -> Found:
    """The night with what has come in, and the steps that were taken, since it was known."""
    night = known.night
    if row.entries != known.entries:
        came = await connection.execute(select(players).where(players.c.night == row.id))
        night = with_entrants(night, map(read_entrant, came))
    night = replace(night, given=await _given(connection, row.id, known))
    if row.steps > known.steps:
        night = await _stepped(connection, row, night, known.steps)
    closed = {about: night.given[about] for about in _closed(night) if about in night.given}
    return Found(night, row.steps, row.beat, row.entries, row.rewritten, closed)


async def _given(
    connection: AsyncConnection, key: str, known: Found
) -> Mapping[str, Mapping[str, Given]]:
    which = givens.c.night == key, givens.c.about.not_in(known.closed)
    given: dict[str, Mapping[str, Given]] = dict(known.closed)
    opened: dict[str, dict[str, Given]] = {}
    for each in map(read_given, await connection.execute(select(givens).where(*which))):
        opened.setdefault(each.about, {})[each.player] = each
    return given | opened


async def _stepped(connection: AsyncConnection, row: Row[Any], night: Night, taken: int) -> Night:
    """What was given by the last of the steps is known already: closed questions change no more."""
    later = steps.c.night == row.id, steps.c.number >= taken
    kept = await connection.execute(select(steps).where(*later).order_by(steps.c.number))
    for each in kept:
        after = take(read_step(each.kind, each.step), night)
        if isinstance(after, Refused):
            raise ValueError(f"step {each.number} of the night {row.id} is refused: {after.why}")  # noqa: TRY004 - no type is wrong
        night = after
    return night


def _closed(night: Night) -> list[str]:
    """What nobody can answer any more."""
    head = night.head
    phase = night.before if head.phase == "paused" else head.phase
    if phase == "playing":
        return []
    is_open = head.number if phase == "asking" else -1
    return [str(number) for number in night.open if number != is_open]

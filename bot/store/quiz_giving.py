"""Players come in and give: many in one transaction, each held against the night as it is then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.quiz.beating import with_time_back
from bot.quiz.entrant import Entrant
from bot.quiz.given import Given, refuse
from bot.quiz.night import enrolled
from bot.quiz.nights import GONE
from bot.quiz.refused import NOT_IN, Refused
from bot.store.quiz_rows import (
    locked,
    read_entrant,
    read_given,
    read_head,
    write_entrant,
    write_given,
)
from bot.store.tables import quiz as quizzes
from bot.store.tables import quiz_given as givens
from bot.store.tables import quiz_player as players

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from sqlalchemy import ColumnElement, Insert, Table
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.given import Head
    from bot.quiz.rules import Rules

Ask: TypeAlias = "Entrant | Given"
Told: TypeAlias = "Entrant | Given | Refused"

_SOONER = 0.001
"""Seconds by which who came in first for a team is told from the next, whatever clocks say."""


@dataclass(slots=True)
class _Room:
    """As much of a night as those who ask in this moment are held against."""

    rules: Rules
    head: Head
    beat: float
    entrants: dict[str, Entrant]  # who asks, and his mates
    given: dict[tuple[str, str], Given]  # by player, then about
    came: dict[str, Entrant] = field(default_factory=dict)
    gave: dict[tuple[str, str], Given] = field(default_factory=dict)

    def answer(self, ask: Ask) -> Told:
        return self._enter(ask) if isinstance(ask, Entrant) else self._give(ask)

    def _enter(self, entrant: Entrant) -> Entrant | Refused:
        mates, earlier = self._mates(entrant), self.entrants.get(entrant.id)
        if mates:
            entrant = replace(entrant, at=max(entrant.at, mates[-1].at + _SOONER))
        came = enrolled(self.rules, self.head, entrant, mates, earlier)
        if isinstance(came, Entrant):
            self.entrants[came.id] = self.came[came.id] = came
        return came

    def _give(self, given: Given) -> Given | Refused:
        entrant = self.entrants.get(given.player)
        if entrant is None:
            return NOT_IN
        head = with_time_back(self.head, self.beat, given.at)
        before = self.given.get((given.player, given.about))
        leads = not entrant.team or self._mates(entrant)[0] == entrant
        refused = refuse(head, self.rules, entrant, given, before, leads=leads)
        if refused is not None:
            return refused
        self.given[given.player, given.about] = self.gave[given.player, given.about] = given
        return given

    def _mates(self, entrant: Entrant) -> tuple[Entrant, ...]:
        """Those in his team, in order of coming in."""
        if not entrant.team:
            return ()
        mates = (each for each in self.entrants.values() if each.team == entrant.team)
        return tuple(sorted(mates, key=lambda each: (each.at, each.id)))


async def answer_all(
    connection: AsyncConnection, key: str, rules: Rules, asks: Sequence[Ask]
) -> tuple[list[Told], bool]:
    """What each is told, in the order in which they asked; and whether anybody came in.

    A step of the night waits until all of this is kept, and after it nothing more is.
    """
    is_shared = not any(isinstance(ask, Entrant) for ask in asks)
    row = await locked(connection, key, shared=is_shared)
    if row is None:
        return [GONE] * len(asks), False
    entrants = await _entrants(connection, key, asks, in_teams=bool(rules.team_size))
    given = await _given(connection, key, asks)
    room = _Room(rules, read_head(row), row.beat, entrants, given)
    told = [room.answer(ask) for ask in asks]
    if room.came:
        rows = [write_entrant(key, each) for each in room.came.values()]
        await connection.execute(_latest(connection, players), rows)
        counted = update(quizzes).where(quizzes.c.id == key).values(entries=row.entries + 1)
        await connection.execute(counted)
    if room.gave:
        gave = [write_given(key, each) for each in room.gave.values()]
        await connection.execute(_latest(connection, givens), gave)
    return told, bool(room.came)


async def _entrants(
    connection: AsyncConnection, key: str, asks: Sequence[Ask], *, in_teams: bool
) -> dict[str, Entrant]:
    """Those who ask, and all of the teams that they are in or want to be in."""
    asking = {ask.id if isinstance(ask, Entrant) else ask.player for ask in asks}
    which: ColumnElement[bool] = players.c.player.in_(asking)
    if in_teams:
        wanted = {ask.team for ask in asks if isinstance(ask, Entrant) and ask.team}
        theirs = select(players.c.team).where(players.c.night == key, which, players.c.team != "")
        which = or_(which, players.c.team.in_(wanted), players.c.team.in_(theirs))
    rows = await connection.execute(select(players).where(players.c.night == key, which))
    return {each.id: each for each in map(read_entrant, rows)}


async def _given(
    connection: AsyncConnection, key: str, asks: Sequence[Ask]
) -> dict[tuple[str, str], Given]:
    gives = [ask for ask in asks if isinstance(ask, Given)]
    if not gives:
        return {}
    rows = await connection.execute(
        select(givens).where(
            givens.c.night == key,
            givens.c.about.in_({each.about for each in gives}),
            givens.c.player.in_({each.player for each in gives}),
        )
    )
    return {(each.player, each.about): each for each in map(read_given, rows)}


def _latest(connection: AsyncConnection, table: Table) -> Insert:
    """An insert that takes the place of what is there; each database has its own."""
    dialect: ModuleType = postgresql if connection.dialect.name == "postgresql" else sqlite
    kept, keys = dialect.insert(table), tuple(table.primary_key.columns)
    values = {each.name: kept.excluded[each.name] for each in table.c if not each.primary_key}
    latest: Insert = kept.on_conflict_do_update(index_elements=keys, set_=values)
    return latest

"""Quiz nights as rows: where a night stands, its players, what they gave, its boards."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.channel import Destination
from bot.quiz.entrant import Entrant
from bot.quiz.given import Given, Head
from bot.quiz.nights import Board
from bot.store.tables import quiz as quizzes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_HEAD = ("phase", "number", "round", "until", "among", "without")
_ENTRANT = ("platform", "key", "name", "community", "since", "team", "at", "shows_name")
_GIVEN = ("player", "about", "text", "at")

STANDS = tuple(quizzes.c[name] for name in (*_HEAD, "id", "steps", "beat", "entries", "rewritten"))
"""Where a night stands, without what never changes."""


@asynccontextmanager
async def snapshot(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Everything that is read in it is of one moment."""
    async with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execution_options(isolation_level="REPEATABLE READ")
        else:
            await connection.exec_driver_sql("begin")
        yield connection


async def stand(connection: AsyncConnection, key: str) -> Row[Any] | None:
    return (await connection.execute(select(*STANDS).where(quizzes.c.id == key))).one_or_none()


async def locked(connection: AsyncConnection, key: str, *, shared: bool = False) -> Row[Any] | None:
    """Where it stands until the transaction ends; those who share it wait for nobody but steps."""
    if connection.dialect.name == "sqlite" and not await is_writing(connection):
        await connection.exec_driver_sql("begin immediate")
    found = select(*STANDS).where(quizzes.c.id == key).with_for_update(read=shared)
    return (await connection.execute(found)).one_or_none()


async def is_writing(connection: AsyncConnection) -> bool:
    """Whether SQLite has begun a transaction, which Python's does by itself at the first change."""
    raw = await connection.get_raw_connection()
    return bool(raw.driver_connection and raw.driver_connection.in_transaction)


def read_head(row: Row[Any]) -> Head:
    among, without = tuple(row.among), tuple(row.without)
    return Head(row.phase, row.number, row.round, row.until, among, without)


def write_head(head: Head) -> dict[str, Any]:
    kept = {name: getattr(head, name) for name in _HEAD}
    return kept | {"among": list(head.among), "without": list(head.without)}


def read_entrant(row: Row[Any]) -> Entrant:
    return Entrant(**{name: getattr(row, name) for name in _ENTRANT})


def write_entrant(night: str, entrant: Entrant) -> dict[str, Any]:
    kept = {name: getattr(entrant, name) for name in _ENTRANT}
    return {"night": night, "player": entrant.id, **kept}


def read_given(row: Row[Any]) -> Given:
    return Given(row.player, row.about, row.text, row.at)


def write_given(night: str, given: Given) -> dict[str, Any]:
    return {"night": night, **{name: getattr(given, name) for name in _GIVEN}}


def read_board(row: Row[Any]) -> Board:
    to = Destination(row.platform, row.community, row.channel)
    return Board(row.night, to, row.mark, row.message, row.drawn, row.is_host)


def write_board(board: Board) -> dict[str, Any]:
    to = board.to
    where = {"platform": to.platform, "community": to.community, "channel": to.channel}
    kept = {name: getattr(board, name) for name in ("mark", "night", "message", "drawn", "is_host")}
    return where | kept

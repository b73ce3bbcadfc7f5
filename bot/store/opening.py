"""Opens the store, brought up to date by its migrations before anybody uses it."""

from __future__ import annotations

import os
import stat
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, event, inspect, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.cards import StoredCards
from bot.store.installations import Installations
from bot.store.likings import Likings
from bot.store.seals import Seal
from bot.store.seen import Seen
from bot.store.states import States
from bot.store.tables import REVISION
from bot.store.talks import StoredTalks
from knowledge.book.opening import book_home

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FILE = "bot.db"
_OWNER_ONLY = 0o600

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
_DRIVERS["postgres"] = _DRIVERS["postgresql"]

_MIGRATING = 7_236_001
"""The advisory lock under which one process at a time migrates; any number that is ours alone."""


def store_url(home: Path | None = None) -> str:
    """Where the store is: DATABASE_URL, or a file beside the record book."""
    chosen = os.environ.get("DATABASE_URL")
    return chosen or f"sqlite:///{(home or book_home()) / FILE}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that is kept."""

    cards: StoredCards
    seen: Seen
    installations: Installations
    states: States
    likings: Likings
    talks: StoredTalks


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[StoredCards]:
    """The cards of the store at a URL; an old store is migrated, a missing one is made."""
    async with open_shelf(url) as shelf:
        yield shelf.cards


@asynccontextmanager
async def open_shelf(url: str, key: str = "") -> AsyncIterator[Shelf]:
    """Everything in the store at a URL; a key seals the tokens in it."""
    engine = _engine(url)
    try:
        async with engine.begin() as connection:
            if not await connection.run_sync(_is_current):
                await connection.run_sync(_migrate)
        cards, talks = StoredCards(engine), StoredTalks(engine)
        await cards.forget_old()
        await talks.begin()
        installations = Installations(engine, Seal(key))
        await installations.seal_all()
        seen, states = Seen(engine), States(engine)
        yield Shelf(cards, seen, installations, states, Likings(engine), talks)
    finally:
        await engine.dispose()


def _engine(url: str) -> AsyncEngine:
    parsed = make_url(url)
    name = parsed.drivername.partition("+")[0]
    engine = create_async_engine(parsed.set(drivername=_DRIVERS.get(name, name)))
    if name == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            _make_private(Path(parsed.database))
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _make_private(file: Path) -> None:
    """It holds tokens and what people asked; SQLite gives the files beside it the same mode."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=_OWNER_ONLY)
    for each in (file, *file.parent.glob(f"{file.name}-*")):
        if stat.S_IMODE(each.stat().st_mode) & ~_OWNER_ONLY:
            each.chmod(_OWNER_ONLY)


def _prepare_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401 - of the driver's own type
    """Readers beside a writer, and no wait for the disk but what a killed process needs."""
    cursor = connection.cursor()
    for pragma in ("journal_mode = wal", "synchronous = normal", "busy_timeout = 5000"):
        cursor.execute(f"pragma {pragma}")
    cursor.close()


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    held = connection.execute(text("select version_num from alembic_version"))
    return held.scalars().all() == [REVISION]


def _migrate(connection: Connection) -> None:
    from alembic import command  # a sixth of the process's memory, and needed once in a while
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

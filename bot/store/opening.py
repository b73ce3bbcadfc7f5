"""Opens the store, brought up to date by its migrations before anybody uses it."""

from __future__ import annotations

import os
import stat
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from sqlalchemy import Connection, event, inspect, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.radio import OwnRadio
from bot.store.cards import StoredCards
from bot.store.communities import Communities
from bot.store.dailies import StoredDailies
from bot.store.installations import Installations
from bot.store.jobs import Jobs
from bot.store.preferences import StoredPreferences
from bot.store.quiz_packs import StoredPacks
from bot.store.quizzes import StoredNights
from bot.store.recap_links import StoredLinks
from bot.store.recap_posts import RecapPosts
from bot.store.recaps import StoredDrafts
from bot.store.seals import Seal
from bot.store.seen import Seen
from bot.store.standing_answers import StoredAnswers
from bot.store.states import States
from bot.store.tables import REVISION
from bot.store.talks import StoredTalks
from bot.store.wide_radio import WideRadio
from knowledge.book.opening import book_home

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.radio import Radio

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


_OWN_RADIOS: WeakValueDictionary[str, OwnRadio] = WeakValueDictionary()
"""By the store's URL: each platform of one process opens it for itself."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that is kept."""

    cards: StoredCards
    seen: Seen
    installations: Installations
    states: States
    talks: StoredTalks
    preferences: StoredPreferences
    radio: Radio
    jobs: Jobs
    recap_posts: RecapPosts
    drafts: StoredDrafts
    links: StoredLinks
    nights: StoredNights
    packs: StoredPacks
    dailies: StoredDailies
    answers: StoredAnswers
    communities: Communities


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[StoredCards]:
    """The cards of the store at a URL; an old store is migrated, a missing one is made."""
    async with open_shelf(url) as shelf:
        yield shelf.cards


@asynccontextmanager
async def open_shelf(url: str, key: str = "") -> AsyncIterator[Shelf]:
    """Everything in the store at a URL; a key seals the tokens in it."""
    engine = make_engine(url)
    is_shared = engine.dialect.name == "postgresql"
    radio = WideRadio(engine) if is_shared else _OWN_RADIOS.setdefault(url, OwnRadio())
    try:
        async with engine.begin() as connection:
            await connection.run_sync(bring_up_to_date)
        shelf = _shelf(engine, radio, Seal(key))
        await shelf.cards.forget_old()
        await shelf.answers.forget_old()
        await shelf.jobs.forget_old()
        await shelf.talks.begin()
        await shelf.installations.seal_all()
        async with shelf.preferences.kept_fresh():
            yield shelf
        await shelf.talks.end()
    finally:
        if isinstance(radio, WideRadio):
            await radio.close()
        await engine.dispose()


def _shelf(engine: AsyncEngine, radio: Radio, seal: Seal) -> Shelf:
    jobs = Jobs(engine, radio)
    talks, preferences = StoredTalks(engine), StoredPreferences(engine, radio)
    return Shelf(
        StoredCards(engine),
        Seen(engine),
        Installations(engine, seal),
        States(engine),
        talks,
        preferences,
        radio,
        jobs,
        RecapPosts(engine, jobs, radio),
        StoredDrafts(engine, jobs),
        StoredLinks(engine),
        StoredNights(engine, jobs, radio),
        StoredPacks(engine),
        StoredDailies(engine, jobs),
        StoredAnswers(engine),
        Communities(engine, preferences, talks),
    )


def make_engine(url: str) -> AsyncEngine:
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
    for pragma in ("busy_timeout = 5000", "journal_mode = wal", "synchronous = normal"):
        cursor.execute(f"pragma {pragma}")
    cursor.close()


def bring_up_to_date(connection: Connection) -> None:
    """Migrate where that is needed; of several processes that start at once, one does."""
    if read_revision(connection) == REVISION:
        return
    lock(connection)
    if read_revision(connection) != REVISION:
        migrate(connection)


def read_revision(connection: Connection) -> str:
    """The latest migration that the store has; nothing where there is no store yet."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("select version_num from alembic_version")).scalar() or ""


def lock(connection: Connection) -> None:
    """Keep all others from making or migrating tables until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    else:
        connection.exec_driver_sql("begin immediate")  # Python's sqlite3 begins too late


def migrate(connection: Connection, revision: str = "head") -> None:
    from alembic import command  # a sixth of the process's memory, and needed once in a while
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)

"""A backup holds everything and goes back into either database; what cannot be is refused."""

from __future__ import annotations

import stat
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.card import Card
from bot.store.backup import BackupRefused, restore_backup, write_backup
from bot.store.installations import Installed
from bot.store.jobs import Task
from bot.store.opening import lock, make_engine, migrate, open_shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARD = Card("discord", "1", "track", ("heim", "what about '24?", "Suárez"), date(2026, 2, 15))
INSTALLED = Installed("slack", "app", "T1", "xoxb-of-T1", "B1", "U1", "chat:write")
POST = Task("post", "darlington", {"race": "2026-12", "to": ["#racing"]}, time.time() + 600)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/other/bot.db"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "spotter.backup"


async def fill(url: str) -> str:
    async with open_shelf(url) as shelf:
        await shelf.installations.save(INSTALLED)
        await shelf.jobs.put(POST)
        return await shelf.cards.keep(CARD)


async def is_whole(url: str, key: str) -> None:
    async with open_shelf(url) as shelf:
        assert await shelf.cards.find(key) == CARD
        assert await shelf.installations.find("slack", "app", "T1") == INSTALLED
        assert await shelf.jobs.state("post", "darlington") == ("open", "")
        assert await shelf.jobs.move("post", "darlington", 1.0)
        job = await shelf.jobs.claim(["post"])
        assert job
        assert job.task.work == POST.work


async def test_what_waited_in_a_backup_may_have_been_done_since(url: str, backup: Path) -> None:
    await fill(url)
    await write_backup(url, backup)
    await restore_backup(url, backup, force=True)

    async with open_shelf(url) as shelf:
        assert await shelf.jobs.move("post", "darlington", 1.0)
        job = await shelf.jobs.claim(["post"])
    assert job
    assert job.attempt == 2


async def test_a_backup_of_either_database_goes_back_into_the_other(
    sqlite_url: str, shared_url: str, backup: Path, tmp_path: Path
) -> None:
    key = await fill(sqlite_url)
    assert await write_backup(sqlite_url, backup) == 3
    assert await restore_backup(shared_url, backup) == 3
    there, again, back = tmp_path / "there", tmp_path / "again", f"sqlite:///{tmp_path}/back.db"
    await write_backup(shared_url, there)
    await restore_backup(back, there)
    await write_backup(back, again)

    assert again.read_bytes() == there.read_bytes()
    await is_whole(shared_url, key)
    await is_whole(back, key)


async def test_a_store_that_is_not_empty_is_replaced_only_by_force(url: str, backup: Path) -> None:
    key = await fill(url)
    await write_backup(url, backup)
    async with open_shelf(url) as shelf:
        later = await shelf.cards.keep(CARD)

    with pytest.raises(BackupRefused, match="not empty; --force"):
        await restore_backup(url, backup)
    async with open_shelf(url) as shelf:
        assert await shelf.cards.find(later) == CARD

    await restore_backup(url, backup, force=True)
    async with open_shelf(url) as shelf:
        assert await shelf.cards.find(later) is None
    await is_whole(url, key)


async def test_the_tables_of_an_older_spotter_are_migrated_on_the_way_back(
    url: str, sqlite_url: str, backup: Path
) -> None:
    engine = make_engine(sqlite_url)
    async with engine.begin() as connection:
        await connection.run_sync(lock)
        await connection.run_sync(migrate, "likings")
        await connection.execute(text("insert into event (key, taken) values ('Ev1', 1)"))
    await engine.dispose()

    await write_backup(sqlite_url, backup)
    await restore_backup(url, backup)

    async with open_shelf(url) as shelf:
        assert not await shelf.seen.is_new("Ev1")
        assert await shelf.jobs.put(POST)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole.replace(b"xoxb-of-T1", b"xoxb-of-T2"),
        lambda whole: b"\n".join(whole.split(b"\n")[:-2]),
        lambda whole: whole + whole,
        lambda whole: b"PK\x03\x04 something else altogether",
        lambda whole: b'{"format": "of others"}\n',
        lambda whole: b"[]\n",
        lambda whole: b"",
    ],
    ids="cut changed endless doubled foreign unknown bare empty".split(),
)
async def test_a_damaged_file_is_refused_and_nothing_is_changed(
    url: str, backup: Path, damage: Callable[[bytes], bytes]
) -> None:
    key = await fill(url)
    await write_backup(url, backup)
    backup.write_bytes(damage(backup.read_bytes()))

    with pytest.raises(BackupRefused, match="damaged"):
        await restore_backup(url, backup, force=True)
    await is_whole(url, key)


async def test_what_a_newer_spotter_kept_is_refused(
    url: str, sqlite_url: str, backup: Path
) -> None:
    await fill(sqlite_url)
    engine = make_engine(sqlite_url)
    await write_backup(sqlite_url, backup)
    async with engine.begin() as connection:
        await connection.execute(text("update alembic_version set version_num = 'of tomorrow'"))
    await engine.dispose()
    with pytest.raises(BackupRefused, match="The store is of a newer Spotter"):
        await restore_backup(sqlite_url, backup, force=True)

    await write_backup(sqlite_url, backup)
    with pytest.raises(BackupRefused, match="The backup is of a newer Spotter"):
        await restore_backup(url, backup)


async def test_a_file_that_cannot_be_read_and_a_store_that_is_not_there_are_said(
    url: str, backup: Path
) -> None:
    with pytest.raises(BackupRefused, match="cannot be read"):
        await restore_backup(url, backup)
    with pytest.raises(BackupRefused, match="There is no store yet"):
        await write_backup(url, backup)

    assert not list(backup.parent.glob("spotter*"))


async def test_nobody_else_can_read_a_backup(url: str, backup: Path) -> None:
    await fill(url)
    await write_backup(url, backup)

    assert stat.S_IMODE(backup.stat().st_mode) == 0o600

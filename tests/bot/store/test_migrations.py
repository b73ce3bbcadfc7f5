"""The migrations make the tables that the code uses, and leave those alone that are there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import text

import bot.store
from bot.store.opening import make_engine, open_store
from bot.store.tables import REVISION, metadata


async def test_the_migrated_store_has_the_tables_that_the_code_writes(url: str) -> None:
    async with open_store(url):
        pass
    engine = make_engine(url)
    async with engine.connect() as connection:
        differences = await connection.run_sync(
            lambda each: compare_metadata(MigrationContext.configure(each), metadata)
        )
        (version,) = (
            await connection.execute(text("select version_num from alembic_version"))
        ).one()
    await engine.dispose()

    assert differences == []
    assert version == REVISION


def test_the_latest_migration_is_the_one_that_a_store_is_held_against() -> None:
    migrations = Path(bot.store.__path__[0]) / "migrations"

    assert ScriptDirectory(str(migrations)).get_heads() == [REVISION]


async def test_a_store_of_another_migration_is_not_used_as_it_is(url: str) -> None:
    async with open_store(url):
        pass
    engine = make_engine(url)
    async with engine.begin() as connection:
        await connection.execute(text("update alembic_version set version_num = 'of tomorrow'"))
    await engine.dispose()

    with pytest.raises(CommandError, match="of tomorrow"):
        async with open_store(url):
            pass


def test_alembic_is_loaded_by_the_first_start_only(tmp_path: Path) -> None:
    opened = """
import asyncio, sys
from bot.store.opening import open_store

async def main():
    async with open_store(sys.argv[1]):
        print("alembic" in sys.modules)

asyncio.run(main())
"""
    starting = [sys.executable, "-c", opened, f"sqlite:///{tmp_path}/bot.db"]

    said = [subprocess.run(starting, capture_output=True, check=True).stdout for _ in range(2)]

    assert said == [b"True\n", b"False\n"]

"""The migrations make the tables that the code uses, and leave those alone that are there."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.store.opening import _engine, open_store
from bot.store.tables import metadata


async def test_the_migrated_store_has_the_tables_that_the_code_writes(url: str) -> None:
    async with open_store(url):
        pass
    engine = _engine(url)
    async with engine.connect() as connection:
        differences = await connection.run_sync(
            lambda each: compare_metadata(MigrationContext.configure(each), metadata)
        )
        (version,) = (
            await connection.execute(text("select version_num from alembic_version"))
        ).one()
    await engine.dispose()

    assert differences == []
    assert version == "events"

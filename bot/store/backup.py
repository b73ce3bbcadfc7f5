"""A backup: every row of the store in one file, which either database takes back."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Date, MetaData, Table, insert, select, text, update

from bot.store.jobs import OPEN
from bot.store.opening import lock, make_engine, migrate, read_revision
from bot.store.tables import REVISION
from bot.store.tables import job as jobs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from sqlalchemy.ext.asyncio import AsyncEngine

_FORMAT = "spotter backup 1"
_VERSION_TABLE = "alembic_version"
_AT_ONCE = 500
"""Rows that are held in memory together."""


class BackupRefused(Exception):
    """Nothing was changed; the sentence says why."""


async def write_backup(url: str, file: Path) -> int:
    """Write all rows as they are at one moment, and say how many; a running Spotter goes on."""
    engine = make_engine(url)
    half_written = file.with_name(f"{file.name}.part")
    try:
        async with engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execution_options(isolation_level="REPEATABLE READ")
            else:
                await connection.exec_driver_sql("begin")  # else each table is read by itself
            with _private(half_written) as out:
                rows = await connection.run_sync(_write, out)
        half_written.replace(file)
    finally:
        half_written.unlink(missing_ok=True)
        await engine.dispose()
    return rows


async def restore_backup(url: str, file: Path, *, force: bool = False) -> int:
    """Put the rows of a file in the place of everything there is, or change nothing."""
    revision, rows = _read_through(file)
    engine = make_engine(url)
    try:
        await _refuse_newer(engine, revision)
        async with engine.begin() as connection:
            await connection.run_sync(_replace, file, revision, force)
    finally:
        await engine.dispose()
    return rows


def _private(file: Path) -> BinaryIO:
    """Nobody else may read it: the tokens of communities are in it."""
    file.unlink(missing_ok=True)
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _write(connection: Connection, out: BinaryIO) -> int:
    revision = read_revision(connection)
    if not revision:
        raise BackupRefused("There is no store yet, so there is nothing to keep.")
    digest, count = hashlib.sha256(), 0
    for line in _lines(connection, revision):
        written = f"{json.dumps(line, ensure_ascii=True)}\n".encode()
        digest.update(written)
        out.write(written)
        count += isinstance(line, list)
    end = {"end": count, "sha256": digest.hexdigest()}
    out.write(f"{json.dumps(end)}\n".encode())
    out.flush()
    os.fsync(out.fileno())
    return count


def _lines(connection: Connection, revision: str) -> Iterator[dict[str, Any] | list[Any]]:
    """A line that names the format, and for each table its columns and then its rows."""
    yield {"format": _FORMAT, "revision": revision}
    for table in _tables(connection):
        yield {"table": table.name, "columns": table.columns.keys()}
        ordered = select(table).order_by(*table.primary_key.columns)
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(ordered):
            yield [_as_json(cell) for cell in row]


def _as_json(cell: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return cell.isoformat() if isinstance(cell, date) else cell


def _tables(connection: Connection) -> list[Table]:
    """The tables as they are in this store, whichever migration it has."""
    found = MetaData()
    found.reflect(connection)
    return [each for each in found.sorted_tables if each.name != _VERSION_TABLE]


def _read_through(file: Path) -> tuple[str, int]:
    """The migration and the number of rows of a file that is whole; else BackupRefused."""
    damaged = BackupRefused(f"{file} is damaged, or no backup of Spotter's.")
    digest, count, revision, end = hashlib.sha256(), 0, "", None
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines):
                told = json.loads(line)
                if end is not None or (not number and told["format"] != _FORMAT):
                    raise damaged
                if isinstance(told, dict) and "end" in told:
                    end = told
                    continue
                revision = revision or told["revision"]
                count += isinstance(told, list)
                digest.update(line)
    except OSError as error:
        raise BackupRefused(f"{file} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged from error
    if end != {"end": count, "sha256": digest.hexdigest()}:
        raise damaged
    return revision, count


async def _refuse_newer(engine: AsyncEngine, revision: str) -> None:
    """A newer Spotter's rows may mean what this one does not know."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    known = {each.revision for each in script.walk_revisions()}
    async with engine.connect() as connection:
        held = await connection.run_sync(read_revision)
    for of_whom, version in (("backup", revision), ("store", held or REVISION)):
        if version not in known:
            raise BackupRefused(
                f"The {of_whom} is of a newer Spotter ({version}); this one knows {REVISION}."
            )


def _replace(connection: Connection, file: Path, revision: str, force: bool) -> None:
    lock(connection)
    present = _tables(connection)
    if not force and any(connection.execute(select(each).limit(1)).first() for each in present):
        raise BackupRefused("The store is not empty; --force replaces everything that is in it.")
    for table in present:
        table.drop(connection)
    connection.execute(text(f"drop table if exists {_VERSION_TABLE}"))
    migrate(connection, revision)
    _fill(connection, file)
    migrate(connection)
    _expect_the_worst(connection)


def _expect_the_worst(connection: Connection) -> None:
    """What waited when the backup was made may have been done since: no attempt is the first."""
    untried = jobs.c.state == OPEN, jobs.c.attempts == 0
    connection.execute(update(jobs).where(*untried).values(attempts=1))


def _fill(connection: Connection, file: Path) -> None:
    tables = {each.name: each for each in _tables(connection)}
    with file.open("rb") as lines:
        for table, rows in _groups(json.loads(line) for line in lines):
            connection.execute(
                insert(tables[table["table"]]),
                [_as_row(tables[table["table"]], table["columns"], row) for row in rows],
            )


def _groups(lines: Iterable[Any]) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """Rows of one table, not too many at once."""
    table: dict[str, Any] = {}
    rows: list[Any] = []
    for line in lines:
        if rows and (isinstance(line, dict) or len(rows) == _AT_ONCE):
            yield table, rows
            rows = []
        if isinstance(line, list):
            rows.append(line)
        else:
            table = line


def _as_row(table: Table, columns: list[str], cells: list[Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(cell) if cell and isinstance(table.c[name].type, Date) else cell
        for name, cell in zip(columns, cells, strict=True)
    }

"""Builds records.db from the data, whole: the only code that writes one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from knowledge.book import schema
from knowledge.book.adding import add_races
from knowledge.book.completing import complete
from knowledge.book.filling import fill
from knowledge.book.fingerprint import full_fingerprint, quick_fingerprint
from knowledge.book.form import fill_form
from knowledge.book.header import APPLICATION_ID
from knowledge.book.known_ids import check_ids
from knowledge.book.loading import load_fresh, load_table
from knowledge.book.no_collecting import no_collecting
from knowledge.book.refusal import BookRefused
from knowledge.book.self_check import check_added, check_book
from knowledge.book.tables import TABLES
from knowledge.book.totals import fill_totals
from knowledge.book.unbroken import fill_unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator

UNFINISHED = ".building"


def build(data: Path, target: Path) -> None:
    """Build the book and, once it has passed its own check, put it in the place of the old one."""
    try:
        with _file_beside(target) as unfinished, no_collecting():
            _write(data, unfinished)
            _put_in_place(unfinished, target)
    except (OSError, sqlite3.OperationalError) as error:
        raise BookRefused(f"{target} cannot be built: {error}") from error


@contextmanager
def _file_beside(target: Path) -> Iterator[Path]:
    """Make a file of this build's own: in the same folder, so that it can replace the target."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(UNFINISHED, f"{target.stem}.", target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def extend(embedded: Path, data: Path, fresh: Path, target: Path) -> None:
    """Build the book of both from the one that is finished: in a fraction of the time."""
    try:
        with _file_beside(target) as unfinished, no_collecting():
            shutil.copyfile(embedded, unfinished)
            _write_more(data, fresh, unfinished)
            _put_in_place(unfinished, target)
    except (OSError, sqlite3.Error) as error:
        raise BookRefused(f"{target} cannot be built: {error}") from error


def _write_more(data: Path, fresh: Path, path: Path) -> None:
    fingerprints = _fingerprints(data, fresh)
    loaded = load_fresh(fresh)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _prefer_speed(connection)
        db = Database(connection)
        with db.atomic():
            added = add_races(db, loaded)
            db.execute("insert into meta values ('fresh_races', :added)", {"added": str(added)})
            complete(db, fingerprints)
        check_added(connection)


def _put_in_place(unfinished: Path, target: Path) -> None:
    _sync(unfinished)
    unfinished.replace(target)
    _sync_folder(target.parent)


def _fingerprints(*data: Path) -> dict[str, str]:
    return {
        "quick": quick_fingerprint(*data),
        "full": full_fingerprint(*data),
        "builders": full_fingerprint(),
    }


def _write(data: Path, path: Path) -> None:
    # Before the data is read: what changes meanwhile is then found out at the next start.
    fingerprints = _fingerprints(data)
    loaded = {table.name: load_table(data, table) for table in TABLES}
    check_ids(data, loaded)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _prefer_speed(connection)
        db = Database(connection)
        schema.migrations.apply(db, stop_before=schema.INDEXES)
        with db.atomic():
            fill(db, loaded)
        schema.migrations.apply(db)
        with db.atomic():
            fill_totals(db)
            fill_form(db)
            fill_unbroken(db)
            complete(db, fingerprints)
        connection.execute("analyze")
        check_book(connection, data)


def _prefer_speed(connection: sqlite3.Connection) -> None:
    """Do without a journal on disk: an unfinished book is thrown away, never repaired."""
    connection.executescript(
        f"""
        pragma page_size = 16384; -- bytes: a tenth faster to build than the usual 4096
        pragma application_id = {APPLICATION_ID};
        pragma journal_mode = memory;
        pragma synchronous = off;
        pragma locking_mode = exclusive;
        pragma temp_store = memory;
        pragma cache_size = -65536; -- KiB
        """
    )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name lasts too; Windows cannot open a folder, nor needs to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

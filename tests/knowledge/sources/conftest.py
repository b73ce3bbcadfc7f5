"""Two kinds of source folder: the real one where it is at hand, and a tiny one to spoil."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge.book.opening import FILE, open_book
from knowledge.sources.compiling import compile_tables
from knowledge.sources.fetching.archive import Archive
from tests.knowledge.sources.feed_writer import FeedWriter, from_our_tables
from tests.knowledge.sources.garage import Garage
from tests.knowledge.sources.season_before import make_season_before
from tests.knowledge.sources.tiny_sources import TinySources, make_sources

if TYPE_CHECKING:
    from knowledge.sources.report import CompileReport
    from tests.knowledge.sources.feed_writer import Fields

BESIDE = Path(__file__).parents[4] / "shared" / "data"
"""Where the sources stand on a machine that has them and does not say where."""


@pytest.fixture
def tiny(tmp_path: Path) -> TinySources:
    return make_sources(tmp_path)


@dataclass(frozen=True)
class Compiled:
    """The tables compiled from the real sources, and what the compile reported."""

    path: Path
    source: Path
    report: CompileReport


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    source = Path(os.environ.get("SPOTTER_SOURCES", BESIDE))
    if not (source / "nascaR.data").is_dir():
        pytest.skip(f"the sources are not at {source}; SPOTTER_SOURCES says where they are")
    path = tmp_path_factory.mktemp("compiled") / "data"
    return Compiled(path, source, compile_tables(source, path))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data until 2024, and the book that was built of it."""
    folder = tmp_path_factory.mktemp("shelf")
    make_season_before(folder / "data")
    open_book(folder, folder / "data").close()
    return folder


@pytest.fixture
def garage(shelf: Path, tmp_path: Path) -> Garage:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(shelf / FILE, home / FILE)
    return Garage(home, shelf / "data", FeedWriter(Archive(home)))


@pytest.fixture
def daytona() -> Fields:
    """The first Truck race of 2025: 36 cars, the first on the road disqualified."""
    return from_our_tables("2025", "truck", {1})[0]

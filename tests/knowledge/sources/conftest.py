"""Two kinds of source folder: the real one where it is at hand, and a tiny one to spoil."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge.sources.compiling import compile_tables
from tests.knowledge.sources.tiny_sources import TinySources, make_sources

if TYPE_CHECKING:
    from knowledge.sources.report import CompileReport

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

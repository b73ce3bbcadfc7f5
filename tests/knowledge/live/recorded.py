"""Answers of the feed that others recorded, where they are at hand; they are not ours to ship."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(
    os.environ.get("SPOTTER_SOURCES", Path(__file__).parents[4] / "shared" / "data")
).joinpath("cf-feed")


def recorded(name: str) -> bytes:
    if not (FOLDER / name).exists():
        pytest.skip("no recorded answers of the feed; SPOTTER_SOURCES says where the sources are")
    return (FOLDER / name).read_bytes()

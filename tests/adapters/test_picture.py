"""spotter ask --chart: the answer in words, and its chart in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.conftest import Spotter


def test_the_chart_of_an_answer_is_drawn_into_a_file(spotter: Spotter, tmp_path: Path) -> None:
    file = tmp_path / "busch.png"

    said = spotter("ask", "--chart", str(file), "kyle busch cup wins by season")

    assert said.returncode == 0
    assert said.stdout.startswith(b"Kyle Busch: wins by season in the Cup Series")
    assert file.read_bytes().startswith(b"\x89PNG")


def test_an_answer_without_a_chart_says_so(spotter: Spotter, tmp_path: Path) -> None:
    file = tmp_path / "none.png"

    said = spotter("ask", "--chart", str(file), "what is a DNF")

    assert said.returncode == 1
    assert b"no chart" in said.stderr
    assert not file.exists()


def test_a_file_that_cannot_be_written_is_named(spotter: Spotter, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "busch.png"

    said = spotter("ask", "--chart", str(file), "kyle busch cup wins by season")

    assert said.returncode == 1
    assert str(file).encode() in said.stderr

"""Files of a reply in a terminal: written where one works, and nothing is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.console.keeping import keep_files
from bot.reply import Reply
from tests.adapters.files import RESULTS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_file_is_named_and_written_beside_the_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    for _ in range(2):
        keep_files(Reply(files=(RESULTS,)))

    assert "Written into this folder: trucks-2025-2.csv" in capsys.readouterr().out
    for name in ("trucks-2025.csv", "trucks-2025-2.csv"):
        assert (tmp_path / name).read_bytes() == RESULTS.content.encode()

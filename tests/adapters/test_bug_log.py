"""Bugs are written down beside the record book, by the number that the fan was given."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from adapters.bug_log import BugLog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from adapters.console.talk import Talk


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """The file that this test's bugs go to."""
    handler = BugLog(tmp_path / "spotter.log")
    logging.getLogger().addHandler(handler)
    yield tmp_path / "spotter.log"
    logging.getLogger().removeHandler(handler)


def test_a_bug_is_found_by_the_number_in_the_reply(file: Path, talk: Talk) -> None:
    reply = talk.ask("break")

    written = file.read_text(encoding="utf-8")
    mark = written.split("bug ")[1].split()[0]
    assert mark in str(reply.blocks)
    assert "ZeroDivisionError" in written


def test_no_bug_no_file(file: Path, talk: Talk) -> None:
    talk.ask("heim")

    assert not file.exists()


def test_a_file_that_cannot_be_written_costs_no_reply(file: Path, talk: Talk) -> None:
    file.mkdir()

    assert talk.ask("break").title.startswith("Sorry")

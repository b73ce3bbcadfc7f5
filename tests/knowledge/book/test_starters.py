"""Programs that start at once, and programs that are killed: always a whole book, old or new."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from knowledge.book.building import build
from knowledge.book.opening import FILE, open_book

if TYPE_CHECKING:
    from pathlib import Path

    from tests.knowledge.book.conftest import DataFolder

START = """
import sys
from pathlib import Path
from knowledge.book.opening import open_book
book = open_book(Path(sys.argv[1]))
print(*book.execute("select value from meta where key = 'races'").fetchone())
"""
RACES = 4963
A_MEGABYTE = 1 << 20


def start(home: Path) -> subprocess.Popen[str]:
    """Start a program that opens the whole book in `home`."""
    command = [sys.executable, "-c", START, str(home)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def races(home: Path) -> int:
    with closing(open_book(home)) as book:
        (count,) = book.execute("select count(*) from race").fetchone()
    assert isinstance(count, int)
    return count


def test_two_that_start_at_once_both_get_the_book(tmp_path: Path) -> None:
    starters = [start(tmp_path), start(tmp_path)]
    assert [starter.communicate()[0] for starter in starters] == [f"{RACES}\n"] * 2
    assert [starter.returncode for starter in starters] == [0, 0]
    assert not list(tmp_path.glob("*.building"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
def test_a_builder_killed_half_way_leaves_the_old_book(tmp_path: Path, data: DataFolder) -> None:
    build(data.path, tmp_path / FILE)
    old = (tmp_path / FILE).read_bytes()
    builder = start(tmp_path)
    while not any(left.stat().st_size > A_MEGABYTE for left in tmp_path.glob("*.building")):
        assert builder.poll() is None, "it was done before it could be killed"
        time.sleep(0.001)
    builder.send_signal(signal.SIGKILL)
    builder.communicate()
    assert (tmp_path / FILE).read_bytes() == old
    assert list(tmp_path.glob("*.building"))

    assert races(tmp_path) == RACES
    assert not list(tmp_path.glob("*.building"))

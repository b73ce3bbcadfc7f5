"""The program in a real terminal: a card with colours, and nothing that was typed can draw."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

InTerminal: TypeAlias = "Callable[..., str]"


@pytest.fixture
def in_terminal(book_home: Path) -> InTerminal:
    """Run the program with a terminal of 80 columns for its output, and read what was drawn."""

    def run(*words: str, term: str = "xterm-256color") -> str:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "SPOTTER_HOME": str(book_home), "TERM": term, "COLUMNS": "80"}
        subprocess.run(
            [sys.executable, "-m", "adapters.spotter", *words],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            env=environment,
            check=True,
        )
        os.close(theirs)
        return b"".join(_drawn(ours)).decode()

    return run


def _drawn(terminal: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(terminal, 65_536):
            yield chunk
    except OSError:  # Linux says so when the other side has closed
        os.close(terminal)


def test_an_answer_is_a_card_with_colours(in_terminal: InTerminal) -> None:
    drawn = in_terminal("ask", "how many wins did Heim have in 2025")

    assert "\x1b[1m" in drawn
    lines = re.sub(r"\x1b\[[0-9;]*m", "", drawn).splitlines()
    assert lines[0] == f"╭{'─' * 78}╮"
    assert lines[1].startswith("│ Corey Heim won 12")
    assert {len(line) for line in lines} == {80}


def test_a_terminal_that_cannot_draw_gets_plain_text(in_terminal: InTerminal) -> None:
    drawn = in_terminal("ask", "how many wins did Heim have in 2025", term="dumb")

    assert drawn.startswith("Corey Heim won 12")
    assert "\x1b" not in drawn


def test_what_was_typed_cannot_draw(in_terminal: InTerminal) -> None:
    drawn = in_terminal("ask", "[red]qwxyz[/] \x1b[2J\x1b]0;owned\x07 [link=x]qwzzy :boom:")

    assert "\x1b[2J" not in drawn
    assert "\x1b]" not in drawn
    assert "\x07" not in drawn
    assert "qwxyz" in drawn

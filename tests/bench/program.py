"""A program under measurement: started, asked what fans ask, looked at from outside."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from knowledge.record_book import RecordBook
from tests.bench.hand_written import HAND_WRITTEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

DRIVERS = 80
"""Each with a chart of his own: a picture is drawn once, and would cost nothing again."""


def split_questions(home: Path) -> tuple[list[str], list[str]]:
    """The bench's questions answered in words alone, and others that each come with a chart."""
    book = RecordBook.open(home)
    asked = [each.question for each in HAND_WRITTEN]
    drivers = [each.value for each in book.suggest("driver", "", DRIVERS)]
    by_season = [f"{driver} cup top tens by season" for driver in drivers]

    def has_chart(question: str) -> bool:
        return getattr(book.ask(question), "chart", None) is not None

    return (
        [question for question in asked if not has_chart(question)],
        [question for question in by_season if has_chart(question)],
    )


@asynccontextmanager
async def program(
    home: Path, name: str, environment: Mapping[str, str]
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "adapters.spotter", name),
        env={**os.environ, **environment, "SPOTTER_HOME": str(home)},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def memory(when: str, process: int) -> Iterator[tuple[str, str]]:
    """What the system counts; the book's pages in it are shared, and given up on demand."""
    said = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="],  # noqa: S607 - wherever the system keeps it
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [tuple(map(int, line.split())) for line in said.splitlines()]
    for name, of_it in (("memory", 0), ("  the process that draws", 1)):
        for number, rss in [(row[0], row[2]) for row in rows if row[of_it] == process]:
            yield f"  {name} {when}", f"{rss * 1024 / 1e6:,.0f} MB"
            yield "    of it its own", _private(number)


def _private(process: int) -> str:
    """What is its own, where the system tells."""
    status = Path(f"/proc/{process}/status")
    told = re.search(r"RssAnon:\s*(\d+)", status.read_text()) if status.exists() else None
    return f"{int(told[1]) * 1024 / 1e6:,.0f} MB" if told else "not told"


def spread(name: str, times: list[float]) -> list[tuple[str, str]]:
    hundredths = quantiles(times, n=100)
    return [(f"{name}: p50", milliseconds(hundredths[49])), ("  p99", milliseconds(hundredths[98]))]


def milliseconds(took: float) -> str:
    return f"{took * 1000:,.1f} ms"

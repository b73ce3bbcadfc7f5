"""What asking costs on this machine: a table of times, none of which passes or fails anything."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from knowledge.book.building import build
from knowledge.book.opening import DATA, FILE, open_book
from knowledge.record_book import RecordBook
from tests.bench.asking import ASKED, talks
from tests.bench.discord_talk import measure_discord
from tests.bench.fresh_races import measure_fresh
from tests.bench.hand_written import HAND_WRITTEN
from tests.bench.quiz_night import measure_quiz
from tests.bench.shapes import ask_every_shape, figures
from tests.bench.slack_talk import measure_slack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 20
COLD_STARTS = 5

# A process begins with the peak of the one that started it: so a small one stands between.
MEMORY_OF = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""The unit of ru_maxrss in bytes."""


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def milliseconds(took: float) -> str:
    return f"{took * 1000:,.2f} ms"


def measure(home: Path) -> Iterator[tuple[str, str]]:
    yield "building the book", milliseconds(seconds(lambda: build(DATA, home / FILE)))
    opened = [seconds(lambda: open_book(home).close()) for _ in range(ROUNDS)]
    yield "opening its file, median", milliseconds(median(opened))
    ready = [seconds(lambda: RecordBook.open(home)) for _ in range(COLD_STARTS)]
    yield "ready to be asked, median", milliseconds(median(ready))
    yield from measure_asking(home)
    yield from measure_shapes(home)
    yield from measure_beside_sql(home)
    yield from measure_a_process(home)
    yield "cold start of spotter ask, CPU, median", milliseconds(cold_start(home))
    yield from measure_fresh(home)
    yield from measure_quiz(home)
    yield from measure_discord(home)
    yield from measure_slack(home)


def measure_asking(home: Path) -> Iterator[tuple[str, str]]:
    """Ask every question with its follow-ups: once to a book just opened, then many times."""
    book = RecordBook.open(home)
    asked = talks()
    for name, rounds in (("asked once", 1), (f"asked {ROUNDS} times more", ROUNDS)):
        times = [took for _ in range(rounds) for turns in asked for took in times_of(book, turns)]
        hundredths = quantiles(times, n=100)
        yield (
            f"{len(times) // rounds} questions {name}, a second",
            f"{len(times) / sum(times):,.0f}",
        )
        yield "  half of them within", milliseconds(hundredths[49])
        yield "  99 of 100 within", milliseconds(hundredths[98])
        yield "  all within", milliseconds(max(times))


def times_of(book: RecordBook, turns: list[str]) -> Iterator[float]:
    before = None
    for turn in turns:
        start = perf_counter()
        before = book.ask(turn, after=before)
        yield perf_counter() - start


def measure_shapes(home: Path) -> Iterator[tuple[str, str]]:
    """Ask a book just opened what every shape lists as understood."""
    timed = ask_every_shape(RecordBook.open(home))
    yield f"{len(timed)} sentences of all shapes", ""
    yield from figures(timed)


def measure_beside_sql(home: Path) -> Iterator[tuple[str, str]]:
    """Ask, and run the SQL written by hand for the same answer, by turns in one process."""
    book, connection = RecordBook.open(home), open_book(home)
    asking, sql = [], []
    for written in HAND_WRITTEN:
        pairs = [
            (
                seconds(lambda asked=written: book.ask(asked.question)),
                seconds(lambda asked=written: asked.answer(connection)),
            )
            for _ in range(ROUNDS)
        ]
        asking.append(median(asked for asked, _ in pairs))
        sql.append(median(answered for _, answered in pairs))
    yield f"{len(HAND_WRITTEN)} questions asked, median", milliseconds(median(asking))
    yield "  the same by hand-written SQL", milliseconds(median(sql))
    yield "  ratio of the medians", f"{median(asking) / median(sql):.1f}"


def measure_a_process(home: Path) -> Iterator[tuple[str, str]]:
    """Ask 500 questions in a new process: what it does on one core, and its peak of memory."""
    asking = [sys.executable, "-m", "tests.bench.asking", str(home)]
    printed = subprocess.run(
        [sys.executable, "-c", MEMORY_OF, *asking], capture_output=True, text=True, check=True
    ).stdout
    a_second, peak = map(float, printed.split())
    yield f"{ASKED} questions, a second and core", f"{a_second:,.0f}"
    yield "  memory with the open book", f"{peak * KILOBYTE / 1e6:,.0f} MB"


def cold_start(home: Path) -> float:
    return median(cpu_of_asking(home) for _ in range(COLD_STARTS))


def cpu_of_asking(home: Path) -> float:
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "adapters.spotter", "ask", HAND_WRITTEN[0].question],
        env={**os.environ, "SPOTTER_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for what, cost in measure(Path(home)):
            print(f"{what:<42}{cost:>12}", flush=True)

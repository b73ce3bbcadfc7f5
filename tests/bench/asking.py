"""A process of its own that asks 500 questions: what it needs of a core, and of memory.

python -m tests.bench.asking FOLDER-OF-THE-BOOK
"""

from __future__ import annotations

import json
import sys
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTIONS = Path(__file__).parents[1] / "questions" / "dev.jsonl"
ASKED = 500


def talks() -> list[list[str]]:
    """The dev questions, each with its follow-ups."""
    return [json.loads(line)["turns"] for line in QUESTIONS.read_text("utf-8").splitlines()]


def ask_all(book: RecordBook) -> None:
    outcome = None
    for turn, is_first in islice(_turns(), ASKED):
        outcome = book.ask(turn, after=None if is_first else outcome)


def _turns() -> Iterator[tuple[str, bool]]:
    for turns in cycle(talks()):
        yield from ((turn, not place) for place, turn in enumerate(turns))


if __name__ == "__main__":
    opened = RecordBook.open(Path(sys.argv[1]))
    before = process_time()
    ask_all(opened)
    print(ASKED / (process_time() - before))

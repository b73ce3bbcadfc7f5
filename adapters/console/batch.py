"""A file of questions in, a line of answers out for each of its lines, in the same order."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from adapters.console.answers import Data, as_data
from bot.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from adapters.console.talk import Talk

STANDARD_INPUT = Path("-")


class LineRefused(Exception):
    """A line that holds no turns; `id` is its id as far as it could be read."""

    def __init__(self, why: str, id_: object = None) -> None:
        super().__init__(why)
        self.id = id_


class AnsweredLine(NamedTuple):
    """What a line comes to, and what is wrong with it, if anything."""

    data: Data
    complaint: str = ""


def open_batch(file: Path) -> BinaryIO:
    return sys.stdin.buffer if file == STANDARD_INPUT else file.open("rb")


def answer_batch(lines: Iterable[bytes], talk: Callable[[str], Talk]) -> Iterator[AnsweredLine]:
    """Answer each line as a talk of its own; one that cannot be read gets an answer saying so."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            id_, turns = _read_line(line)
        except LineRefused as refused:
            why = f"line {number} {refused}"
            unread = as_data(Reply(f"I cannot read this: {why}."))
            yield AnsweredLine({"id": refused.id, "answers": [unread]}, why)
        else:
            ask = talk(f"line {number}").ask
            yield AnsweredLine({"id": id_, "answers": [as_data(ask(turn)) for turn in turns]})


def _read_line(line: bytes) -> tuple[object, list[str]]:
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise LineRefused("is not JSON") from error
    if not isinstance(item, dict):
        raise LineRefused('is not an object like {"id": ..., "turns": ["question"]}')
    id_, turns = item.get("id"), item.get("turns")
    if not isinstance(turns, list) or not all(isinstance(turn, str) for turn in turns):
        raise LineRefused('has no "turns" that are a list of questions', id_)
    return id_, turns

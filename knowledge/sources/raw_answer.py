"""One raw answer of NASCAR's feed, read field by field: every refusal is one line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from knowledge.sources.fetching.judging import read_json

_UNKNOWN_DAY = "1900-01-01"


class AnswerRefused(Exception):
    """An answer that is not believed; the message names file, race and field in one line."""


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """An answer as it came; its name is for people."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One object of an answer; `about` says which file and race it belongs to."""

    about: str
    fields: dict[str, Any]

    def integer(self, name: str) -> int:
        value = self._field(name)
        if isinstance(value, bool) or not isinstance(value, int):
            self.refuse(name, f"{value!r} is not a whole number")
        return value

    def number(self, name: str) -> float:
        value = self._field(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(name, f"{value!r} is not a number")
        if not math.isfinite(value):
            self.refuse(name, f"{value!r} is not a number")
        return value

    def text(self, name: str) -> str:
        """Read a text; null is an empty one."""
        value = self._field(name)
        if value is not None and not isinstance(value, str):
            self.refuse(name, f"{value!r} is not a text")
        return " ".join((value or "").replace("\u2019", "'").replace("\u00ae", "").split())

    def flag(self, name: str) -> bool:
        value = self._field(name)
        if not isinstance(value, bool):
            self.refuse(name, f"{value!r} is neither true nor false")
        return value

    def day(self, name: str) -> date:
        """Read the day of a time without a zone, as the feed writes it."""
        text = self.text(name)
        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            self.refuse(name, f"{text!r} is not a date")
        if text.startswith(_UNKNOWN_DAY):
            self.refuse(name, "the date is not known")
        return day

    def parts(self, name: str, called: str = "") -> list[Part]:
        """Read a list of objects."""
        value = self._field(name)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.refuse(name, "is null" if value is None else "is not a list of objects")
        about = f"{self.about}, {called}" if called else self.about
        return [Part(about, each) for each in value]

    def refuse(self, name: str, why: str) -> NoReturn:
        raise AnswerRefused(f"{self.about}, {name}: {why}")

    def _field(self, name: str) -> Any:  # noqa: ANN401 - whatever the answer holds
        if name not in self.fields:
            self.refuse(name, "the field is missing")
        return self.fields[name]


def read_answer(raw: RawAnswer) -> Any:  # noqa: ANN401 - whatever the answer holds
    """Read an answer as whoever archived it read it."""
    try:
        return read_json(raw.content)
    except ValueError as error:
        raise AnswerRefused(f"{raw.name}: {error}") from error


def only_object(raw: RawAnswer) -> Part:
    answer = read_answer(raw)
    if not isinstance(answer, dict):
        raise AnswerRefused(f"{raw.name}: holds no object but {type(answer).__name__}")
    return Part(raw.name, answer)

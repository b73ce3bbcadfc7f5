"""Answers as data: a reply as one JSON object with always the same keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.phrasing import phrase_as_of
from knowledge.answer import Answer, Unknown, WhichOne

if TYPE_CHECKING:
    from bot.reply import Reply

Data: TypeAlias = dict[str, Any]


def print_data(data: Data) -> None:
    """Escape everything beyond ASCII: no terminal, pipe or code page can trip over it."""
    print(json.dumps(data), flush=True)


def as_data(reply: Reply) -> Data:
    match reply.outcome:
        case Answer() as answer:
            return _object("answered", reply.title) | _data_of_answer(answer)
        case WhichOne() as choice:
            return _object("choose", reply.title) | {
                "choices": list(choice.choices),
                "reading": choice.reading,
            }
        case Unknown() as unknown:
            text = f"{reply.title} {unknown.nearest}".strip()
            return _object("unknown", text) | {"reading": unknown.reading}
        case None:
            return _object("unknown", reply.title)


def _object(status: str, text: str) -> Data:
    return {
        "status": status,
        "text": text,
        "value": None,
        "columns": [],
        "rows": [],
        "choices": [],
        "reading": "",
        "caveats": [],
        "sources": [],
    }


def _data_of_answer(answer: Answer) -> Data:
    as_of = (f"{phrase_as_of(answer.as_of)}.",) if answer.as_of else ()
    return {
        "value": list(answer.value) if isinstance(answer.value, tuple) else answer.value,
        "columns": list(answer.table.columns),
        "rows": [list(row) for row in answer.table.rows],
        "reading": answer.reading,
        "caveats": [*answer.caveats, *as_of],
        "sources": [{"title": source.title, "url": source.url} for source in answer.sources],
    }

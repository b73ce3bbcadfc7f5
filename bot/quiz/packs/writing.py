"""Writes a pack as people keep it: YAML to be edited, CSV for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from bot.quiz.packs.pack import NORMAL, WORDS
from bot.quiz.packs.wording import defused, in_pieces

if TYPE_CHECKING:
    from bot.quiz.packs.pack import Pack, Written

_BOM = "\ufeff"
"""Without it Excel does not take a file for UTF-8."""


def to_yaml(pack: Pack) -> str:
    import yaml

    questions = [_said(each) for each in pack.questions]
    for said in questions:
        if len(said["answer"]) == 1:
            (said["answer"],) = said["answer"]
    told = {"title": pack.title, "questions": questions}
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)


def to_csv(pack: Pack) -> str:
    """The title stands in the first row, beside the first question."""
    out = StringIO(newline="")
    rows = [{name: _cell(value) for name, value in _said(each).items()} for each in pack.questions]
    for row in rows[:1]:
        row["title"] = defused(pack.title)
    used = [name for name in (*WORDS, "title") if any(name in row for row in rows)]
    writer = csv.DictWriter(out, used, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return _BOM + out.getvalue()


def _said(question: Written) -> dict[str, Any]:
    """What has to be said of a question; the rest goes without."""
    answers = list(question.answers)
    said = {
        "question": question.question,
        "answer": answers,
        "choices": list(question.choices),
        "difficulty": question.difficulty if question.difficulty != NORMAL else None,
        "told": question.told,
        "kind": question.kind if question.kind in ("closest", "several") else None,
        "wanted": question.wanted if question.kind == "several" else None,
        "as_of": question.as_of,
    }
    return {key: value for key, value in said.items() if value}


def _cell(value: Any) -> str:  # noqa: ANN401 - a text, a number or a list of texts
    return defused(in_pieces(value) if isinstance(value, list) else str(value))

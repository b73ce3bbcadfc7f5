"""Reads a pack from a file or from what was pasted into a form: all that is sound, every fault."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.quiz.packs.checking import checked, checked_title
from bot.quiz.packs.csv_draft import draft_of_csv, looks_like_csv
from bot.quiz.packs.pack import LARGEST, MOST_QUESTIONS, Fault, Pack, PackRead
from bot.quiz.packs.wording import UNPRINTABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TOO_LARGE = f"a pack is at most {LARGEST // 1000} kB; make two packs of it."
_NOT_UTF_8 = "this is no UTF-8 text; save the file as UTF-8 (in Excel: “CSV UTF-8”)."
_NOT_SHOWN = "there is a sign here that cannot be shown; take it out."
_NONE_THERE = "there are no questions in it."


def read_pack(given: bytes | str, name: str = "") -> PackRead:
    """Read YAML or CSV; where no title is told, it is that of the file."""
    stem = PurePath(name).stem.replace("_", " ").replace("-", " ")
    if len(given) > LARGEST or (isinstance(given, str) and len(_encoded(given)) > LARGEST):
        return _refused(Fault(1, _TOO_LARGE))
    text = given if isinstance(given, str) else _decoded(given)
    if isinstance(text, Fault):
        return _refused(text)
    faults = list(_not_shown(text := _unified(text)))
    text = UNPRINTABLE.sub(" ", text)
    return _read(text, stem, faults) if text.strip() else _refused(Fault(1, _NONE_THERE))


def as_text(given: bytes | str) -> str:
    """What was given, as it can be given again; empty where it is too large or no text."""
    if len(given) > LARGEST:
        return ""
    text = given if isinstance(given, str) else _decoded(given)
    return "" if isinstance(text, Fault) else UNPRINTABLE.sub(" ", _unified(text))


def _read(text: str, stem: str, faults: list[Fault]) -> PackRead:
    if looks_like_csv(text):
        draft = draft_of_csv(text)
    else:
        from bot.quiz.packs.yaml_draft import draft_of_yaml  # loads the parser

        draft = draft_of_yaml(text)
    faults += draft.faults
    title = checked_title(draft.title, stem, faults)
    questions = checked(draft.entries[:MOST_QUESTIONS], faults)
    if len(draft.entries) > MOST_QUESTIONS:
        told = f"a pack holds {MOST_QUESTIONS} questions, and here are {len(draft.entries)}."
        faults.append(Fault(draft.entries[MOST_QUESTIONS][0], told))
    if not draft.entries and not faults:
        faults.append(Fault(1, _NONE_THERE))
    in_order = sorted(dict.fromkeys(faults), key=lambda fault: fault.line)
    return PackRead(Pack(title, questions), tuple(in_order))


def _refused(fault: Fault) -> PackRead:
    return PackRead(Pack("", ()), (fault,))


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")


def _decoded(given: bytes) -> str | Fault:
    encoding = "utf-16" if given.startswith(_UTF_16) else "utf-8-sig"
    try:
        return given.decode(encoding)
    except UnicodeDecodeError as wrong:
        return Fault(given[: wrong.start].count(b"\n") + 1, _NOT_UTF_8)


def _unified(text: str) -> str:
    r"""One kind of line end, that of the count of lines: \n."""
    return re.sub("\r\n?", "\n", text.removeprefix("\ufeff"))


def _not_shown(text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), start=1):
        if UNPRINTABLE.search(line):
            yield Fault(number, _NOT_SHOWN)

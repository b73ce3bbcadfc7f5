"""How packs look to those who keep them: the list, one with its questions, its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.packdesk.desk import button
from bot.quiz.packs.kept import MOST_PACKS
from bot.quiz.packs.writing import to_yaml
from bot.quiz.wording import counted
from bot.reply import Column, Menu, Reply, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.packdesk.desk import Desk
    from bot.quiz.packs.kept import KeptPack
    from bot.quiz.packs.pack import Written
    from bot.reply import Button

ROWS = 15
"""Questions on a page."""

_SHORT = 56
_LETTERS = 1800
"""Characters of a pack's text on a page."""

_WHAT = (
    "A pack is YAML or CSV of up to 100 kB: a title, and for each question its answers, and"
    " choices where there are some. Every fault is told with its line."
)
_FAULTY = "has faults to decide on"


async def list_packs(desk: Desk, *notes: Text) -> Reply:
    ours = await desk.packs.of(*desk.here)
    rows = tuple((each.title, str(len(each.questions)), _how(each)) for each in ours)
    columns = (Column("Pack"), Column("Questions", holds_numbers=True), Column("How it stands"))
    bring = (button("Bring a pack", "bring"),) if len(ours) < MOST_PACKS else ()
    return Reply(
        f"{counted(len(ours), 'pack')} of your own." if ours else "No pack of your own yet.",
        (*notes, *((Table(columns, rows),) if rows else ()), Text(_WHAT, "quiet")),
        buttons=bring,
        menu=Menu("Open …", tuple(button(each.title, "show", each.id) for each in ours))
        if ours
        else None,
        private=True,
    )


def show_pack(kept: KeptPack, *notes: Text, page: int = 0) -> Reply:
    """A page of its questions with how each stands; any of them can be picked."""
    last = max(0, (len(kept.questions) - 1) // ROWS)
    page = min(page, last)
    shown = list(enumerate(kept.questions))[page * ROWS : (page + 1) * ROWS]
    picks = tuple(button(_pick(n, each), f"question {n}", kept.id) for n, each in shown)
    return Reply(
        f"{kept.title}: {counted(len(kept.questions), 'question')}",
        (*notes, *_state(kept), *((_table(shown),) if shown else ())),
        buttons=tuple(_buttons(kept, page, last)),
        menu=Menu("Question …", picks) if picks else None,
        footer=_footer(kept, page, last),
        private=True,
    )


def show_text(kept: KeptPack, page: int) -> Reply:
    """As it can be brought again, cut at the ends of lines."""
    pages = _cut(to_yaml(kept.pack))
    page = min(page, len(pages) - 1)
    turns = ((page - 1, "Before"), (page + 1, "More"))
    return Reply(
        f"{kept.title} as text: {page + 1} of {len(pages)}",
        (Text(pages[page]),),
        buttons=(
            *(button(label, f"text {n}", kept.id) for n, label in turns if 0 <= n < len(pages)),
            button("Back", "show", kept.id),
        ),
        private=True,
    )


def state_words(question: Written) -> str:
    if question.found is None:
        return "not looked at"
    if question.decided == "ours":
        return f"{question.found}; you know better"
    return f"{question.found}; left" if question.decided else question.found


def shortened(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"


def _how(kept: KeptPack) -> str:
    if kept.text:
        return _FAULTY
    if kept.waiting:
        return f"{kept.waiting} contradicted by the records"
    return f"{kept.unseen} not looked at" if kept.unseen else "looked over"


def _state(kept: KeptPack) -> Iterator[Text]:
    if kept.text:
        yield Text("What was sent last has faults; nothing of it is in yet.", "caution")
    if kept.unseen:
        yield Text(f"The trivia doctor has not looked at {kept.unseen} yet.", "quiet")
    if kept.waiting:
        told = "The records contradict {}: mended, or said to be known better, they can be asked."
        yield Text(told.format(counted(kept.waiting, "question")), "caution")


def _table(shown: list[tuple[int, Written]]) -> Table:
    columns = (Column("No.", holds_numbers=True), Column("Question"), Column("State"))
    rows = ((str(n + 1), shortened(each.question), state_words(each)) for n, each in shown)
    return Table(columns, tuple(rows))


def _pick(number: int, question: Written) -> str:
    return f"{number + 1} · {state_words(question)} · {question.question}"


def _buttons(kept: KeptPack, page: int, last: int) -> Iterator[Button]:
    if kept.text:
        yield button("Decide on the faults", "faults", kept.id)
    if kept.unseen:
        yield button(
            "Look on" if kept.unseen < len(kept.questions) else "Look it over", "on", kept.id
        )
    elif kept.questions:
        yield button("Look it over again", "over", kept.id)
    if any(_is_ill(each) for each in kept.questions):
        yield button("Take all mends", "mends", kept.id)
    if page:
        yield button("Page before", f"show {page - 1}", kept.id)
    if page < last:
        yield button("Next page", f"show {page + 1}", kept.id)
    yield button("Replace", "replace", kept.id)
    yield button("Rename", "rename", kept.id)
    if kept.questions:
        yield button("As text", "text", kept.id)
    yield button("Delete", "delete", kept.id)
    yield button("All packs", "list")


def _is_ill(question: Written) -> bool:
    return question.found in ("contradicted", "expired", "ambiguous") and not question.decided


def _footer(kept: KeptPack, page: int, last: int) -> str:
    by = f"brought by {kept.by_name}" if kept.by_name else ""
    pages = f"page {page + 1} of {last + 1}" if last else ""
    return " · ".join(filter(None, (by, f"version {kept.version}", pages)))


def _cut(text: str) -> list[str]:
    pages = [""]
    for line in text.splitlines(keepends=True):
        if pages[-1] and len(pages[-1]) + len(line) > _LETTERS:
            pages.append("")
        pages[-1] += line
    return pages

"""The form of one question, filled as it stands; what cannot be is told, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.packdesk.desk import button, key_for
from bot.packdesk.one_question import put
from bot.quiz.packs.checking import checked
from bot.quiz.packs.pack import LONGEST, MOST_ACCEPTED, Said
from bot.quiz.packs.wording import in_pieces, pieces
from bot.reply import Field, Form, Reply, Text

if TYPE_CHECKING:
    from bot.packdesk.desk import Desk
    from bot.quiz.packs.kept import KeptPack
    from bot.quiz.packs.pack import Fault, Written
    from bot.request import Submission

_LONGEST = 1500
"""Characters of several texts in one field."""


def edit_form(kept: KeptPack, number: int) -> Form:
    question = kept.questions[number]
    fields = (
        Field("question", "Question", question.question, longest=LONGEST["question"]),
        Field("answer", "Accepted, with | between", in_pieces(question.answers), longest=_LONGEST),
        _free("choices", "Choices, with | between", in_pieces(question.choices), _LONGEST),
        _free("told", "Told at the reveal", question.told, LONGEST["told"]),
        _free("as_of", "Right as of the season", str(question.as_of or ""), 4),
    )
    return Form(key_for(f"edit {number}", kept.id), f"Question {number + 1}", fields)


async def take_edit(desk: Desk, kept: KeptPack, number: int, filled: Submission) -> Reply:
    before = kept.questions[number]
    faults: list[Fault] = []
    after = _read(before, filled, faults)
    if after is not None:
        return await put(desk, kept, number, after)
    return Reply(
        f"Question {number + 1} stays as it was.",
        (
            *(Text(each.words, "caution") for each in faults),
            Text(f"You wrote: {filled.values.get('question', '')}", "quiet"),
            Text(f"Accepted: {filled.values.get('answer', '')}", "quiet"),
        ),
        buttons=(
            button("Edit", f"edit {number}", kept.id),
            button("Back", f"question {number}", kept.id),
        ),
        private=True,
    )


def _read(before: Written, filled: Submission, faults: list[Fault]) -> Written | None:
    """By the same check that a file goes through; a form without choices makes a typed one."""
    said = {name: filled.values.get(name, "") for name in ("question", "told", "as_of")}
    entry: dict[str, tuple[Said, ...]] = {
        name: (Said(text, 0),) for name, text in said.items() if text.strip()
    }
    for name in ("answer", "choices"):
        texts = [each for each in pieces(filled.values.get(name, "")) if each.strip()]
        entry[name] = tuple(Said(each, 0) for each in texts[: MOST_ACCEPTED + 1])
    entry = {name: texts for name, texts in entry.items() if texts}
    entry["difficulty"] = (Said(str(before.difficulty), 0),)
    if before.kind in ("closest", "several"):
        entry["kind"] = (Said(before.kind, 0),)
    if before.kind == "several":
        entry["wanted"] = (Said(str(before.wanted), 0),)
    sound = checked([(0, entry)], faults)
    return replace(sound[0], line=before.line) if sound else None


def _free(name: str, label: str, value: str, longest: int) -> Field:
    return Field(name, label, value, required=False, longest=longest)

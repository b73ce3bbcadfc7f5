"""One question of a pack: what the doctor says of it, and what a moderator decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.packdesk.bringing import again
from bot.packdesk.desk import GONE, MEANWHILE, button
from bot.packdesk.mending import diagnosed, mended
from bot.packdesk.showing import ROWS, shortened, show_pack, state_words
from bot.quiz.wording import counted
from bot.reply import Fields, Reply, Table, Text
from bot.tabulation import phrase_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.packdesk.desk import Desk
    from bot.quiz.packs.kept import KeptPack
    from bot.quiz.packs.pack import Written
    from bot.reply import Block, Button
    from knowledge.trivia_doctor.diagnosis import Diagnosis

_ROWS = 10
"""Rows of the records that a message shows well beside the rest."""

_NO_MEND = Text("I have no mend for it: edit it, leave it or take it out.", "caution")


def show_question(desk: Desk, kept: KeptPack, number: int, *notes: Text) -> Reply:
    if number >= len(kept.questions):
        return show_pack(kept, MEANWHILE)
    question = kept.questions[number]
    found = diagnosed(question, desk.stand.book)
    state = state_words(replace(question, found=found.state))
    return Reply(
        f"{number + 1} of {len(kept.questions)}: {state}",
        (
            *notes,
            Text(question.question),
            Fields(tuple(_facts(question))),
            Text(found.why),
            *_mend(question, found),
            *_rows(found),
        ),
        buttons=tuple(_buttons(kept, number, found)),
        footer=kept.title,
        private=True,
    )


async def take_mend(desk: Desk, kept: KeptPack, number: int) -> Reply:
    mend = diagnosed(kept.questions[number], desk.stand.book).mend
    after = mended(kept.questions[number], mend) if mend else None
    if after is None:
        return show_question(desk, kept, number, _NO_MEND)
    return await put(desk, kept, number, after)


async def know_better(desk: Desk, kept: KeptPack, number: int) -> Reply:
    """It is asked as it stands, and told to be the host's answer."""
    return await _decided(desk, kept, number, replace(kept.questions[number], decided="ours"))


async def leave(desk: Desk, kept: KeptPack, number: int) -> Reply:
    return await _decided(desk, kept, number, replace(kept.questions[number], decided="left"))


async def take_out(desk: Desk, kept: KeptPack, number: int) -> Reply:
    told = Text(f"Taken out: {shortened(kept.questions[number].question)}")
    after = await desk.packs.keep(kept.but(number))
    return show_pack(after, told) if after else await again(desk, kept.id)


async def put(desk: Desk, kept: KeptPack, number: int, question: Written, *notes: Text) -> Reply:
    """In the place of what stood there, as the doctor finds it now."""
    question = replace(question, found=diagnosed(question, desk.stand.book).state)
    return await _decided(desk, kept, number, question, *notes)


async def _decided(
    desk: Desk, kept: KeptPack, number: int, question: Written, *notes: Text
) -> Reply:
    after = await desk.packs.keep(kept.but(number, question))
    if after is None:
        now = await desk.find(kept.id)
        return show_pack(now, MEANWHILE) if now else GONE
    return show_question(desk, after, number, *notes)


def _facts(question: Written) -> Iterator[tuple[str, str]]:
    yield "Accepted", " · ".join(question.answers)
    if question.choices:
        yield "Choices", " · ".join(question.choices)
    if question.as_of:
        yield "As of", str(question.as_of)
    if question.told:
        yield "Told at the reveal", question.told


def _mend(question: Written, found: Diagnosis) -> Iterator[Block]:
    after = mended(question, found.mend) if found.mend else None
    if after is None or found.state == "sound":
        return
    pairs = []
    if after.question != question.question:
        pairs.append(("It would ask", after.question))
    if after.answers != question.answers:
        pairs.append(("It would accept", " · ".join(after.answers)))
    if after.choices != question.choices:
        pairs.append(("Its choices", " · ".join(after.choices) or "none; it is typed"))
    yield Fields(tuple(pairs))


def _rows(found: Diagnosis) -> Iterator[Block]:
    if found.proof.rows and found.state != "unchecked":
        table = phrase_table(found.proof)
        yield Table(table.columns, table.rows[:_ROWS])
        if (more := len(table.rows) - _ROWS) > 0:
            yield Text(f"And {counted(more, 'row')} more.", "quiet")


def _buttons(kept: KeptPack, number: int, found: Diagnosis) -> Iterator[Button]:
    question = kept.questions[number]
    is_ill = found.state in ("contradicted", "expired", "ambiguous")
    if is_ill and found.mend and mended(question, found.mend):
        yield button("Take the mend", f"mend {number}", kept.id)
    yield button("Edit", f"edit {number}", kept.id)
    if found.state == "contradicted" and question.decided != "ours":
        yield button("I know better", f"ours {number}", kept.id)
    if is_ill and not question.decided:
        yield button("Leave it", f"leave {number}", kept.id)
    yield button("Take it out", f"out {number}", kept.id)
    ahead = [n for n, each in enumerate(kept.questions) if n > number and _waits(each)]
    if ahead:
        yield button("Next to look at", f"question {ahead[0]}", kept.id)
    yield button("Back", f"show {number // ROWS}", kept.id)


def _waits(question: Written) -> bool:
    return question.found not in (None, "sound", "unchecked") and not question.decided

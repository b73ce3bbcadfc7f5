"""The trivia doctor looks at a whole pack, in small steps: others are answered meanwhile."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.packdesk.desk import GONE, MEANWHILE
from bot.packdesk.mending import diagnosed, mended
from bot.packdesk.showing import show_pack
from bot.quiz.wording import counted
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from bot.book import Book
    from bot.packdesk.desk import Desk
    from bot.quiz.packs.kept import KeptPack
    from bot.quiz.packs.pack import Written

PATIENCE = 1.5
"""Seconds; platforms wait three. What is not looked at by then is looked at in a further press."""

_MENDABLE = ("contradicted", "expired", "ambiguous")


async def look_over(desk: Desk, kept: KeptPack) -> Reply:
    """From the beginning: the records may have changed since."""
    anew = kept.having([replace(each, found=None) for each in kept.questions])
    return await look_on(desk, anew)


async def look_on(desk: Desk, kept: KeptPack) -> Reply:
    after = await desk.packs.keep(await looked_at(kept, desk.stand.book)) if kept.unseen else kept
    if after is None:
        now = await desk.find(kept.id)
        return show_pack(now, MEANWHILE) if now else GONE
    return show_pack(after)


async def looked_at(kept: KeptPack, book: Book) -> KeptPack:
    """With what the doctor finds in the time there is."""
    ends, questions = time.monotonic() + PATIENCE, list(kept.questions)
    for number in [n for n, each in enumerate(questions) if each.found is None]:
        each = questions[number]
        questions[number] = replace(each, found=diagnosed(each, book).state)
        await asyncio.sleep(0)
        if time.monotonic() >= ends:
            break
    return kept.having(questions)


async def take_mends(desk: Desk, kept: KeptPack) -> Reply:
    """Every mend that there is, where no moderator has decided otherwise."""
    ends, questions, taken = time.monotonic() + PATIENCE, list(kept.questions), 0
    for number, each in enumerate(questions):
        if each.found in _MENDABLE and not each.decided and time.monotonic() < ends:
            after = _mended(each, desk.stand.book)
            taken += after != each
            questions[number] = after
            await asyncio.sleep(0)
    now = await desk.packs.keep(kept.having(questions))
    if now is None:
        found = await desk.find(kept.id)
        return show_pack(found, MEANWHILE) if found else GONE
    return show_pack(now, Text(f"{counted(taken, 'question')} mended."))


def _mended(question: Written, book: Book) -> Written:
    mend = diagnosed(question, book).mend
    after = mended(question, mend) if mend else None
    return replace(after, found=diagnosed(after, book).state) if after else question

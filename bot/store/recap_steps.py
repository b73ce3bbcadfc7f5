"""What was done to recaps, as rows of the store: read, and a person's name taken out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from bot.recap.draft import Signature
from bot.recap.draft_json import read_draft, write_draft
from bot.recap.drafts import Done
from bot.recap.forgetting import anonymous, is_by, without_name
from bot.store.tables import recap as recaps
from bot.store.tables import recap_step as steps

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.request import User

WORDS = "words"
"""In the draft of a step: how it was told, where it was."""


def read_step(row: Row[Any]) -> Done:
    who = Signature(**row.who)
    words = row.draft.get(WORDS, "")
    return Done(row.number, row.done, who, row.at, read_draft(row.draft), words)


async def names_of(connection: AsyncConnection, user: User) -> dict[str, str]:
    """The recaps that a person did something to, with the name under which he did."""
    rows = await connection.execute(select(steps.c.recap, steps.c.who))
    return {key: who["name"] for key, who in rows if is_by(Signature(**who), user)}


async def forget_in(connection: AsyncConnection, key: str, user: User, name: str) -> None:
    rows = await connection.execute(select(steps).where(steps.c.recap == key))
    for row in rows.all():
        done = anonymous(read_step(row), user, name)
        who = {"platform": done.who.platform, "key": done.who.key, "name": done.who.name}
        words = {WORDS: done.words} if done.words else {}
        of_it = steps.c.recap == key, steps.c.number == row.number
        kept = {"who": who, "draft": write_draft(done.draft) | words}
        await connection.execute(update(steps).where(*of_it).values(kept))
    draft = select(recaps.c.draft).where(recaps.c.id == key)
    told = read_draft((await connection.execute(draft)).scalar_one())
    unnamed = write_draft(without_name(told, user, name))
    await connection.execute(update(recaps).where(recaps.c.id == key).values(draft=unnamed))

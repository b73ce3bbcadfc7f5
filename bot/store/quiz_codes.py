"""Codes by which other communities are invited to a quiz night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from bot.codes import new_code, read_code
from bot.store.tables import quiz_code as codes

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


async def invite(connection: AsyncConnection, night: str, until: float, now: float) -> str:
    """A new code; those whose time is over are forgotten."""
    code = new_code()
    await connection.execute(delete(codes).where(codes.c.until <= now))
    await connection.execute(insert(codes), {"code": code, "night": night, "until": until})
    return code


async def invited(connection: AsyncConnection, code: str, now: float) -> str:
    of_it = codes.c.code == read_code(code), codes.c.until > now
    found = await connection.execute(select(codes.c.night).where(*of_it))
    return found.scalar_one_or_none() or ""

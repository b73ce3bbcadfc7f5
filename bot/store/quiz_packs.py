"""Packs of questions in the store, each its community's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from bot.quiz.packs.kept import KeptPack, read_kept, write_pack
from bot.store.tables import quiz_pack as packs

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncEngine


class StoredPacks:
    """The packs of every process that shares the store."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def of(self, platform: str, community: str) -> tuple[KeptPack, ...]:
        ours = await self._rows(packs.c.platform == platform, packs.c.community == community)
        return tuple(sorted(ours, key=lambda each: (each.title.casefold(), each.id)))

    async def find(self, key: str) -> KeptPack | None:
        return next(iter(await self._rows(packs.c.id == key)), None)

    async def keep(self, pack: KeptPack) -> KeptPack | None:
        after = replace(pack, version=pack.version + 1)
        async with self._engine.begin() as connection:
            if not pack.version:
                await connection.execute(insert(packs), _written(after))
                return after
            same = packs.c.id == pack.id, packs.c.version == pack.version
            done = await connection.execute(update(packs).where(*same).values(_written(after)))
        return after if done.rowcount else None

    async def remove(self, key: str) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(delete(packs).where(packs.c.id == key))

    async def brought(self, player: str) -> int:
        counted = select(func.count()).select_from(packs).where(packs.c.brought_by == player)
        async with self._engine.connect() as connection:
            return int((await connection.execute(counted)).scalar_one())

    async def forget(self, player: str) -> int:
        his = update(packs).where(packs.c.brought_by == player)
        async with self._engine.begin() as connection:
            return (await connection.execute(his.values(brought_by="", by_name=""))).rowcount

    async def _rows(self, *which: ColumnElement[bool]) -> list[KeptPack]:
        async with self._engine.connect() as connection:
            return [_read(row) for row in await connection.execute(select(packs).where(*which))]


def _written(pack: KeptPack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "platform": pack.platform,
        "community": pack.community,
        "pack": write_pack(pack.pack),
        "brought_by": pack.by,
        "by_name": pack.by_name,
        "version": pack.version,
        "text": pack.text,
    }


def _read(row: Row[Any]) -> KeptPack:
    return KeptPack(
        row.id,
        row.platform,
        row.community,
        read_kept(row.pack),
        row.brought_by,
        row.by_name,
        row.version,
        row.text,
    )

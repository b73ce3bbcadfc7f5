"""What a user likes: a driver, a series. Chosen by hand, and forgotten when it is unchosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from bot.store.tables import liking as likings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.request import User


class Likings:
    """One value for each name, such as driver."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def of(self, user: User) -> dict[str, str]:
        of_theirs = likings.c.platform == user.platform, likings.c.owner == user.key
        async with self._engine.connect() as connection:
            rows = await connection.execute(select(likings).where(*of_theirs))
            return {row.name: row.value for row in rows}

    async def choose(self, user: User, community: str, name: str, value: str) -> None:
        """Keep it in place of what was chosen before; nothing chosen is nothing kept."""
        row = {"platform": user.platform, "owner": user.key, "name": name, "value": value}
        async with self._engine.begin() as connection:
            await connection.execute(
                delete(likings).where(
                    likings.c.platform == user.platform,
                    likings.c.owner == user.key,
                    likings.c.name == name,
                )
            )
            if value:
                await connection.execute(insert(likings), {**row, "community": community})

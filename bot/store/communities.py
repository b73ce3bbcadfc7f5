"""Communities that take Spotter out: with them goes everything that is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, or_

from bot.store.quiz_forgetting import forget_community, forget_days
from bot.store.tables import card as cards
from bot.store.tables import channel_link as links
from bot.store.tables import daily, daily_day, daily_streak
from bot.store.tables import installation as installations
from bot.store.tables import job as jobs
from bot.store.tables import preference as preferences
from bot.store.tables import quiz_pack as packs
from bot.store.tables import recap as recaps
from bot.store.tables import recap_post as posts
from bot.store.tables import recap_step as steps
from bot.store.tables import recap_template as templates
from bot.store.tables import standing_answer as answers
from bot.store.tables import talk as talks

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.store.preferences import StoredPreferences
    from bot.store.talks import StoredTalks


_KEPT = (posts, jobs, cards, preferences, talks, templates, packs, answers)


class Communities:
    """What every process that shares the store keeps of them."""

    def __init__(
        self, engine: AsyncEngine, preferences: StoredPreferences, talks: StoredTalks
    ) -> None:
        self._engine = engine
        self._preferences = preferences
        self._talks = talks

    async def forget(self, platform: str, community: str, app: str = "") -> None:
        """All of it, with the token that it gave to one of our apps; what is posted stays there."""
        if not community:  # so is kept what was asked in direct messages
            return
        self._talks.forget_community(platform, community)
        async with self._engine.begin() as connection:
            await _forget_recaps(connection, platform, community)
            await forget_days(connection, platform, community)
            await forget_community(connection, platform, community)
            for kept in (*_KEPT, daily, daily_day, daily_streak):
                theirs = kept.c.platform == platform, kept.c.community == community
                await connection.execute(delete(kept).where(*theirs))
            theirs = installations.c.platform == platform, installations.c.community == community
            await connection.execute(
                delete(installations).where(*theirs, installations.c.app == app)
            )
        await self._preferences.read_anew()


async def _forget_recaps(connection: AsyncConnection, platform: str, community: str) -> None:
    """Drafts first, as whoever keeps one locks it first; links either way."""
    ours = recaps.c.platform == platform, recaps.c.community == community
    gone = delete(recaps).where(*ours).returning(recaps.c.id)
    keys = (await connection.execute(gone)).scalars().all()
    for kept in (posts, steps):
        await connection.execute(delete(kept).where(kept.c.recap.in_(keys)))
    lent = and_(links.c.platform == platform, links.c.community == community)
    borrowed = and_(links.c.to_platform == platform, links.c.to_community == community)
    await connection.execute(delete(links).where(or_(lent, borrowed)))

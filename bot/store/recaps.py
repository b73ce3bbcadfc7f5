"""Recap drafts in the store: each version, who made it, and a template for each community."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.recap.draft import next_version
from bot.recap.draft_json import read_draft, write_draft
from bot.recap.drafts import SETTLING, TOLD, Outdated, Template
from bot.recap.template_json import read_template, write_template
from bot.store.joining import joining
from bot.store.notices import approval_asked, notice_kind
from bot.store.recap_steps import WORDS, forget_in, names_of, read_step
from bot.store.tables import recap as recaps
from bot.store.tables import recap_step as steps
from bot.store.tables import recap_template as templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.recap.draft import Draft, Signature
    from bot.recap.drafts import Did, Done
    from bot.request import User
    from bot.store.jobs import Jobs


class StoredDrafts:
    """The drafts of every process that shares the store."""

    def __init__(
        self, engine: AsyncEngine, jobs: Jobs, clock: Callable[[], float] = time.time
    ) -> None:
        self._engine = engine
        self._jobs = jobs
        self._clock = clock  # seconds since 1970

    async def begin(self, draft: Draft, who: Signature) -> Draft:
        async with self._engine.begin() as connection:
            dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
            row = {"id": draft.id, "platform": draft.platform, "community": draft.community}
            new = dialect.insert(recaps).values(row | self._row(draft)).on_conflict_do_nothing()
            if (await connection.execute(new)).rowcount == 1:
                await self._write(connection, draft, who, "drafted")
                return draft
        return await self.find(draft.id) or draft

    async def find(self, key: str) -> Draft | None:
        async with self._engine.connect() as connection:
            found = await connection.execute(select(recaps.c.draft).where(recaps.c.id == key))
            told = found.scalar_one_or_none()
        return read_draft(told) if told else None

    async def recent(self, platform: str, community: str, most: int) -> tuple[Draft, ...]:
        latest = (
            select(recaps.c.draft)
            .where(recaps.c.platform == platform, recaps.c.community == community)
            .order_by(recaps.c.changed.desc(), recaps.c.id)
            .limit(most)
        )
        async with self._engine.connect() as connection:
            return tuple(map(read_draft, (await connection.execute(latest)).scalars()))

    async def change(
        self,
        draft: Draft,
        who: Signature,
        did: Did,
        words: str = "",
        within: AsyncConnection | None = None,
    ) -> Draft:
        """Of two changes of one version the first is kept; the row is locked until it is."""
        changed = next_version(draft)
        of_version = recaps.c.id == draft.id, recaps.c.version == draft.version
        async with joining(self._engine, within) as connection:
            kept = update(recaps).where(*of_version).values(self._row(changed))
            if (await connection.execute(kept)).rowcount != 1:
                raise Outdated
            await self._write(connection, changed, who, did, words)
            if did == "asked":
                await self._jobs.put_within(connection, approval_asked(changed))
        if did == "asked":
            await self._jobs.call(notice_kind(draft.platform))
        return changed

    async def note(self, draft: Draft, who: Signature, did: Did, words: str = "") -> int:
        async with self._engine.begin() as connection:
            locked = update(recaps).where(recaps.c.id == draft.id).values(id=draft.id)
            await connection.execute(locked)
            return await self._write(connection, draft, who, did, words)

    async def history(self, key: str) -> tuple[Done, ...]:
        done = select(steps).where(steps.c.recap == key).order_by(steps.c.number)
        async with self._engine.connect() as connection:
            return tuple(map(read_step, await connection.execute(done)))

    async def told(self, platform: str, community: str) -> tuple[Done, ...]:
        return await self._last(platform, community, TOLD)

    async def proposed(self, platform: str, community: str) -> frozenset[str]:
        last = await self._last(platform, community, ("proposed", *SETTLING))
        return frozenset(done.draft.id for done in last if done.did == "proposed")

    async def template(self, platform: str, community: str) -> Template:
        theirs = templates.c.platform == platform, templates.c.community == community
        async with self._engine.connect() as connection:
            found = await connection.execute(select(templates.c.template).where(*theirs))
            told = found.scalar_one_or_none()
        return read_template(told) if told else Template()

    async def keep_template(self, platform: str, community: str, template: Template) -> None:
        whose = {"platform": platform, "community": community}
        theirs = templates.c.platform == platform, templates.c.community == community
        async with self._engine.begin() as connection:
            await connection.execute(delete(templates).where(*theirs))
            row = whose | {"template": write_template(template)}
            await connection.execute(insert(templates), row)

    async def signed(self, user: User) -> int:
        async with self._engine.connect() as connection:
            return len(await names_of(connection, user))

    async def forget(self, user: User) -> int:
        async with self._engine.begin() as connection:
            names = await names_of(connection, user)
            for key, name in names.items():
                await forget_in(connection, key, user, name)
        return len(names)

    async def _last(self, platform: str, community: str, what: tuple[Did, ...]) -> tuple[Done, ...]:
        """Of each recap that is out what was done last, of these; the latest first."""
        last = (
            select(steps.c.recap, func.max(steps.c.number).label("number"))
            .where(steps.c.done.in_(what))
            .group_by(steps.c.recap)
            .subquery()
        )
        found = (
            select(steps)
            .join(last, (last.c.recap == steps.c.recap) & (last.c.number == steps.c.number))
            .join(recaps, recaps.c.id == steps.c.recap)
            .where(recaps.c.platform == platform, recaps.c.community == community)
            .where(recaps.c.state.in_(("posted", "scheduled")))
            .order_by(steps.c.at.desc())
        )
        async with self._engine.connect() as connection:
            return tuple(map(read_step, await connection.execute(found)))

    async def _write(
        self, connection: AsyncConnection, draft: Draft, who: Signature, did: Did, words: str = ""
    ) -> int:
        of_it = select(func.coalesce(func.max(steps.c.number), literal(0)) + 1)
        number = (await connection.execute(of_it.where(steps.c.recap == draft.id))).scalar_one()
        told = write_draft(draft) | ({WORDS: words} if words else {})
        row = {
            "recap": draft.id,
            "number": number,
            "done": did,
            "who": {"platform": who.platform, "key": who.key, "name": who.name},
            "at": self._clock(),
            "version": draft.version,
            "draft": told,
        }
        await connection.execute(insert(steps), row)
        return int(number)

    def _row(self, draft: Draft) -> dict[str, Any]:
        return {
            "race": draft.race,
            "version": draft.version,
            "state": draft.state,
            "draft": write_draft(draft),
            "changed": self._clock(),
        }

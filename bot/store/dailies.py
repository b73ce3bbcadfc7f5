"""Daily questions in the store: a question a day, each counted into the streaks once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.channel import Destination
from bot.quiz.dailies import daily_kind, paused_kind
from bot.quiz.daily import Daily, Day, Streak, counted_on
from bot.store.jobs import Task
from bot.store.tables import daily as dailies
from bot.store.tables import daily_day as days
from bot.store.tables import daily_streak as streaks

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Row, Table
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.quiz.daily import Said
    from bot.store.jobs import Jobs

_COUNTS = ("answered_row", "right_row", "best", "answered", "right")


class StoredDailies:
    """Those of every process that shares the store."""

    def __init__(self, engine: AsyncEngine, jobs: Jobs) -> None:
        self._engine = engine
        self._jobs = jobs

    async def find(self, to: Destination) -> Daily | None:
        async with self._engine.connect() as connection:
            found = await connection.execute(select(dailies).where(_of(dailies, to)))
            row = found.one_or_none()
        return _read(to, row) if row else None

    async def keep(self, daily: Daily) -> None:
        to, kind = daily.to, daily_kind(daily.to.platform)
        chosen = {
            "hour": daily.hour,
            "levels": list(daily.levels),
            "series": daily.series,
            "is_on": daily.on,
        }
        task = Task(kind, daily.key, {"channel": to.channel}, None, to.platform, to.community)
        async with self._engine.begin() as connection:
            put = _insert(connection, dailies).values(_where(to) | chosen)
            await connection.execute(
                put.on_conflict_do_update(index_elements=list(dailies.primary_key), set_=chosen)
            )
            if not await self._jobs.put_within(connection, task):
                await self._jobs.hasten(kind, daily.key, connection)
        await self._jobs.call(kind)

    async def pause(self, daily: Daily, why: str) -> None:
        to, kind = daily.to, paused_kind(daily.to.platform)
        still = update(dailies).where(_of(dailies, to), dailies.c.is_on)
        async with self._engine.begin() as connection:
            if not (await connection.execute(still.values(is_on=False))).rowcount:
                return
            found = select(days.c.day).where(_of(days, to)).order_by(days.c.day.desc()).limit(1)
            last = (await connection.execute(found)).scalar_one_or_none() or ""
            work = {"channel": to.channel, "why": why}
            task = Task(kind, f"{daily.key} {last}", work, None, to.platform, to.community)
            await self._jobs.put_within(connection, task)
        await self._jobs.call(kind)

    async def latest(self, to: Destination, most: int) -> tuple[Day, ...]:
        found = select(days).where(_of(days, to)).order_by(days.c.day.desc()).limit(most)
        async with self._engine.connect() as connection:
            return tuple(map(_read_day, await connection.execute(found)))

    async def of_night(self, night: str) -> Destination | None:
        async with self._engine.connect() as connection:
            found = await connection.execute(select(days).where(days.c.night == night))
            row = found.one_or_none()
        return Destination(row.platform, row.community, row.channel) if row else None

    async def asked(
        self, platform: str, community: str, since: date | None = None
    ) -> frozenset[str]:
        theirs = days.c.platform == platform, days.c.community == community
        late = (days.c.day >= since.isoformat(),) if since else ()
        async with self._engine.connect() as connection:
            found = await connection.execute(select(days.c.question).where(*theirs, *late))
            return frozenset(found.scalars())

    async def begin(self, to: Destination, day: Day) -> None:
        row = _where(to) | {"day": day.day.isoformat(), "night": day.night}
        row |= {"question": day.question, "message": day.message, "closed": day.closed}
        async with self._engine.begin() as connection:
            new = _insert(connection, days).values(row)
            await connection.execute(new.on_conflict_do_nothing())

    async def note(self, to: Destination, day: date, message: str) -> None:
        of_it = _of(days, to), days.c.day == day.isoformat()
        async with self._engine.begin() as connection:
            await connection.execute(update(days).where(*of_it).values(message=message))

    async def close(self, to: Destination, day: Day, said: tuple[Said, ...]) -> None:
        of_it = _of(days, to), days.c.day == day.day.isoformat(), days.c.closed.is_(False)
        async with self._engine.begin() as connection:
            closed = await connection.execute(update(days).where(*of_it).values(closed=True))
            if not closed.rowcount:
                return
            earlier = _of(days, to), days.c.day < day.day.isoformat()
            found = select(days.c.day).where(*earlier).order_by(days.c.day.desc()).limit(1)
            before = (await connection.execute(found)).scalar_one_or_none()
            players = _of(streaks, to), streaks.c.player.in_([each.player for each in said])
            known = await connection.execute(select(streaks).where(*players))
            last = date.fromisoformat(before) if before else None
            after = counted_on(map(_read_streak, known.all()), said, day.day, last)
            await connection.execute(delete(streaks).where(*players))
            if rows := [_where(to) | _write_streak(each) for each in after]:
                await connection.execute(insert(streaks), rows)

    async def streaks(self, to: Destination) -> tuple[Streak, ...]:
        async with self._engine.connect() as connection:
            found = await connection.execute(select(streaks).where(_of(streaks, to)))
            return tuple(map(_read_streak, found))


async def forget_player(connection: AsyncConnection, player: str) -> None:
    await connection.execute(delete(streaks).where(streaks.c.player == player))


def _insert(connection: AsyncConnection, table: Table) -> Any:  # noqa: ANN401 - each has its own
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)


def _of(table: Table, to: Destination) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in _where(to).items()))


def _where(to: Destination) -> dict[str, Any]:
    return {"platform": to.platform, "community": to.community, "channel": to.channel}


def _read(to: Destination, row: Row[Any]) -> Daily:
    low, high = row.levels
    return Daily(to, row.hour, (low, high), row.series, row.is_on)


def _read_day(row: Row[Any]) -> Day:
    return Day(date.fromisoformat(row.day), row.night, row.question, row.message, row.closed)


def _read_streak(row: Row[Any]) -> Streak:
    counts = {name: getattr(row, name) for name in _COUNTS}
    return Streak(row.player, row.name, date.fromisoformat(row.last), **counts)


def _write_streak(streak: Streak) -> dict[str, Any]:
    counts = {name: getattr(streak, name) for name in _COUNTS}
    who = {"player": streak.player, "name": streak.name, "last": streak.last.isoformat()}
    return who | counts

"""Quiz nights in the store: nothing is lost or counted twice, whoever dies at any moment."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from bot.quiz.beating import beat_after, lost
from bot.quiz.night_json import kind_of, write_set_up, write_step
from bot.quiz.nights import GONE, job_kind
from bot.quiz.refused import Refused
from bot.quiz.starting import start_of
from bot.quiz.steps import Ended, TimeGivenBack, Unlinked
from bot.quiz.taking import take
from bot.store import quiz_codes, quiz_counting
from bot.store.dailies import forget_player
from bot.store.group_commit import GroupCommit
from bot.store.jobs import ABOUT
from bot.store.quiz_boards import begin_boards, boards_of, hasten_boards, keep_board, latest
from bot.store.quiz_forgetting import forget_in, nights_of
from bot.store.quiz_giving import answer_all
from bot.store.quiz_notices import put_notices
from bot.store.quiz_occasions import put_occasions
from bot.store.quiz_reading import NightReader
from bot.store.quiz_reminders import put_reminders
from bot.store.quiz_results import NightResults
from bot.store.quiz_rows import locked, read_entrant, read_head, write_entrant, write_head
from bot.store.tables import quiz as quizzes
from bot.store.tables import quiz_player as players
from bot.store.tables import quiz_step as steps

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.quiz.entrant import Entrant
    from bot.quiz.given import Given
    from bot.quiz.night import Night
    from bot.quiz.nights import Board, Plan, Tally
    from bot.quiz.results import Result
    from bot.quiz.steps import Step
    from bot.radio import Radio
    from bot.store.jobs import Jobs
    from bot.store.quiz_giving import Ask, Told
from bot.store.quiz_reading import Found

ABOUT_NIGHTS = "quiz"
"""What the radio says, with the night's id, when a step was taken or somebody came in."""


class StoredNights:
    """The nights of every process that shares the store."""

    def __init__(
        self,
        engine: AsyncEngine,
        jobs: Jobs,
        radio: Radio,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._engine = engine
        self._jobs = jobs
        self._radio = radio
        self._clock = clock  # seconds since 1970
        self._reader = NightReader(engine)
        self._results = NightResults(engine, self._reader)
        self._asks: dict[str, GroupCommit[Ask, Told]] = {}
        self._writing = asyncio.Lock()

    async def begin(self, night: Night, boards: tuple[Board, ...]) -> None:
        now = self._clock()
        row = {"id": night.id, "set_up": write_set_up(night), "begun": now, "beat": now}
        row |= {"steps": 0, "entries": 0, "rewritten": 0, **write_head(night.head)}
        async with self._transaction() as connection:
            if await locked(connection, night.id) is not None:
                return
            await connection.execute(insert(quizzes), row)
            if came := [write_entrant(night.id, each) for each in night.entrants.values()]:
                await connection.execute(insert(players), came)
            await begin_boards(connection, self._jobs, boards)
            if starts := start_of(night):
                await put_reminders(connection, self._jobs, boards, starts, now)
                await put_occasions(connection, self._jobs, boards, is_planned=True)
        await self._call_crews(board.to.platform for board in boards)

    async def find(self, key: str) -> Night | None:
        found = await self._reader.find(key)
        return found.night if found else None

    async def take(self, key: str, plan: Plan) -> Night | Refused | None:
        while found := await self._reader.find(key):
            step = plan(found.night)
            if step is None or isinstance(step, Refused):
                return found.night if step is None else step
            if isinstance(after := take(step, found.night), Refused):
                return after
            if await self._append(found, step, after):
                return await self.find(key)
        return None

    async def enter(self, key: str, entrant: Entrant) -> Entrant | Refused:
        return await self._ask(key, entrant)  # type: ignore[return-value]  # told as he asked

    async def give(self, key: str, given: Given) -> Given | Refused:
        return await self._ask(key, given)  # type: ignore[return-value]  # told as he asked

    async def entrant(self, key: str, player: str) -> Entrant | None:
        his = players.c.night == key, players.c.player == player
        async with self._engine.connect() as connection:
            row = (await connection.execute(select(players).where(*his))).one_or_none()
        return read_entrant(row) if row else None

    async def tally(self, key: str, number: int) -> Mapping[str, Tally]:
        async with self._engine.connect() as connection:
            return await quiz_counting.tally(connection, key, number)

    async def beat(self, key: str, now: float) -> float:
        while True:
            async with self._transaction() as connection:
                row = await locked(connection, key)
                if row is None:
                    return 0.0
                if not lost(read_head(row), row.beat, now):
                    await _set_beat(connection, key, now)
                    return max(0.0, now - float(row.beat))
            if back := await self._give_back(key, now):
                return back

    async def rest(self, key: str, until: float) -> None:
        async with self._transaction() as connection:
            await _set_beat(connection, key, until)

    async def boards(self, key: str) -> tuple[Board, ...]:
        async with self._engine.connect() as connection:
            return await boards_of(connection, key)

    async def keep_board(self, board: Board) -> None:
        async with self._transaction() as connection:
            is_new = await keep_board(connection, self._jobs, board)
            row = await locked(connection, board.night) if is_new else None
            if row and row.phase == "gathering" and row.until:
                await put_reminders(connection, self._jobs, (board,), row.until, self._clock())
                await put_occasions(connection, self._jobs, (board,), is_planned=True)
        if is_new:
            await self._call_crews((board.to.platform,))

    async def invite(self, key: str, until: float) -> str:
        async with self._transaction() as connection:
            return await quiz_codes.invite(connection, key, until, self._clock())

    async def invited(self, code: str, now: float) -> str:
        async with self._engine.connect() as connection:
            return await quiz_codes.invited(connection, code, now)

    async def recent(self, platform: str, community: str, most: int) -> tuple[Night, ...]:
        async with self._engine.connect() as connection:
            keys = await latest(connection, platform, community, most)
        nights = [await self.find(key) for key in keys]
        return tuple(night for night in nights if night)

    async def begun_since(self, since: float, after: str, most: int) -> tuple[str, ...]:
        """The nights of that time by their keys, some at a time."""
        late = quizzes.c.begun >= since, quizzes.c.id > after
        found = select(quizzes.c.id).where(*late).order_by(quizzes.c.id).limit(most)
        async with self._engine.connect() as connection:
            return tuple((await connection.execute(found)).scalars())

    async def results(
        self, platform: str, community: str, since: float, until: float
    ) -> tuple[Result, ...]:
        return await self._results.of(platform, community, since, until)

    async def asked(self, platform: str, community: str, since: float) -> frozenset[str]:
        async with self._engine.connect() as connection:
            return await quiz_counting.asked(connection, platform, community, since)

    async def played(self, player: str) -> int:
        async with self._engine.connect() as connection:
            return len(await nights_of(connection, player))

    async def forget(self, player: str) -> int:
        async with self._engine.connect() as connection:
            keys = await nights_of(connection, player)
        async with self._transaction() as connection:
            await forget_player(connection, player)
        for key in keys:
            async with self._transaction() as connection:
                await forget_in(connection, key, player)
            await self._radio.call(ABOUT_NIGHTS, key)
        return len(keys)

    async def _append(self, found: Found, step: Step, after: Night) -> bool:
        """Keep the step, unless another was kept first; answers in flight come before it."""
        night, before = found.night.id, found.night
        async with self._transaction() as connection:
            row = await locked(connection, night)
            if row is None or row.steps != found.steps:
                return False
            if isinstance(step, TimeGivenBack) and row.beat != found.beat:
                return False
            told = {"kind": kind_of(step), "at": step.at, "step": write_step(step)}
            await connection.execute(insert(steps), {"night": night, "number": row.steps, **told})
            beat = beat_after(step, before, after, row.beat)
            stands = {"steps": row.steps + 1, "beat": beat, **write_head(after.head)}
            await connection.execute(update(quizzes).where(quizzes.c.id == night).values(stands))
            new = await put_notices(connection, self._jobs, night, step, row.steps)
            idle = await hasten_boards(connection, self._jobs, night)
            if isinstance(step, (Ended, Unlinked)) or (
                before.head.phase == "gathering" and after.head != before.head
            ):
                idle |= await self._move_plans(connection, after)
        await self._tell(night, idle)
        for kind in new:
            await self._radio.call(ABOUT, kind)
        return True

    async def _move_plans(self, connection: AsyncConnection, night: Night) -> set[str]:
        """What is to be said of it at its time, and of its time elsewhere; on which platforms."""
        showing, starts = await boards_of(connection, night.id), start_of(night)
        await put_occasions(connection, self._jobs, showing, is_planned=bool(starts))
        if starts:
            await put_reminders(connection, self._jobs, showing, starts, self._clock())
        return {board.to.platform for board in showing}

    async def _give_back(self, key: str, now: float) -> float:
        """Seconds that were given back; none where another was first, or the night went on."""
        found = await self._reader.find(key)
        back = lost(found.night.head, found.beat, now) if found else 0.0
        if found is None or not back:
            return 0.0
        step = TimeGivenBack(at=now, seconds=back)
        after = take(step, found.night)
        is_kept = not isinstance(after, Refused) and await self._append(found, step, after)
        return back if is_kept else 0.0

    async def _ask(self, key: str, ask: Ask) -> Told:
        if key not in self._asks:
            self._asks[key] = GroupCommit(partial(self._answer_all, key))
        return await self._asks[key].put(ask)

    async def _answer_all(self, key: str, asks: Sequence[Ask]) -> Sequence[Told]:
        rules = await self._reader.rules(key)
        if rules is None:
            del self._asks[key]
            return [GONE] * len(asks)
        async with self._transaction() as connection:
            told, came = await answer_all(connection, key, rules, asks)
            idle = await hasten_boards(connection, self._jobs, key) if came else set()
        if came:
            await self._tell(key, idle)
        return told

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncConnection]:
        """A file has one writer at a time, who waits here with less pause than at the file."""
        if self._engine.dialect.name == "postgresql":
            async with self._engine.begin() as connection:
                yield connection
        else:
            async with self._writing, self._engine.begin() as connection:
                yield connection

    async def _tell(self, night: str, idle: set[str]) -> None:
        await self._radio.call(ABOUT_NIGHTS, night)
        await self._call_crews(idle)

    async def _call_crews(self, platforms: Iterable[str]) -> None:
        for platform in set(platforms):
            await self._radio.call(ABOUT, job_kind(platform))


async def _set_beat(connection: AsyncConnection, key: str, beat: float) -> None:
    await connection.execute(update(quizzes).where(quizzes.c.id == key).values(beat=beat))

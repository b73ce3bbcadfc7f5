"""What must be done once is done once: the same stories on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.crew import Crew, NotNow
from bot.store.jobs import LEASE, REMEMBERED, Jobs, Task
from bot.store.opening import open_shelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

    from bot.store.jobs import Job
    from bot.store.opening import Shelf

POST = Task("post", "darlington in #racing", {"race": "2026-12"}, 1000.0)

KILLED_BEFORE_IT_WAS_DONE = """
import asyncio, os, signal, sys
from bot.store.opening import open_shelf

async def claim():
    async with open_shelf(sys.argv[1]) as shelf:
        job = await shelf.jobs.claim(["post"], seconds=0.5)
        print(job.task.key, job.attempt, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(claim())
"""

WORKING_TOGETHER = """
import asyncio, sys
from bot.crew import Crew
from bot.store.opening import open_shelf

async def note(job):
    print(job.task.key, flush=True)

async def work():
    async with open_shelf(sys.argv[1]) as shelf:
        crew = asyncio.create_task(Crew(shelf.jobs, shelf.radio, {"post": note}).work())
        while await shelf.jobs.wait(["post"]) is not None:
            await asyncio.sleep(0.01)
        crew.cancel()
        await asyncio.wait((crew,))

asyncio.run(work())
"""


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@asynccontextmanager
async def two_workers(url: str) -> AsyncIterator[tuple[Jobs, Jobs, Clock]]:
    """Two processes that share a store, by one clock."""
    clock = Clock()
    async with open_shelf(url) as one, open_shelf(url) as other:
        for shelf in (one, other):
            shelf.jobs._clock = clock
        yield one.jobs, other.jobs, clock


async def test_a_job_is_claimed_by_one_and_done_once(url: str) -> None:
    async with two_workers(url) as (here, there, _):
        assert await here.put(POST)
        job = await here.claim(["post"])

        assert job
        assert job.task == POST
        assert await there.claim(["post"]) is None
        assert await here.finish(job)
        assert await here.claim(["post"]) is None
        assert await there.state("post", POST.key) == ("done", "")


async def test_the_same_is_not_put_twice_even_after_it_was_done(url: str) -> None:
    async with two_workers(url) as (here, there, clock):
        assert await here.put(POST)
        assert not await there.put(POST)
        job = await here.claim(["post"])
        assert job
        await here.finish(job)
        assert not await there.put(POST)

        clock.now += REMEMBERED + 1
        await here.forget_old()
        assert await there.put(POST)


async def test_what_was_dropped_or_given_up_may_be_put_again_with_other_work(url: str) -> None:
    async with two_workers(url) as (here, there, _):
        await here.put(POST)
        assert not await there.put(replace(POST, work={}))
        assert await here.drop("post", POST.key)
        assert await there.put(replace(POST, work={"race": "2026-13"}))
        job = await here.claim(["post"])
        assert job
        assert (job.task.work, job.attempt) == ({"race": "2026-13"}, 2)
        await here.give_up(job, "channel gone")

        assert await there.put(POST)
        assert await here.state("post", POST.key) == ("open", "")


async def test_what_is_not_due_waits_and_can_be_moved_or_dropped(url: str) -> None:
    async with two_workers(url) as (here, there, clock):
        await here.put(Task("reminder", "quiz", due=1060.0))
        await here.put(Task("reminder", "green flag", due=1030.0))

        assert await there.claim(["reminder"]) is None
        assert await there.wait(["reminder"]) == 30.0
        assert await there.move("reminder", "quiz", 1010.0)
        assert await there.drop("reminder", "green flag")
        clock.now += 20
        job = await here.claim(["reminder"])
        assert job
        assert job.task.key == "quiz"
        assert not await there.move("reminder", "quiz", 2000.0)
        assert not await there.drop("reminder", "quiz")
        assert await there.state("reminder", "green flag") == ("dropped", "")


async def test_what_somebody_may_have_begun_is_not_dropped_as_untried(url: str) -> None:
    async with two_workers(url) as (here, there, clock):
        await here.put(POST)
        job = await here.claim(["post"])
        assert job
        clock.now += LEASE + 1
        async with there._engine.begin() as connection:
            assert not await there.drop_untried("post", POST.key, connection)
            assert await there.is_ours(job, connection)
        taken_over = await there.claim(["post"])
        assert taken_over
        async with here._engine.begin() as connection:
            assert not await here.is_ours(job, connection)

        await here.put(Task("post", "another", due=clock.now + 60))
        async with here._engine.begin() as connection:
            assert await here.drop_untried("post", "another", connection)


async def test_kinds_that_nobody_here_can_do_are_left_to_others(url: str) -> None:
    async with two_workers(url) as (here, there, _):
        await here.put(POST)

        assert await there.claim(["quiz clock"]) is None
        assert await there.wait(["quiz clock"]) is None
        assert await here.claim(["quiz clock", "post"])


async def test_a_claim_that_ran_out_is_taken_over_and_the_first_finishes_nothing(url: str) -> None:
    async with two_workers(url) as (here, there, clock):
        await here.put(POST)
        first = await here.claim(["post"])
        assert first
        clock.now += LEASE - 1
        assert await here.renew(first)
        clock.now += LEASE - 1
        assert await there.claim(["post"]) is None

        clock.now += 2
        second = await there.claim(["post"])

        assert second
        assert (first.attempt, second.attempt) == (1, 2)
        assert not await here.renew(first)
        assert not await here.finish(first)
        assert await there.finish(second)


async def test_what_is_put_off_says_why_and_what_is_given_up_is_not_tried_again(url: str) -> None:
    async with two_workers(url) as (here, there, clock):
        await here.put(POST)
        job = await here.claim(["post"])
        assert job
        assert await here.put_off(job, 5, "rate limit")
        assert await there.state("post", POST.key) == ("open", "rate limit")
        assert await there.claim(["post"]) is None

        clock.now += 5
        again = await there.claim(["post"])
        assert again
        assert await there.give_up(again, "channel gone")
        clock.now += LEASE
        assert await here.claim(["post"]) is None
        assert await here.state("post", POST.key) == ("failed", "channel gone")


async def test_many_workers_at_once_claim_each_job_once(url: str) -> None:
    async with two_workers(url) as (here, there, _):
        for number in range(40):
            await here.put(Task("post", str(number)))
        claims = await asyncio.gather(*(each.claim(["post"]) for each in (here, there) * 20))

    assert Counter(each.task.key for each in claims if each) == Counter(map(str, range(40)))


async def test_a_job_put_within_a_transaction_that_is_rolled_back_is_not_put(url: str) -> None:
    async with open_shelf(url) as shelf:
        async with shelf.jobs._engine.connect() as connection:
            assert await shelf.jobs.put_within(connection, POST)
            await connection.rollback()

        assert await shelf.jobs.state("post", POST.key) is None


async def run(program: str, url: str) -> subprocess.CompletedProcess[str]:
    started = [sys.executable, "-c", program, url]
    return await asyncio.to_thread(
        subprocess.run, started, capture_output=True, text=True, check=False, timeout=60
    )


async def test_the_job_of_a_killed_process_is_taken_up_by_another(url: str) -> None:
    done: list[Job] = []

    async def post(job: Job) -> None:
        done.append(job)

    async with open_shelf(url) as shelf:
        await shelf.jobs.put(POST)
        killed = await run(KILLED_BEFORE_IT_WAS_DONE, url)
        async with working(shelf, post):
            await until(shelf, "done")

    assert killed.returncode < 0
    assert killed.stdout == f"{POST.key} 1\n"
    assert [(job.task.key, job.attempt) for job in done] == [(POST.key, 2)]


async def test_two_processes_share_the_work_and_nothing_is_done_twice(url: str) -> None:
    async with open_shelf(url) as shelf:
        for number in range(60):
            await shelf.jobs.put(Task("post", str(number)))
        ran = await asyncio.gather(run(WORKING_TOGETHER, url), run(WORKING_TOGETHER, url))

    assert [each.stderr for each in ran] == ["", ""]
    done = Counter(line for each in ran for line in each.stdout.splitlines())
    assert done == Counter(map(str, range(60)))


@asynccontextmanager
async def working(shelf: Shelf, post: object, lease: float = LEASE) -> AsyncIterator[None]:
    crew = Crew(shelf.jobs, shelf.radio, {"post": post}, lease=lease)  # type: ignore[dict-item]
    task = asyncio.create_task(crew.work())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait((task,))


async def until(shelf: Shelf, state: str, key: str = POST.key) -> str:
    """Why a job came to a state; the test fails where it never does."""
    async with asyncio.timeout(10):
        while (told := await shelf.jobs.state("post", key)) is None or told[0] != state:
            await asyncio.sleep(0.01)
    return told[1]


async def test_a_job_that_is_put_is_done_at_once(url: str) -> None:
    begun = asyncio.Event()

    async def post(job: Job) -> None:
        begun.set()

    async with open_shelf(url) as shelf, working(shelf, post):
        await shelf.jobs.put(POST)
        async with asyncio.timeout(2):  # far less than the crew waits without a call
            await begun.wait()
        await until(shelf, "done")


async def test_a_trade_that_cannot_now_is_asked_again(url: str) -> None:
    attempts: list[int] = []

    async def post(job: Job) -> None:
        attempts.append(job.attempt)
        if job.attempt < 3:
            raise NotNow("rate limit", 0.05)

    async with open_shelf(url) as shelf, working(shelf, post):
        await shelf.jobs.put(POST)
        await until(shelf, "done")

    assert attempts == [1, 2, 3]


async def test_a_bug_in_one_job_holds_up_no_other(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def post(job: Job) -> None:
        if job.task == POST:
            raise ZeroDivisionError

    async with open_shelf(url) as shelf, working(shelf, post):
        await shelf.jobs.put(POST)
        await shelf.jobs.put(Task("post", "another"))
        await until(shelf, "done", "another")
        async with asyncio.timeout(5):
            while await shelf.jobs.state("post", POST.key) != ("open", "ZeroDivisionError"):
                await asyncio.sleep(0.01)

    assert "darlington in #racing failed" in caplog.text


async def test_a_job_is_tried_only_so_often(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.crew._FIRST_PAUSE", 0.001)

    async def post(job: Job) -> None:
        raise ZeroDivisionError

    async with open_shelf(url) as shelf, working(shelf, post):
        await shelf.jobs.put(POST)

        assert await until(shelf, "failed") == "ZeroDivisionError"


async def test_a_long_job_keeps_its_claim(url: str) -> None:
    lease = 1.5
    begun, may_end, attempts = asyncio.Event(), asyncio.Event(), []

    async def post(job: Job) -> None:
        attempts.append(job.attempt)
        begun.set()
        await may_end.wait()

    async with open_shelf(url) as shelf, working(shelf, post, lease):
        await shelf.jobs.put(POST)
        await begun.wait()
        over = time.monotonic() + 1.5 * lease
        while time.monotonic() < over:
            assert await shelf.jobs.claim(["post"]) is None
            await asyncio.sleep(0.05)
        may_end.set()
        await until(shelf, "done")

    assert attempts == [1]


async def test_a_crew_that_stops_leaves_its_job_to_others_at_once(url: str) -> None:
    begun = asyncio.Event()

    async def post(job: Job) -> None:
        begun.set()
        await asyncio.Event().wait()

    async with open_shelf(url) as shelf:
        await shelf.jobs.put(POST)
        async with working(shelf, post):
            await begun.wait()

        job = await shelf.jobs.claim(["post"])
        assert job
        assert job.attempt == 2


async def test_processes_that_start_together_make_one_new_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"

    ran = await asyncio.gather(*(run(WORKING_TOGETHER, url) for _ in range(3)))

    assert [(each.returncode, each.stderr) for each in ran] == [(0, "")] * 3

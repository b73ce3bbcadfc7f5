"""The radio: heard by everybody who is tuned in, in this process and in others."""

from __future__ import annotations

import asyncio
import subprocess
import sys

from sqlalchemy import text

from bot.radio import _MOST_UNHEARD, Call, OwnRadio
from bot.store.opening import make_engine, open_shelf

CALLING = """
import asyncio, sys
from bot.store.opening import open_shelf

async def call():
    async with open_shelf(sys.argv[1]) as shelf:
        await shelf.radio.call("recap", "darlington 2026")

asyncio.run(call())
"""


async def test_who_is_tuned_in_hears_what_is_called_and_nothing_else(url: str) -> None:
    async with open_shelf(url) as shelf, shelf.radio.tuned_in("recap", "job") as receiver:
        for about in ("quiz", "recap", "job"):
            await shelf.radio.call(about, "7")

        assert await receiver.hear(5) == Call("recap", "7")
        assert await receiver.hear(5) == Call("job", "7")
        assert await receiver.hear(0) is None


async def test_a_call_is_heard_in_another_process(shared_url: str) -> None:
    async with open_shelf(shared_url) as shelf, shelf.radio.tuned_in("recap") as receiver:
        calling = [sys.executable, "-c", CALLING, shared_url]
        await asyncio.to_thread(subprocess.run, calling, check=True)

        assert await receiver.hear(5) == Call("recap", "darlington 2026")


async def test_who_lost_the_database_is_told_that_he_missed_something(shared_url: str) -> None:
    engine = make_engine(shared_url)
    cut = text("select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%'")
    async with open_shelf(shared_url) as shelf, shelf.radio.tuned_in("recap") as receiver:
        async with engine.begin() as connection:
            assert (await connection.execute(cut)).all() == [(True,)]

        assert await receiver.hear(10) == Call("recap")
        await shelf.radio.call("recap", "7")
        assert await receiver.hear(5) == Call("recap", "7")
    await engine.dispose()


async def test_who_does_not_listen_is_told_once_that_he_missed_something() -> None:
    radio = OwnRadio()
    async with radio.tuned_in("recap") as receiver:
        for number in range(_MOST_UNHEARD + 1):
            await radio.call("recap", str(number))

        assert await receiver.hear(0) == Call("recap")
        assert await receiver.hear(0) is None

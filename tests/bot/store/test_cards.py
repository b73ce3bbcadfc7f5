"""Cards that survive: the same stories on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.bot import Bot
from bot.card import FORGOTTEN_AFTER, Card
from bot.request import Place, Press, Request, User
from bot.store.opening import open_store, store_url
from tests.bot.small_book import PETTY, SmallBook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FAN = User("discord", "1", "a fan")
GARAGE = Place("garage 1", "track", "garage")
CARD = Card("discord", "1", "track", ("heim", "what about '24?", "Suárez"), date(2026, 2, 15))

KILLED_WHILE_KEEPING = """
import asyncio, os, signal, sys
from dataclasses import replace
from datetime import date
from bot.card import Card
from bot.store.opening import open_store

async def keep():
    async with open_store(sys.argv[1]) as cards:
        key = await cards.keep(Card("discord", "1", "track", ("heim",), date(2026, 2, 15)))
        print(key, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(keep())
"""


async def test_a_card_is_found_again_after_the_store_was_closed(url: str) -> None:
    async with open_store(url) as cards:
        key = await cards.keep(CARD)

    async with open_store(url) as cards:
        assert await cards.find(key) == CARD
        assert await cards.find("nothing") is None


async def test_a_card_may_be_changed_in_its_place(url: str) -> None:
    async with open_store(url) as cards:
        key = await cards.keep(CARD)
        await cards.change(key, replace(CARD, turns=("heim", "in 2025")))

        assert (await cards.find(key)) == replace(CARD, turns=("heim", "in 2025"))


async def test_a_card_survives_the_kill_of_the_process_that_kept_it(url: str) -> None:
    killed = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", KILLED_WHILE_KEEPING, url],
        capture_output=True,
        text=True,
        check=False,
    )

    async with open_store(url) as cards:
        card = await cards.find(killed.stdout.strip())

    assert killed.returncode < 0
    assert card
    assert card.turns == ("heim",)


async def test_after_ninety_days_a_card_is_forgotten(url: str) -> None:
    now = [time.time() - FORGOTTEN_AFTER - 10]
    async with open_store(url) as cards:
        cards._clock = lambda: now[0]
        key = await cards.keep(CARD)
        assert await cards.find(key) == CARD

        now[0] += FORGOTTEN_AFTER + 1
        assert await cards.find(key) is None

    async with open_store(url) as cards:  # sweeps, by the clock of today
        cards._clock = lambda: time.time() - FORGOTTEN_AFTER - 10
        assert await cards.find(key) is None


async def test_several_processes_open_a_new_store_at_once(shared_url: str) -> None:
    async def keep_one() -> tuple[str, Card | None]:
        async with open_store(shared_url) as cards:
            key = await cards.keep(CARD)
            return key, await cards.find(key)

    kept = await asyncio.gather(*(keep_one() for _ in range(4)))

    assert [card for _, card in kept] == [CARD] * 4
    assert len({key for key, _ in kept}) == 4


async def test_a_button_of_a_long_talk_works_after_a_restart(url: str) -> None:
    async with open_store(url) as cards:
        bot = Bot(SmallBook(), cards=cards)
        for question in ("heim " * 70, "and petty"):
            reply = await bot.handle(Request("ask", FAN, GARAGE, {"question": question}))

    book = SmallBook()
    async with open_store(url) as cards:
        await Bot(book, cards=cards).press(Press(reply.buttons[1].key, FAN, GARAGE))

    assert book.asked[-1] == ("Lee Petty", PETTY)


async def test_a_hundred_cards_are_kept_in_no_time(url: str) -> None:
    async with open_store(url) as cards:
        start = time.perf_counter()
        keys = await asyncio.gather(*(cards.keep(CARD) for _ in range(100)))
        seconds = time.perf_counter() - start

    assert len(set(keys)) == 100
    assert seconds < 5


def test_the_store_stands_beside_the_record_book_unless_a_url_names_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SPOTTER_HOME", str(tmp_path))
    assert store_url() == f"sqlite:///{tmp_path / 'bot.db'}"

    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/spotter")
    assert store_url() == "postgresql://db.example/spotter"


def test_asking_a_question_loads_nothing_of_the_store() -> None:
    loaded = "import sys, adapters.spotter; print(*sys.modules)"

    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True)

    modules = said.stdout.decode().split()
    assert "bot.bot" in modules
    assert not {"sqlalchemy", "alembic", "bot.store"} & set(modules)


async def test_a_fan_sees_and_deletes_what_is_kept_of_him_and_nothing_else(url: str) -> None:
    others = [replace(CARD, user="2"), replace(CARD, platform="slack")]
    async with open_store(url) as cards:
        mine = [await cards.keep(replace(CARD, turns=(word,))) for word in ("heim", "petty")]
        kept = [await cards.keep(card) for card in others]

        assert {each.card.turns for each in await cards.of(FAN)} == {("heim",), ("petty",)}
        assert await cards.forget(FAN) == 2

        assert await cards.of(FAN) == ()
        assert [await cards.find(key) for key in mine] == [None, None]
        assert [await cards.find(key) for key in kept] == others

"""Trouble: a bug, a limit, a refusal. The next fan gets an answer anyway."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.command import Command
from bot.commands import COMMANDS
from bot.reply import Button, Reply
from tests.adapters.slack.conftest import town_of, words_of
from tests.adapters.slack.loopback import Trouble

if TYPE_CHECKING:
    import pytest

    from bot.command import Stand
    from bot.request import Request
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


async def _break(request: Request, stand: Stand) -> Reply:
    raise ZeroDivisionError


async def _undrawable(request: Request, stand: Stand) -> Reply:
    return Reply("No button has so long a key.", buttons=(Button("x", "k" * 3000),))


def broken(handle) -> tuple[Command, ...]:
    """All commands, with the one that asks broken."""
    return (Command("ask", "Has a bug", handle, COMMANDS[0].options), *COMMANDS[1:])


async def test_a_bug_is_apologised_for_with_the_mark_that_the_log_has(
    book: RecordBook, store: str, caplog: pytest.LogCaptureFixture
) -> None:
    for handle in (_break, _undrawable):
        async with town_of(book, store, commands=broken(handle)) as town:
            reply = await town.fan("ann").ask(HEIM_2025)

        (mark,) = re.findall("written down as ([0-9a-f]{8})", words_of(reply))
        assert f"bug {mark}" in caplog.text
        assert reply.ephemeral


async def test_a_limit_is_waited_out(town: Town) -> None:
    limited = Trouble("chat.postMessage", 429, "ratelimited", {"Retry-After": "0"})
    town.slack.troubles.append(limited)

    answer = await town.fan("ann").say(HEIM_2025)

    assert words_of(answer).startswith("Corey Heim won 12")
    assert len(town.slack.called("chat.postMessage")) == 2


async def test_an_error_of_slacks_own_is_tried_again(town: Town) -> None:
    town.slack.troubles.append(Trouble("chat.postMessage", 503, "service_unavailable"))

    assert words_of(await town.fan("ann").say(HEIM_2025)).startswith("Corey Heim won 12")


async def test_a_channel_where_spotter_may_not_write_is_logged(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    town.slack.troubles.append(Trouble("chat.postMessage", error="not_in_channel"))
    said = {"type": "app_mention", "user": "UANN", "text": HEIM_2025, "channel": "C9", "ts": "5"}

    await town.event(said)

    assert "Slack refused: not_in_channel" in caplog.text
    assert words_of(await town.fan("bob").say(HEIM_2025)).startswith("Corey Heim")


async def test_blocks_that_a_workspace_does_not_take_are_told_in_words(town: Town) -> None:
    town.slack.takes_tables = False

    answer = await town.fan("ann").ask(HEIM_2025)

    assert "table" not in {block["type"] for block in answer.blocks}
    assert "Fresh From Florida 250" in words_of(answer)


async def test_after_the_stop_nothing_new_is_begun(town: Town) -> None:
    await town.spotter.retire()

    said = {"type": "app_mention", "user": "UANN", "text": HEIM_2025, "channel": "C1", "ts": "5"}
    await town.event(said)

    assert town.slack.messages == []


async def test_a_hundred_questions_at_once_are_all_acknowledged_in_time(town: Town) -> None:
    import asyncio
    from time import perf_counter
    from urllib.parse import urlencode

    async def ask(number: int) -> float:
        told = {"command": "/ask", "text": HEIM_2025, "team_id": "T1", "user_id": f"U{number}"}
        hook = town.slack.hook(f"C{number}", f"U{number}")
        more = {"user_name": "fan", "channel_id": f"C{number}", "response_url": hook}
        begun = perf_counter()
        answered = await town.send(urlencode(told | more))
        assert answered.status == 200
        return perf_counter() - begun

    took = await asyncio.gather(*map(ask, range(100)))
    await town.quiet()

    assert max(took) < 3
    assert len(town.slack.messages) == 100

"""A planned night among a server's events: once, moved with it, and over with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.channel import Destination, NotPosted, Occasion
from bot.quiz.occasion import occasion_of
from tests.adapters.discord.board import board_of
from tests.adapters.discord.loopback import CHANNEL, GUILD, Trouble
from tests.adapters.quiz_gallery import GATHERING, NOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from adapters.discord.channel import Channels
    from tests.adapters.discord.board import Board

HERE = Destination("discord", GUILD, CHANNEL)
EVENTS = f"/guilds/{GUILD}/scheduled-events"
PLANNED = occasion_of(replace(GATHERING, head=replace(GATHERING.head, until=NOW + 7200)), "m1", NOW)


@pytest.fixture
async def discord(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Board, Channels]]:
    async with board_of(tmp_path, monkeypatch) as (board, client):
        yield board, client.channels


def changes(board: Board) -> list[str]:
    return [each.method for each in board.made if EVENTS in each.path and each.method != "GET"]


async def test_a_night_is_listed_once_moved_started_and_ended(discord) -> None:
    board, channels = discord
    assert PLANNED
    board.troubles.append(Trouble(EVENTS, is_done=True, method="POST"))
    with pytest.raises(NotPosted, match="not known yet"):
        await channels.list_occasion(HERE, PLANNED)

    await channels.list_occasion(HERE, PLANNED)

    ((key, event),) = board.events.items()
    assert event["name"] == "Trucks 2025"
    assert "1 round" not in event["description"]
    assert event["description"].startswith("2 questions · 30 seconds each")
    assert event["scheduled_start_time"] == "2025-12-29T11:20:00.000000+00:00"
    assert event["scheduled_end_time"] == "2025-12-29T11:35:00.000000+00:00"
    assert event["entity_metadata"]["location"].endswith(f"/{GUILD}/{CHANNEL}")
    assert changes(board) == ["POST"]

    moved = replace(PLANNED, begins=PLANNED.begins + 3600, ends=PLANNED.ends + 3600)
    await channels.list_occasion(HERE, replace(PLANNED, mark="m2", title="Cup legends"))
    await channels.list_occasion(HERE, moved)
    assert board.events[key]["scheduled_start_time"] == "2025-12-29T12:20:00.000000+00:00"
    for stage, status in (("on", 2), ("on", 2), ("gone", 3), ("gone", 3)):
        await channels.list_occasion(HERE, Occasion("m1", stage))
        assert board.events[key]["status"] == status
    await channels.list_occasion(HERE, Occasion("m2", "gone"))
    assert [each["status"] for each in board.events.values()] == [3, 4]
    assert changes(board) == ["POST", "POST", *["PATCH"] * 4]


async def test_one_that_began_by_its_old_time_gives_way_to_another(discord) -> None:
    board, channels = discord
    assert PLANNED
    await channels.list_occasion(HERE, PLANNED)
    next(iter(board.events.values()))["status"] = 2  # Discord starts it when it is time

    await channels.list_occasion(HERE, replace(PLANNED, begins=PLANNED.begins + 3600))

    assert [each["status"] for each in board.events.values()] == [3, 1]


async def test_where_it_may_not_list_any_it_says_what_that_takes(discord) -> None:
    board, channels = discord
    assert PLANNED
    told = {"code": 50013, "message": "Missing Permissions"}
    board.troubles.append(Trouble(EVENTS, 403, told, method="POST"))

    with pytest.raises(NotPosted, match="Create Events") as refusal:
        await channels.list_occasion(HERE, PLANNED)

    assert refusal.value.again_in is None
    assert board.events == {}
    await channels.list_occasion(replace(HERE, community=""), PLANNED)

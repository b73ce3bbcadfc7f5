"""Long tables: page by page, for the asker alone until it is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.slack.conftest import labels_of, words_of

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Town

DAYTONA = "full results of the 2025 daytona 500"


@pytest.fixture
def town(town_by_both: Town) -> Town:
    return town_by_both


async def test_a_long_table_is_for_the_asker_alone_and_says_how_long_it_is(town: Town) -> None:
    page = await town.fan("ann").ask(DAYTONA)

    assert page.ephemeral
    assert "1 | 5 | 24 | William Byron" in words_of(page)
    assert "Rows 1 to 12 of 41" in words_of(page)
    assert {"Next", "Share"} <= set(labels_of(page))


async def test_its_owner_turns_the_page_in_its_place(town: Town) -> None:
    ann = town.fan("ann")
    page = await ann.ask(DAYTONA)

    await ann.press(page, "Next")

    assert "Rows 13 to 24 of 41" in words_of(page)
    assert page.text.count("Rows 13 to 24") == 1
    await ann.press(page, "Back")
    assert "Rows 1 to 12 of 41" in words_of(page)
    assert len(town.slack.messages) == 1


async def test_a_shared_page_is_for_everybody_with_the_name_of_who_shared_it(town: Town) -> None:
    ann = town.fan("ann")

    shared = await ann.press(await ann.ask(DAYTONA), "Share")

    assert not shared.ephemeral
    assert "Shared by ann" in words_of(shared)


async def test_in_a_shared_table_others_get_pages_of_their_own(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    shared = await ann.press(await ann.ask(DAYTONA), "Share")

    theirs = await bob.press(shared, "Next")

    assert theirs.whispered_to == bob.user
    assert "Rows 13 to 24" in words_of(theirs)
    assert "Rows 1 to 12" in words_of(shared)


async def test_in_a_channel_a_mention_never_floods(town: Town) -> None:
    shown = await town.fan("ann").say(DAYTONA)

    assert shown.thread
    assert sum(" | " in line for line in words_of(shown).splitlines()) <= 13
    assert "of 41" in words_of(shown)


async def test_who_asks_too_fast_is_asked_kindly_to_wait_in_private(town: Town) -> None:
    ann = town.fan("ann")
    replies = [await ann.ask("most cup wins at Talladega") for _ in range(12)]

    refused = [reply for reply in replies if "Talladega Superspeedway" not in words_of(reply)]

    assert not replies[0].ephemeral
    assert refused == replies[-2:]
    assert all(reply.ephemeral for reply in refused)

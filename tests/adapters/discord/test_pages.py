"""Long tables: page by page, for the asker alone until it is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.discord.conftest import labels_of, words_of

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import Town

DAYTONA = "full results of the 2025 daytona 500"


async def test_a_long_table_is_for_the_asker_alone_and_says_how_long_it_is(town: Town) -> None:
    reply = await town.fan("ann").ask(DAYTONA)

    assert reply.ephemeral
    assert "**1** · **William Byron**" in words_of(reply.response)
    assert "Rows 1 to 12 of 41" in words_of(reply.response)
    assert {"Next", "Share"} <= set(labels_of(reply.response))


async def test_its_owner_turns_the_page_in_its_place(town: Town) -> None:
    ann = town.fan("ann")
    reply = await ann.ask(DAYTONA)

    turned = await ann.press(reply, "Next")

    assert turned.response.id == reply.response.id
    assert "Rows 13 to 24 of 41" in words_of(reply.response)
    await ann.press(reply, "Back")
    assert "Rows 1 to 12 of 41" in words_of(reply.response)


async def test_a_page_is_turned_after_a_restart_too(town: Town) -> None:
    ann = town.fan("ann")
    reply = await ann.ask(DAYTONA)
    await town.restart()

    await ann.press(reply, "Next")

    assert "Rows 13 to 24 of 41" in words_of(reply.response)


async def test_a_shared_page_is_for_everybody_with_the_name_of_who_shared_it(town: Town) -> None:
    ann = town.fan("ann")

    shared = await ann.press(await ann.ask(DAYTONA), "Share")

    assert not shared.ephemeral
    assert "Shared by ann" in words_of(shared.response)


async def test_in_a_shared_table_others_get_pages_of_their_own(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    shared = await ann.press(await ann.ask(DAYTONA), "Share")

    theirs = await bob.press(shared, "Next")

    assert theirs.ephemeral
    assert "Rows 13 to 24" in words_of(theirs.response)
    assert "Rows 1 to 12" in words_of(shared.response)


async def test_what_somebody_wrote_is_settled_from_the_menu_of_the_message(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    claim = await bob.member.send(town.channel, "Heim won 9 races in 2024")

    verdict = await ann.member.context_menu(town.channel, "Settle this claim", claim)

    assert words_of(verdict.response).startswith("False: the rows say 6, not 9.")


async def test_who_asks_too_fast_is_asked_kindly_to_wait_in_private(town: Town) -> None:
    ann = town.fan("ann")
    replies = [await ann.ask("most cup wins at Talladega") for _ in range(12)]

    refused = [
        reply for reply in replies if "Talladega Superspeedway" not in words_of(reply.response)
    ]

    assert not replies[0].ephemeral
    assert refused == replies[-2:]
    assert all(reply.ephemeral for reply in refused)


async def test_drivers_are_suggested_while_a_name_is_typed(town: Town) -> None:
    ann = town.fan("ann").member

    offered = await ann.autocomplete(town.channel, "driver", "driver", "smoke")

    assert "Tony Stewart" in [choice["value"] for choice in offered]

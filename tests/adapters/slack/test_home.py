"""App Home: a driver and a series of one's own, how to ask, and how far the records reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.slack.conftest import town_of, words_of

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Fan, Town


@pytest.fixture
def town(town_by_both: Town) -> Town:
    return town_by_both


async def open_home(fan: Fan) -> str:
    opened = {"type": "app_home_opened", "user": fan.user, "channel": "D1", "tab": "home"}
    await fan.town.event(opened, team=fan.team)
    return shown(fan)


def shown(fan: Fan) -> str:
    return "\n".join(
        block.get("text", {}).get("text", "")
        or " ".join(
            each["text"] for each in block.get("elements", ()) if block["type"] == "context"
        )
        for block in fan.town.slack.homes[fan.user]["blocks"]
    )


async def choose(fan: Fan, name: str, value: str) -> None:
    option = {"text": {"type": "plain_text", "text": value}, "value": value}
    await act(fan, {"action_id": f"home:{name}", "type": "select", "selected_option": option})


async def press(fan: Fan, label: str) -> None:
    blocks = fan.town.slack.homes[fan.user]["blocks"]
    elements = [each for block in blocks for each in block.get("elements", ())]
    await act(fan, next(each for each in elements if each["text"]["text"] == label))


async def act(fan: Fan, action: dict[str, Any]) -> None:
    told = {"type": "block_actions", **fan._who(), "actions": [{**action, "block_id": "b"}]}
    view = {"id": "V1", "type": "home"}
    await fan.town.interact({**told, "view": view, "container": {"type": "view", "view_id": "V1"}})


async def test_home_says_how_to_ask_and_how_far_the_records_reach(town: Town) -> None:
    home = await open_home(town.fan("ann"))

    assert "Ask me about NASCAR" in home
    assert "Data through" in home
    assert "What is new" in home
    assert "Your driver" in home


async def test_the_chosen_drivers_card_is_on_home_also_after_a_restart(
    book: RecordBook, store: str
) -> None:
    async with town_of(book, store) as town:
        ann = town.fan("ann")
        await open_home(ann)
        await choose(ann, "driver", "Corey Heim")
        assert "Corey Heim:" in shown(ann)

    async with town_of(book, store) as town:
        assert "Corey Heim:" in await open_home(town.fan("ann"))
        assert "Corey Heim:" not in await open_home(town.fan("bob"))


async def test_with_a_series_the_card_is_of_that_series(town: Town) -> None:
    ann = town.fan("ann")
    await choose(ann, "driver", "Kyle Busch")
    await choose(ann, "series", "Truck")

    assert "Truck" in shown(ann)
    assert "Cup starts" not in shown(ann)


async def test_a_driver_can_be_forgotten(town: Town) -> None:
    ann = town.fan("ann")
    await choose(ann, "driver", "Corey Heim")
    assert "Corey Heim:" in shown(ann)

    await press(ann, "Forget my driver")

    assert "Corey Heim:" not in shown(ann)
    assert "Forget my driver" not in str(town.slack.homes[ann.user])


async def test_looking_at_home_is_not_asking(town: Town) -> None:
    ann = town.fan("ann")
    homes = [await open_home(ann) for _ in range(12)]

    assert len(set(homes)) == 1
    assert words_of(await ann.ask("heim wins in 2025")).startswith("Corey Heim")


async def test_what_one_workspace_chose_is_not_on_the_home_of_another(town: Town) -> None:
    here, there = town.fan("ann", "T1"), town.fan("ann", "T2")
    await choose(here, "driver", "Corey Heim")

    assert "Corey Heim:" in await open_home(here)
    assert "Corey Heim:" not in await open_home(there)


async def test_opening_the_messages_publishes_no_home(town: Town) -> None:
    opened = {"type": "app_home_opened", "user": "UANN", "channel": "D1", "tab": "messages"}
    await town.event(opened)

    assert town.slack.homes == {}
    assert words_of(await town.fan("ann").whisper("heim wins in 2025")).startswith("Corey Heim")

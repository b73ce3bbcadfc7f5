"""Shortcuts: what somebody wrote is settled from its menu, and a form asks from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.slack.conftest import words_of

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


@pytest.fixture
def town(town_by_both: Town) -> Town:
    return town_by_both


async def test_what_somebody_wrote_is_settled_from_the_menu_of_the_message(town: Town) -> None:
    await town.fan("ann").shortcut("settle", "Heim won 9 races in 2024")

    assert words_of(town.last).startswith("False: the rows say 6, not 9.")


async def test_the_form_asks_and_shows_the_answer_to_the_asker_alone(town: Town) -> None:
    ann = town.fan("ann")
    await ann.shortcut("ask_spotter")
    (form,) = town.slack.views.values()

    await ann.fill(form, {"question": {"value": HEIM_2025}})

    answer = town.slack.views[form["id"]]
    assert answer["blocks"][0]["text"]["text"].startswith("Corey Heim won 12")
    assert town.slack.messages == []


async def test_the_form_answers_in_the_channel_that_was_picked(town: Town) -> None:
    ann = town.fan("ann")
    await ann.shortcut("ask_spotter")
    (form,) = town.slack.views.values()

    await ann.fill(form, {"question": {"value": HEIM_2025}}, where="C2")

    assert town.last.channel == "C2"
    assert words_of(town.last).startswith("Corey Heim won 12")


async def test_drivers_are_suggested_while_a_name_is_typed(town: Town) -> None:
    offered = await town.fan("ann").type_in("driver", "smoke")

    assert "Tony Stewart" in [choice["value"] for choice in offered]
    assert len(await town.fan("ann").type_in("driver", "s")) <= 25


async def test_a_driver_alone_gets_his_card_and_with_a_question_is_asked_about(town: Town) -> None:
    ann = town.fan("ann")
    await ann.shortcut("ask_spotter")
    (form,) = town.slack.views.values()
    driver = {"driver": {"selected_option": {"value": "Corey Heim"}}}

    await ann.fill(form, driver, where="C1")
    card = words_of(town.last)
    await ann.fill(form, {**driver, "question": {"value": "How many wins in 2025?"}}, where="C1")

    assert card.startswith("Corey Heim:")
    assert words_of(town.last).startswith("Corey Heim won 12")


async def test_an_empty_form_says_what_is_missing(town: Town) -> None:
    ann = town.fan("ann")
    await ann.shortcut("ask_spotter")
    (form,) = town.slack.views.values()

    answered = await ann.fill(form, {"question": {"value": None}})

    assert "question" in answered.json["errors"]

"""Buttons, menus and forms: also on the cards of others, and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.slack.conftest import buttons_of, labels_of, town_of, words_of

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


@pytest.fixture
def town(town_by_both: Town) -> Town:
    return town_by_both


async def test_a_button_still_works_when_spotter_was_started_anew(
    book: RecordBook, store: str
) -> None:
    async with town_of(book, store) as town:
        ann = town.fan("ann")
        await ann.ask(HEIM_2025)
        followed = await ann.ask("what about 2024?")

    async with town_of(book, store) as town:
        shown = await town.fan("ann").press(followed, "Wrong?")

    assert "what about 2024?" in words_of(shown)
    assert shown.ephemeral


async def test_what_somebody_else_presses_is_for_them_alone(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    which = await ann.ask("petty wins at martinsville")

    theirs = await bob.press(which, "Lee Petty")

    assert theirs.whispered_to == bob.user
    assert words_of(theirs).startswith("Lee Petty")
    assert "Which Petty" in words_of(which)


async def test_a_wrong_answer_is_reported_in_a_form_that_says_thank_you(town: Town) -> None:
    ann = town.fan("ann")
    why = await ann.press(await ann.ask(HEIM_2025), "Wrong?")
    await ann.press(why, "Report it")
    (form,) = town.slack.views.values()

    waiting = await ann.fill(form, {"words": {"value": "He won 11."}})

    assert form["title"]["text"] == "Report a wrong answer"
    assert waiting.json["response_action"] == "update"
    thanks = town.slack.views[form["id"]]
    assert thanks["blocks"][0]["text"]["text"].startswith("Thank you")


async def test_a_form_that_is_opened_too_late_is_told_of_to_who_pressed(town: Town, caplog) -> None:
    ann = town.fan("ann")
    why = await ann.press(await ann.ask(HEIM_2025), "Wrong?")
    town.slack._triggers = dict.fromkeys(town.slack._triggers, 0.0)
    town.slack.trigger = lambda: next(iter(town.slack._triggers))  # one that has expired

    await ann.press(why, "Report it")

    assert "Slack refused: expired_trigger_id" in caplog.text
    assert town.last.whispered_to == ann.user
    assert "Press it once more" in words_of(town.last)
    assert words_of(await ann.ask(HEIM_2025)).startswith("Corey Heim")


async def test_no_two_buttons_of_a_reply_are_the_same(town: Town) -> None:
    which = await town.fan("ann").ask("petty wins at martinsville")

    assert len(labels_of(which)) == len(set(labels_of(which))) == 3
    assert len({each["action_id"] for each in buttons_of(which)}) == 3


async def test_in_a_thread_what_is_pressed_is_answered_there(town: Town) -> None:
    ann = town.fan("ann")
    which = await ann.say("petty wins at martinsville")

    answer = await ann.press(which, "Richard Petty")

    assert answer.thread == which.thread
    assert not answer.ephemeral or answer.whispered_to == ann.user

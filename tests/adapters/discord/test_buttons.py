"""Buttons, menus and forms: also on the cards of others, and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.discord.conftest import labels_of, words_of

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


async def test_a_button_still_works_when_spotter_was_started_anew(town: Town) -> None:
    ann = town.fan("ann")
    unknown = await ann.ask("how much prize money did larson win")
    await town.restart()

    answer = await ann.press(unknown, labels_of(unknown.response)[0])

    assert "Data through" in words_of(answer.response)


async def test_a_form_filled_after_a_restart_arrives(town: Town) -> None:
    ann = town.fan("ann")
    why = await ann.press(await ann.ask(HEIM_2025), "Wrong?")
    form = await ann.press(why, "Report it")
    await town.restart()

    thanks = await ann.member.submit_modal(form, {"words": "He won 11."})

    assert form.modal["title"] == "Report a wrong answer"
    assert words_of(thanks.response).startswith("Thank you")
    assert thanks.ephemeral


async def test_what_somebody_else_presses_is_for_them_alone(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    which = await ann.ask("petty wins at martinsville")

    theirs = await bob.press(which, "Lee Petty")

    assert theirs.ephemeral
    assert words_of(theirs.response).startswith("Lee Petty")
    assert "Which Petty" in words_of(which.response)


async def test_no_two_buttons_of_a_reply_are_the_same(town: Town) -> None:
    labels = labels_of((await town.fan("ann").ask("petty wins at martinsville")).response)

    assert len(labels) == len(set(labels)) == 3

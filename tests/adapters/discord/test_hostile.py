"""Words that want to be more than words: none of them fires, hides or breaks anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.discord.conftest import words_of

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import Town

HOSTILE = [
    "@everyone @here <@&123456789012345678> <@123456789012345678>",
    "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```",
    "[click here](https://example.org/evil) <https://example.org>",
    "# heading\n> quote\n- list\n1. first",
    "<t:0:R> <:smile:123456789012345678> </ask:123456789012345678> <#123456789012345678>",
    "\u202egnihtyna\u202c \x00\x1b[2J",
    "a\u0301" * 190,
    "W" * 400,
]


@pytest.mark.parametrize("words", HOSTILE)
async def test_a_question_of_hostile_words_gets_a_tame_answer(town: Town, words: str) -> None:
    reply = await town.fan("ann").ask(words)

    assert reply.response.embeds
    assert "\u202e" not in words_of(reply.response)


async def test_a_long_message_is_declined_in_one_sentence(town: Town) -> None:
    answer = await town.fan("ann").say(f"{town.mention} {'heim ' * 300}")

    assert "I read up to 400" in words_of(answer)


async def test_a_hostile_name_goes_nowhere(town: Town) -> None:
    answer = await town.fan("@everyone **x**").ask("how many wins did Heim have in 2025")

    assert words_of(answer.response).startswith("Corey Heim")

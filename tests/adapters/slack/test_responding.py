"""Response URLs: five messages each, whatever is refused and tried again; no sixth is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.drawing.studio import Studio
from adapters.slack.responding import ResponseUrl, SlackRefused
from tests.adapters.slack.conftest import town_of, words_of
from tests.adapters.slack.loopback import HOOK, MOST_RESPONSES, Trouble
from tests.adapters.slack.test_trouble import HEIM_2025, _break, broken

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Town

BY_SEASON = "heim truck wins by season"


async def test_where_no_block_is_taken_the_whole_answer_is_told_in_words(
    book: RecordBook, store: str
) -> None:
    studio = Studio()
    await studio.warm_up()  # else a busy machine draws the picture too late to be offered
    async with town_of(book, store, studio) as town:
        town.slack.takes_blocks = False

        answer = await town.fan("ann").ask(BY_SEASON)

        assert town.slack.uses == [MOST_RESPONSES]
        assert answer.blocks == []
        assert "highest 12, 2025" in answer.text
        assert "Data through" in answer.text


async def test_an_apology_is_told_in_words_too(book: RecordBook, store: str) -> None:
    async with town_of(book, store, commands=broken(_break)) as town:
        town.slack.takes_blocks = False

        sorry = await town.fan("ann").ask(HEIM_2025)

        assert sorry.blocks == []
        assert "written down as" in sorry.text


async def test_a_sixth_message_is_not_even_sent(town: Town) -> None:
    url, client = ResponseUrl(town.slack.hook("C1", "UANN")), town.spotter.client
    for number in range(MOST_RESPONSES):
        await url.send(client, {"text": f"{number}", "response_type": "ephemeral"})

    with pytest.raises(SlackRefused, match="used up"):
        await url.send(client, {"text": "sorry"})

    assert town.slack.uses == [MOST_RESPONSES]


@pytest.mark.parametrize(("status", "headers"), [(503, {}), (429, {"Retry-After": "0"})])
async def test_what_is_tried_again_is_a_use_as_well(
    town: Town, status: int, headers: dict[str, str]
) -> None:
    trouble = Trouble(HOOK, status, headers=headers)
    town.slack.troubles.append(trouble)
    url, client = ResponseUrl(town.slack.hook("C1", "UANN")), town.spotter.client

    await url.send(client, {"text": "12 wins", "response_type": "ephemeral"})
    assert town.slack.uses == [2]

    trouble.times = 10
    for _ in range(2):
        with pytest.raises(SlackRefused):
            await url.send(client, {"text": "12 wins", "response_type": "ephemeral"})
    assert town.slack.uses == [MOST_RESPONSES]


async def test_a_workspace_without_tables_is_still_shown_charts(town: Town) -> None:
    town.slack.takes_tables = False
    ann = town.fan("ann")
    in_words = await ann.ask(BY_SEASON)
    town.slack.takes_tables = True

    answer = await ann.ask(BY_SEASON)

    assert "12" in words_of(in_words)
    assert "data_visualization" in {block["type"] for block in answer.blocks}

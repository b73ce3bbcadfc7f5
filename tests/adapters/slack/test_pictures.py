"""Charts: drawn by Slack where it takes them, else as pictures, else told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.drawing.studio import Studio
from tests.adapters.slack.conftest import town_of, words_of
from tests.adapters.slack.loopback import Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Town

BY_SEASON = "kyle busch cup wins by season"
MOVES = "full results of the 2025 daytona 500"
PNG = b"\x89PNG"


@pytest.fixture
async def gallery(book: RecordBook, store: str) -> AsyncIterator[Town]:
    """Spotter with a studio."""
    async with town_of(book, store, Studio()) as built:
        yield built


def kinds(message) -> set[str]:
    return {block["type"] for block in message.blocks}


async def test_a_chart_is_drawn_by_slack_itself_and_told_in_the_text(gallery: Town) -> None:
    answer = await gallery.fan("ann").ask("heim truck wins by season")

    assert "data_visualization" in kinds(answer)
    assert gallery.slack.files == {}
    assert "highest 12, 2025" in answer.text


async def test_where_slack_takes_no_charts_a_picture_goes_with_its_words(gallery: Town) -> None:
    gallery.slack.takes_charts = False
    ann = gallery.fan("ann")

    answers = [await ann.ask("heim truck wins by season") for _ in range(2)]

    for answer in answers:
        (image,) = [block for block in answer.blocks if block["type"] == "image"]
        file = gallery.slack.files[image["slack_file"]["id"]]
        assert file["content"].startswith(PNG)
        assert "highest 12, 2025" in file["alt_txt"] == image["alt_text"]
    assert sum(gallery.slack.uses) == 3  # it was asked only once


async def test_a_chart_that_slack_cannot_draw_is_a_picture(gallery: Town) -> None:
    answer = await gallery.fan("ann").ask(MOVES)

    assert "image" in kinds(answer)
    assert "data_visualization" not in kinds(answer)


async def test_a_picture_that_slack_has_not_looked_through_yet_is_offered_again(
    gallery: Town,
) -> None:
    gallery.slack.scans = 1

    assert "image" in kinds(await gallery.fan("ann").ask(MOVES))


async def test_where_files_are_switched_off_the_words_stand_for_the_chart(gallery: Town) -> None:
    off = Trouble("files.getUploadURLExternal", error="file_uploads_disabled")
    gallery.slack.troubles.append(off)

    answer = await gallery.fan("ann").ask(MOVES)

    assert "image" not in kinds(answer)
    assert "gained the most places" in words_of(answer)


async def test_in_a_direct_message_the_status_says_that_it_draws(gallery: Town) -> None:
    await gallery.fan("ann").whisper(MOVES)

    (status,) = gallery.slack.called("assistant.threads.setStatus")
    assert status["status"] == "draws the chart …"
    assert "image" in kinds(gallery.last)

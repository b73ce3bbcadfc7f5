"""Files of a reply on Slack: private ones in the direct messages, and the reply says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.files import RESULTS, TAKE_HOME
from tests.adapters.slack.conftest import town_of, words_of
from tests.adapters.slack.loopback import Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Town


@pytest.fixture
async def town(book: RecordBook, store: str) -> AsyncIterator[Town]:
    async with town_of(book, store, commands=(TAKE_HOME,)) as built:
        yield built


async def test_a_private_file_goes_to_the_asker_alone_and_the_reply_says_where(town: Town) -> None:
    answer = await town.fan("ann").ask("the results")

    (file,) = town.slack.files.values()
    assert (file["channel"], file["filename"]) == ("DUANN", RESULTS.name)
    assert file["content"].decode() == RESULTS.content
    assert answer.whispered_to == "UANN"
    assert "trucks-2025.csv: in your direct messages with me" in words_of(answer)


async def test_where_files_are_switched_off_it_is_said(town: Town) -> None:
    town.slack.troubles.append(Trouble("files.getUploadURLExternal", error="not_allowed"))

    answer = await town.fan("ann").ask("the results")

    assert "Slack took no file" in words_of(answer)

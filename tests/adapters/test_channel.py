"""Posting in a terminal: what is posted is printed, and so is whatever becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.console.channel import Channels
from bot.channel import Destination, NotPosted, Post
from bot.recap.copies import mark_of
from bot.recap.draft import Draft, Signature, Target
from bot.recap.in_memory import DraftsInMemory
from bot.recap.posting_at_once import PostingsAtOnce
from knowledge.record_book import RecordBook
from tests.adapters.posts import CORRECTED, COVER, COVERED, IN_THREAD, POST, RECAP, TELLING, WINNER

if TYPE_CHECKING:
    from pathlib import Path

ANN = Signature("console", "1", "Ann")
HERE = Destination("console", "", "racing")


async def test_a_post_is_printed_once_and_found_again_by_its_mark(
    capsys: pytest.CaptureFixture[str],
) -> None:
    channels = Channels()

    first = await channels.post(HERE, POST)
    assert await channels.post(HERE, POST, again=True) == first
    elsewhere = await channels.post(Destination("console", "", "results"), POST, again=True)

    printed = capsys.readouterr().out
    assert elsewhere != first
    assert printed.count("--- Posted in racing ---\nLime Rock is final.") == 1
    assert "Corey Heim led 99 laps" in printed


async def test_who_is_called_and_what_is_covered_is_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    await Channels().post(HERE, Post(RECAP, "a1", roles=("Officials", "Fans"), cover=COVER))

    printed = capsys.readouterr().out
    assert "--- Posted in racing, calling Officials, Fans ---" in printed
    assert COVER.label in printed
    assert WINNER not in printed


async def test_in_a_thread_the_title_stands_above_and_the_rest_below(
    capsys: pytest.CaptureFixture[str],
) -> None:
    channels = Channels()

    posted = await channels.post(HERE, IN_THREAD)
    await channels.replace(posted, CORRECTED)

    printed = capsys.readouterr().out
    above, below = printed.split("--- Changed in racing ---")[0].split("--- in the thread Lime")
    assert WINNER not in above
    assert WINNER in below
    assert "Lime Rock is official.\n--- in the thread below 1 ---" in printed


async def test_what_was_taken_back_cannot_be_changed_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    channels = Channels()
    posted = await channels.post(HERE, POST)

    for _ in range(2):  # what is gone already is well
        await channels.remove(posted)

    assert capsys.readouterr().out.count("Taken back from racing: post 1") == 1
    for vain in (channels.replace(posted, CORRECTED), channels.publish(posted)):
        with pytest.raises(NotPosted, match="My message is gone"):
            await vain


async def test_a_terminal_has_no_followers_and_counts_no_heads() -> None:
    channels = Channels()

    assert not await channels.publish(await channels.post(HERE, COVERED))
    assert await channels.head_count("", "Officials") is None
    assert await channels.role_name("", "Officials") == ""


async def test_a_covered_recap_is_covered_here_too_until_it_is_taken_back(
    book_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    postings = PostingsAtOnce(DraftsInMemory(), {"console": Channels()}, RecordBook.open(book_home))
    target = Target(HERE, spoilers="tagged")
    draft = Draft("r1", "console", "", "2022 cup race 21", state="posted", targets=(target,))
    mark = mark_of("r1", target, 1)

    await postings.send(draft, ANN)
    told = await postings.find(mark)
    await postings.undo(draft, ANN)

    printed = capsys.readouterr().out
    assert "Pocono is final\nWith a button: Show the result" in printed
    assert "Elliott" not in printed
    assert told
    assert (told.draft, told.target) == (draft, target)
    assert await postings.find(mark) is None


async def test_no_words_of_a_post_move_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    await Channels().post(Destination("console", "", "\x1b[2J"), TELLING)

    assert not set(capsys.readouterr().out) & set("\x1b\x07\u202e\r")

"""A recap as channels get it: open, covered, in a thread, or hours later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.channel import LONGEST_MARK, Destination, seen_of
from bot.preferences import SPOILERS
from bot.recap.copies import Copy, mark_of
from bot.recap.covering import cover
from bot.recap.draft import Draft, Target
from bot.recap.drawing_up import recap_of
from bot.recap.newsroom import Newsroom
from bot.recap.recap import Edits
from bot.reply import LONGEST_KEY, Chart, Text
from bot.request import Place, Press, User
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from pathlib import Path

    from bot.channel import Post

RACING = Target(Destination("discord", "track", "racing"))
ELSEWHERE = Target(Destination("slack", "T1", "shop"))
DRAFT = Draft("r1", "discord", "track", "2022 cup race 21", targets=(RACING,), roles=("7",))
FAN = User("discord", "2", "fan")
GARAGE = Place("g1", "track", "racing")
MARK = mark_of("r1", RACING, 1)


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def posted(book: RecordBook, spoilers: str, draft: Draft = DRAFT) -> Post:
    return cover(recap_of(draft, book), replace(RACING, spoilers=spoilers), draft, MARK)


def words(post: Post) -> list[str]:
    return [block.words for block in post.reply.blocks if isinstance(block, Text)]


def test_an_open_channel_reads_the_winner_in_the_title(book: RecordBook) -> None:
    post = posted(book, "open")

    assert post.reply.title.startswith("Chase Elliott wins")
    assert (post.cover, post.thread, post.roles) == (None, "", ("7",))
    assert any(isinstance(block, Chart) for block in post.reply.blocks)


@pytest.mark.parametrize("spoilers", [each for each in SPOILERS if each != "open"])
def test_no_other_channel_reads_who_won_in_what_a_notification_shows(
    book: RecordBook, spoilers: str
) -> None:
    draft = replace(DRAFT, edits=Edits(signed_by="Ann"), anyway=True)
    post = posted(book, spoilers, draft)
    in_the_race = {start.name for start in book.race_day(recap_of(draft, book).race).result}
    shown = [
        post.reply.title,
        post.reply.footer,
        post.thread,
        post.cover.label if post.cover else "",
        *(button.label for button in post.reply.buttons),
    ]

    assert post.reply.title == "Pocono is final"
    for name in (part for each in in_the_race for part in each.split() if len(part) > 3):
        assert not any(name in told.split() for told in shown)
    assert any("Chase Elliott wins" in told for told in words(post))


def test_a_tagged_channel_has_a_cover_and_the_picture_stands_behind_it_too(
    book: RecordBook,
) -> None:
    post = posted(book, "tagged")

    assert post.cover
    assert len(post.cover.key) <= LONGEST_KEY
    on_discord, on_slack = seen_of(post, "discord"), seen_of(post, "slack")
    assert [(each.covered, bool(each.reply.chart)) for each in on_discord] == [(True, True)]
    assert [each.reply.blocks for each in on_slack] == [()]


def test_a_thread_is_named_without_the_winner(book: RecordBook) -> None:
    assert posted(book, "thread").thread == "Pocono is final"


def test_it_is_unofficial_until_it_is_official_and_says_whose_figure_it_is(
    book: RecordBook,
) -> None:
    draft = replace(DRAFT, edits=Edits(signed_by="Ann"), anyway=True)

    assert words(posted(book, "open", draft))[0] == "UNOFFICIAL · inspection pending"
    official = posted(book, "open", replace(draft, official=True))
    assert not any("UNOFFICIAL" in told for told in words(official))
    assert official.reply.footer == ("Recap by Ann, figures by Spotter, with a moderator's figure")


def test_roles_of_one_community_are_not_mentioned_in_another(book: RecordBook) -> None:
    assert cover(recap_of(DRAFT, book), ELSEWHERE, DRAFT, MARK).roles == ()


def test_marks_differ_by_channel_and_by_turn_and_fit() -> None:
    marks = {MARK, mark_of("r1", RACING, 2), mark_of("r1", ELSEWHERE, 1), mark_of("r2", RACING, 1)}

    assert len(marks) == 4
    assert all(mark.isalnum() and len(mark) <= LONGEST_MARK for mark in marks)
    assert mark_of("r1", RACING, 1) == MARK


def test_the_button_of_an_open_recap_asks_for_the_full_result(book: RecordBook) -> None:
    (button,) = posted(book, "open").reply.buttons
    answer = book.ask(button.key.removeprefix("ask:"))

    assert getattr(answer, "value", None)


class Board:
    """One copy by its mark, as the store has it after a restart."""

    def __init__(self, copy: Copy) -> None:
        self._copy = copy

    async def find(self, mark: str) -> Copy | None:
        return self._copy if mark == self._copy.mark else None


async def press(book: RecordBook, copy: Copy, place: Place = GARAGE) -> tuple[str, bool]:
    key = posted(book, "tagged").cover
    assert key
    reply = await Bot(book, newsroom=Newsroom(copies=Board(copy))).press(Press(key.key, FAN, place))
    return reply.title, reply.private


async def test_who_presses_the_cover_reads_the_whole_alone(book: RecordBook) -> None:
    copy = Copy(MARK, replace(RACING, spoilers="tagged"), DRAFT)
    title, private = await press(book, copy)

    assert title.startswith("Chase Elliott wins")
    assert private


async def test_a_cover_tells_nothing_of_what_was_taken_back_or_is_anothers(
    book: RecordBook,
) -> None:
    copy = Copy(MARK, RACING, DRAFT)

    for told in (
        await press(book, replace(copy, undone=True)),
        await press(book, replace(copy, mark="another")),
        await press(book, copy, replace(GARAGE, community="elsewhere")),
    ):
        assert told == ("That recap was taken back.", True)

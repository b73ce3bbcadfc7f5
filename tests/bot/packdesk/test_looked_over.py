"""The trivia doctor looks a pack over, and a moderator decides question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.packdesk import looking_over
from tests.bot.packdesk.test_packs_brought import bring, moderator
from tests.bot.quizmaster.room import labels, rows, words

if TYPE_CHECKING:
    import pytest

    from tests.bot.quizmaster.room import Room


async def test_a_contradicted_question_is_shown_with_its_rows_and_mended(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await ann.press("2 ·")
    told = words(ann.reply)
    assert ann.reply.title == "2 of 3: contradicted"
    assert "It would accept Dale Earnhardt" in told
    assert any("Dale Earnhardt" in row for row in rows(ann.reply))

    await ann.press("Take the mend")

    assert ann.reply.title == "2 of 3: sound"
    assert "Junior did." not in words(ann.reply)
    assert "Take the mend" not in labels(ann.reply)


async def test_all_mends_are_taken_at_once(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await ann.press("Take all mends")

    assert "2 questions mended." in words(ann.reply)
    assert {row[2] for row in rows(ann.reply)} == {"sound"}


async def test_who_knows_better_says_so_and_it_stays_said(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await ann.press("2 ·", "I know better")
    assert ann.reply.title == "2 of 3: contradicted; you know better"
    await ann.press("Next to look at", "Leave it")
    assert ann.reply.title == "3 of 3: expired; left"

    await ann.press("Back", "Look it over again")

    states = [row[2] for row in rows(ann.reply)]
    assert states == ["sound", "contradicted; you know better", "expired; left"]
    assert "Take all mends" not in labels(ann.reply)


async def test_an_edited_question_is_looked_at_anew_and_what_cannot_be_is_told(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await ann.press("2 ·", "Edit")
    await ann.fill(answer="Dale Earnhardt|The Intimidator", choices="")
    assert ann.reply.title == "2 of 3: sound"
    assert "Accepted Dale Earnhardt · The Intimidator" in words(ann.reply)

    await ann.press("Edit")
    await ann.fill(answer=" ", as_of="soon")
    assert ann.reply.title == "Question 2 stays as it was."
    assert "there is no answer." in words(ann.reply)


async def test_what_takes_too_long_goes_on_with_a_further_press(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_over, "PATIENCE", 0.0)  # seconds; there is time for one of them
    ann = moderator(room)
    await bring(ann)
    assert "has not looked at 2 yet" in words(ann.reply)
    await ann.press("Look on", "Look on")

    assert [row[2] for row in rows(ann.reply)] == ["sound", "contradicted", "expired"]

"""A night is played with a pack: alone or mixed, without what the records contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.packdesk.test_packs_brought import bring, moderator
from tests.bot.quizmaster.room import words

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from tests.bot.quizmaster.room import Person, Room

PACK = "Infield specials"


async def plan(ann: Person, mix: str, questions: int) -> None:
    await ann.quiz("new", series="Cup")
    await ann.press("Rounds and time")
    await ann.fill(rounds="1", questions=str(questions))
    await ann.press("A pack of yours")
    (packs, _) = ann.reply.form.fields
    await ann.fill(pack=packs.choices[1].value, mix=mix)


async def opened(room: Room, ann: Person) -> Night:
    await ann.press("Open it in this channel")
    (night,) = await room.nights.recent("discord", "track", 1)
    room.night = night.id
    return night


async def test_the_pack_alone_waits_for_what_the_host_has_not_decided(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await plan(ann, "only", 3)
    assert "Asks about “Infield specials” alone" in words(ann.reply)
    await ann.press("Open it in this channel")
    assert "I can ask 2 such questions here, and this night needs 3." in words(ann.reply)

    await ann.quiz("packs")
    await ann.press("Infield", "2 ·", "I know better")
    await plan(ann, "only", 3)
    night = await opened(room, ann)

    asked = night.questions[:3]
    assert {each.source for each in asked} == {PACK}
    assert asked[1].kind == "choice"
    assert asked[1].told == "Junior did. This is the host's answer; the records say otherwise."
    assert [each.kind for each in night.questions[3:]] == ["closest", "closest"]


@pytest.mark.parametrize(
    ("mix", "sources"),
    [("half", [PACK, "", PACK, ""]), ("first", [PACK, PACK, "", ""])],
)
async def test_it_is_mixed_with_made_questions(room: Room, mix: str, sources: list[str]) -> None:
    ann = moderator(room)
    await bring(ann)
    await plan(ann, mix, 4)
    night = await opened(room, ann)

    assert [each.source for each in night.questions[:4]] == sources
    assert len({each.key for each in night.questions}) == 6


async def test_no_question_of_a_pack_comes_twice_and_the_reveal_names_the_pack(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await plan(ann, "only", 1)
    await opened(room, ann)
    await ann.on_board("Join")
    await ann.quiz("host")
    await ann.press("Open round 1", "Ask it")
    await ann.on_board("Type your answer")
    await ann.fill(answer="200")
    await ann.quiz("host")
    await ann.press("Lock", "Reveal")
    board = await room.board()
    assert f"From {PACK}" in board.footer
    assert "Right: 1 of 1" in words(board)
    await ann.press("End", "Yes")

    await plan(ann, "only", 1)
    latest = await opened(room, ann)
    assert latest.questions[0].prompt != "How many Cup wins does Richard Petty have?"


async def test_a_moderator_rehearses_with_it_and_a_fan_is_not_shown_it(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await plan(ann, "only", 1)
    await ann.press("Play it alone", "Type your answer")
    await ann.fill(answer="200")
    assert ann.reply.title == "Right."

    ben = room.person("2", "Ben")
    await ben.quiz("rehearse", series="Cup")
    assert not [each for each in ben.reply.buttons if "pack" in each.label]

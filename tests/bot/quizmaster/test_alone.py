"""A quiz for oneself: by choices and in words, to the end, and nothing of it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.quizmaster.room import labels, rows, words

if TYPE_CHECKING:
    from tests.bot.quizmaster.room import Room


async def test_it_is_played_by_presses_from_question_to_question(room: Room) -> None:
    ben = room.person("2", "Ben")
    await ben.quiz("rehearse")
    await ben.press("Last week")
    for number in range(5):
        assert ben.reply.in_place
        assert labels(ben.reply)[0].startswith("A · ")
        await ben.press("A · ")
        assert f"Question {number + 1} of 5" in words(ben.reply)
        assert "The answer: " in words(ben.reply)
        await ben.press("Proof", "Back", "Finish" if number == 4 else "Next question")
    assert "of 5 right" in ben.reply.title
    assert len(rows(await ben.press("Answers"))) == 5

    assert await room.nights.recent("discord", "track", 5) == ()
    assert await room.nights.asked("discord", "track", 0.0) == frozenset()


async def test_typed_answers_are_marked_as_the_record_book_reads_them(room: Room) -> None:
    ben = room.person("2", "Ben")
    await ben.quiz("rehearse", series="Cup", seasons="2010-2020")
    await ben.press("Rounds and time")
    await ben.fill(rounds="1", questions="10", style="typed")
    await ben.press("Play it alone")
    night = next(reversed(room.nights._nights.values()))
    for number, question in enumerate(night.questions[:10]):
        seen = ben.reply
        await ben.press("Type your answer")
        said = ", ".join(question.accepted[: question.wanted])
        await ben.fill(answer=said.upper())
        assert ben.reply.title in ("Right.", "Exactly right.", "Named 5 of 5."), question
        if number == 0:  # a form may leave the question behind it as it was
            ben.reply = seen
            assert "The answer: " in words(await ben.press("Type your answer"))
        await ben.press("Finish" if number == 9 else "Next question")
    assert ben.reply.title.endswith("10 of 10 right, 100 points.")


async def test_nobody_else_plays_it(room: Room) -> None:
    ben, eve = room.person("2", "Ben"), room.person("5", "Eve")
    await ben.quiz("rehearse")
    await ben.press("A bit of everything")
    eve.reply = ben.reply

    assert (await eve.press("A · ")).title == "That quiz is over."

"""A reveal: the answer, how many gave what, who was right, and the points that it brought."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.quiz.asked_words import lettered
from bot.quiz.gathering import join_button
from bot.quiz.keys import button
from bot.quiz.points import draw_points
from bot.quiz.scoring import answers, awards
from bot.quiz.starting import told_close
from bot.quiz.waiting import told_waiting
from bot.quiz.wording import counted, foot_words, place_in_night
from bot.reply import Block, Button, Fields, Reply, Text

if TYPE_CHECKING:
    from bot.channel import Destination
    from bot.quiz.night import Night


def draw_reveal(night: Night, to: Destination) -> Reply:
    if night.rules.own_time:
        return _all_at_once(night, to)
    number = night.head.number
    return Reply(
        place_in_night(night),
        (
            Text(night.question.prompt, "quiet"),
            Text(answer_words(night, number)),
            *told_of(night, number),
            *told_waiting(night),
            *draw_points(night, to, change=True),
        ),
        buttons=(
            *_proof(night, number),
            button("My score", "mine", night.id),
            button("Scores", "scores", night.id),
            button("Protest", f"protest {number}", night.id),
            *_join(night),
        ),
        footer=" · ".join((foot_words(night), *_origin(night, number))),
    )


def answer_words(night: Night, number: int) -> str:
    """The answer by the letter that it was asked with."""
    question = night.questions[number]
    if question.kind == "choice":
        right = [
            f"{letter} · {words}"
            for letter, words in lettered(question)
            if letter in question.accepted
        ]
        return f"The answer: {' or '.join(right)}."
    return f"The answer: {question.answer.rstrip('.')}."


def told_of(night: Night, number: int) -> tuple[Block, ...]:
    question = night.questions[number]
    told = (Text(question.told),) if question.told else ()
    if number in night.void:
        return (*told, Text("It counts for nobody.", "caution"))
    return (*told, *_chosen(night, number), Text(success_words(night, number)))


def success_words(night: Night, number: int) -> str:
    right, all_ = success(night, number)
    if not all_:
        return "Nobody answered it."
    if night.questions[number].kind == "closest":
        return f"{_sides(all_, night)} answered it; {right} came nearest."
    return f"Right: {right} of {_sides(all_, night)}."


def success(night: Night, number: int) -> tuple[int, int]:
    """How many sides were right, of how many that answered."""
    given = answers(night, number)
    if night.questions[number].kind == "choice":
        return sum(night.is_right(number, each.text) for each in given.values()), len(given)
    return sum(each.points > 0 for each in awards(night, number).values()), len(given)


def _chosen(night: Night, number: int) -> tuple[Block, ...]:
    question = night.questions[number]
    if question.kind != "choice":
        return ()
    times = Counter(each.text for each in answers(night, number).values())
    return (
        Fields(
            tuple((letter, f"{words}: {times[letter]}") for letter, words in lettered(question))
        ),
    )


def _sides(count: int, night: Night) -> str:
    return counted(count, "team" if night.rules.team_size else "player")


def _join(night: Night) -> tuple[Button, ...]:
    """As long as there is a question to come."""
    return (button(*join_button(night)),) if night.head.number + 1 < night.rules.all else ()


def _proof(night: Night, number: int) -> tuple[Button, ...]:
    has_rows = night.questions[number].proof is not None
    return (button("Proof", f"proof {number}", night.id),) if has_rows else ()


def _origin(night: Night, number: int) -> tuple[str, ...]:
    question = night.questions[number]
    through = f"Data through {question.through}" if question.through else ""
    source = f"From {question.source}" if question.source else ""
    return tuple(filter(None, (source, through)))


def _all_at_once(night: Night, to: Destination) -> Reply:
    return Reply(
        f"{night.title}: the answers",
        (*told_waiting(night), *draw_points(night, to), *told_close(night)),
        buttons=(
            button("Answers", "answers", night.id),
            button("My score", "mine", night.id),
            button("Scores", "scores", night.id),
        ),
        footer="Answers shows each with its proof.",
    )

"""What could be asked next: a choice for each name, examples where nothing was understood."""

from __future__ import annotations

from bot.keys import Step
from bot.next_steps import EXAMPLES, next_steps
from knowledge.answer import Unknown
from tests.bot.small_book import HEIM, PETTY, WEATHER


def test_an_ambiguous_name_is_a_button_a_choice() -> None:
    assert next_steps(PETTY) == (
        Step("Richard Petty", "then", "Richard Petty"),
        Step("Lee Petty", "then", "Lee Petty"),
    )


def test_what_is_unknown_offers_three_examples() -> None:
    assert [step.words for step in next_steps(WEATHER, wrong=False)] == list(EXAMPLES)


def test_an_answer_and_a_refusal_can_both_be_wrong() -> None:
    assert next_steps(HEIM)[-1] == next_steps(WEATHER)[-1] == Step("Wrong?", "wrong")


def test_examples_that_fit_the_question_come_before_the_usual_ones() -> None:
    steps = next_steps(Unknown("No.", examples=("a", "b", "c", "d")))

    assert [step.label for step in steps] == ["a", "b", "c", "Wrong?"]

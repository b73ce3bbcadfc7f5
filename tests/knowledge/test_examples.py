"""Who gets no answer gets three questions that work, about what he asked for."""

from __future__ import annotations

import pytest

from knowledge.answer import Answer, Unknown

UNANSWERED = [
    "will Kyle Larson win the title",
    "what is the weather at Bristol",
    "how much money did Jeff Gordon make at Indy",
    "best tire strategy in trucks in 1999",
    "who is the goat",
    "lap times at the Roval",
    "asdf qwerty",
    "xfinity fuel mileage",
    "cup crew chiefs in 2031",
]


@pytest.mark.parametrize("question", UNANSWERED)
def test_every_example_is_answered(fan, question):
    outcome = fan.book.ask(question)
    assert isinstance(outcome, Unknown)
    assert len(outcome.examples) == 3
    for example in outcome.examples:
        assert isinstance(fan.book.ask(example), Answer), example


def test_the_examples_are_about_what_was_named(fan):
    assert all("Larson" in each for each in fan.book.ask("will Kyle Larson win").examples)
    assert "Bristol" in fan.book.ask("what is the weather at Bristol").examples[0]
    assert "Truck" in fan.book.ask("best tire strategy in trucks in 1999").examples[0]

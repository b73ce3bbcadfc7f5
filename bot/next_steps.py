"""What could be asked next: the buttons under a reply, before they have their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.keys import Step
from knowledge.answer import Answer, Unknown, WhichOne

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.answer import Outcome

EXAMPLES = (
    "how many wins did Heim have in 2025",
    "who won the 2025 Daytona 500",
    "most cup wins at Talladega",
)


def next_steps(outcome: Outcome) -> tuple[Step, ...]:
    match outcome:
        case Answer():
            return (Step("Wrong?", "wrong"),)
        case WhichOne():
            return tuple(Step(name, "then", name) for name in outcome.choices)
        case Unknown():
            return examples(outcome.examples or EXAMPLES)
        case _:
            assert_never(outcome)


def examples(questions: Iterable[str] = EXAMPLES) -> tuple[Step, ...]:
    """Offer the first three: more would be a menu."""
    return tuple(Step(question, "ask", question) for question in tuple(questions)[:3])

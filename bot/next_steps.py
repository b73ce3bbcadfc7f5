"""What could be asked next: the buttons under a reply, before they have their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.keys import Step
from bot.view import show_step
from knowledge.answer import Answer, Unknown, WhichOne

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.view import View
    from knowledge.answer import Outcome
    from knowledge.next_questions import NextQuestion

EXAMPLES = (
    "how many wins did Heim have in 2025",
    "who won the 2025 Daytona 500",
    "most cup wins at Talladega",
)


def next_steps(
    outcome: Outcome,
    questions: Iterable[NextQuestion] = (),
    view: View | None = None,
    *,
    wrong: bool = True,
) -> tuple[Step, ...]:
    """Pages first, then what could be asked next, then what is wrong; choices or examples."""
    match outcome:
        case Answer():
            pages = (*show_step(outcome, view), *view.steps()) if view else ()
            share = (Step("Share", "share", str(view.page)),) if view and view.private else ()
            asked = (Step(each.label, "then", each.text) for each in questions)
            return (*pages, *share, *asked, *_wrong(offered=wrong))
        case WhichOne():
            return tuple(Step(name, "then", name) for name in outcome.choices)
        case Unknown():
            return (*examples(outcome.examples or EXAMPLES), *_wrong(offered=wrong))
        case _:
            assert_never(outcome)


def _wrong(*, offered: bool) -> tuple[Step, ...]:
    return (Step("Wrong?", "wrong"),) if offered else ()


def examples(questions: Iterable[str] = EXAMPLES) -> tuple[Step, ...]:
    """Offer the first three: more would be a menu."""
    return tuple(Step(question, "ask", question) for question in tuple(questions)[:3])

"""Wrong? A fan sees how the question was read, and can write down what is wrong with the answer."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from bot.keys import Step, write_keys
from bot.reply import Block, Field, Fields, Form, Reply, Text
from knowledge.answer import Answer, Unknown

if TYPE_CHECKING:
    from bot.card import Card
    from bot.command import Stand
    from bot.request import Submission
    from knowledge.answer import Outcome
    from knowledge.claims.claim import Verdict

log = logging.getLogger(__name__)

LONGEST_REPORT = 1000
"""Characters; enough to say what is right and where it is written."""


_IN_OTHER_WORDS = Text(
    "Read wrongly? Say it in other words, with the series and the season. Still wrong?"
)


async def explain(outcome: Outcome, card: Card, stand: Stand) -> Reply:
    """How it was read, what was noted on the way or could not be used, and a way to report it."""
    told = [("You asked", card.turns[-1])]
    if len(card.turns) > 1:
        told.append(("After", " · ".join(card.turns[:-1])))
    if outcome.reading:
        told.append(("I read it as", outcome.reading))
    noted = outcome.caveats if isinstance(outcome, Answer) else ()
    refused = (outcome.why,) if isinstance(outcome, Unknown) else ()
    cautions = tuple(Text(each, "caution") for each in (*refused, *noted))
    title = "This is how I understood the question."
    return await _explained(title, (Fields(tuple(told)), *cautions), card, stand)


async def explain_verdicts(verdicts: tuple[Verdict, ...], card: Card, stand: Stand) -> Reply:
    """What was taken for a claim, and how the rows for it were looked up."""
    told = [("You said", card.turns[-1])]
    for verdict in verdicts:
        reading = verdict.answer.reading if verdict.answer else verdict.words
        told.append((f"“{verdict.claim.text}”", reading))
    title = "This is what I took for the claim."
    return await _explained(title, (Fields(tuple(told)),), card, stand)


async def _explained(title: str, blocks: tuple[Block, ...], card: Card, stand: Stand) -> Reply:
    return Reply(
        title,
        (*blocks, _IN_OTHER_WORDS),
        buttons=await write_keys((Step("Report it", "report"),), card, stand.cards),
        private=True,
    )


def report_form(key: str) -> Form:
    field = Field(
        "words", "What is right, and where is it written?", long=True, longest=LONGEST_REPORT
    )
    return Form(key, "Report a wrong answer", (field,))


async def take_report(submission: Submission, card: Card) -> Reply:
    """Write the report down where whoever runs Spotter reads it."""
    mark = secrets.token_hex(4)
    words = submission.values.get("words", "").strip()[:LONGEST_REPORT]
    if not words:
        return Reply("There is nothing in that report.", private=True)
    log.warning("report %s on %r: %r", mark, card.turns, words)
    return Reply(
        "Thank you; whoever looks after the records will read that.",
        (Text(f"It is written down as {mark}."),),
        private=True,
    )

"""Wrong? A fan sees how the question was read, and can write down what is wrong with the answer."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from bot.keys import Step, write_keys
from bot.reply import Block, Field, Fields, Form, Reply, Text

if TYPE_CHECKING:
    from bot.card import Card
    from bot.command import Stand
    from bot.request import Submission
    from knowledge.answer import Outcome

log = logging.getLogger(__name__)

LONGEST_REPORT = 1000
"""Characters; enough to say what is right and where it is written."""


async def explain(outcome: Outcome, card: Card, stand: Stand) -> Reply:
    """How it was read, what was noted on the way, and a button to report it."""
    told = [("You asked", card.turns[-1])]
    if len(card.turns) > 1:
        told.append(("After", " · ".join(card.turns[:-1])))
    if outcome.reading:
        told.append(("I read it as", outcome.reading))
    blocks: list[Block] = [Fields(tuple(told))]
    blocks += [Text(caveat, "caution") for caveat in getattr(outcome, "caveats", ())]
    blocks.append(
        Text("Read wrongly? Ask it in other words, with the series and the season. Still wrong?")
    )
    return Reply(
        "This is how I understood the question.",
        tuple(blocks),
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

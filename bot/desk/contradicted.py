"""A posted recap that the rows contradict by now: noticed, and said in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reply import Text
from knowledge.highlights.saying import many

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.recap.correcting import Proposal
    from bot.reply import Button

_OUT = ("posted", "scheduled")


async def open_proposal(desk: Desk) -> Proposal | None:
    """What the rows contradict, unless a moderator has seen just that and left it as it is."""
    postings = desk.stand.newsroom.postings
    if postings is None or desk.draft.state not in _OUT:
        return None
    proposal = await postings.proposal(desk.draft)
    if proposal is None:
        return None
    history = await desk.stand.newsroom.drafts.history(desk.draft.id)
    is_left = any(done.did == "left" and done.words == proposal.digest for done in history)
    return None if is_left else proposal


def phrase_change(proposal: Proposal) -> Text:
    return Text(f"The rows have changed: {many(len(proposal.corrections), 'line')}.", "caution")


def see_button(desk: Desk, of: str = "") -> Button:
    return desk.button(f"See the corrections{f': {of}' if of else ''}", "corrections")

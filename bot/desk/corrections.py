"""Corrections before a moderator: each line as it was and as the rows have it, to accept or not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.changing import again, changed_by_others, keep, tell_changes
from bot.desk.contradicted import open_proposal, phrase_change
from bot.desk.figures import figures
from bot.desk.panel import show_panel
from bot.desk.standing import read_standing
from bot.recap.drafts import Outdated
from bot.recap.fact_lock import reasons_against
from bot.reply import Reply, Text
from knowledge.sentences import capital

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.desk.desk import Desk
    from bot.recap.correcting import Correction, Proposal
    from bot.recap.draft import Draft
    from bot.reply import Button

_AGREES = Text("The rows agree with what is posted, or it was left as it is.")
_OTHERS = Text(
    "The rows have changed further since you looked; these are the lines now.", "caution"
)
_BELOW = Text("Accepted, every channel has the new lines, the old ones struck through.", "quiet")
_UNPOSTED = Text(
    "The draft has changes that were not posted yet. Accepted, the corrections stand in it beside"
    " them, and Post the changes brings both to the channels.",
    "caution",
)
_IN_DRAFT = Text("The corrections are in the draft now, beside the changes not posted yet.")
_MOST_REASONS = 3


async def show_corrections(desk: Desk, *notes: Text) -> Reply:
    proposal = await open_proposal(desk)
    if proposal is None:
        return await tell_changes(desk, _AGREES)
    standing = await read_standing(desk)
    against = _against(desk, proposal)
    return Reply(
        f"Corrections for the recap of {desk.recap().race.title}",
        (
            *notes,
            phrase_change(proposal),
            *(text for each in proposal.corrections for text in _phrase(each)),
            *(Text(f"{capital(key)} will read: {words}", "quiet") for key, words in proposal.also),
            *(_phrase_against(why) for why in against),
            _UNPOSTED if standing.is_changed else _BELOW,
        ),
        buttons=_buttons(desk, proposal, can_be_accepted=not against),
        private=True,
    )


async def accept(desk: Desk, digest: str) -> Reply:
    """Bring to every channel what was shown, and nothing that others or the rows made since."""
    if await changed_by_others(desk):
        return await tell_changes(desk)
    proposal = await open_proposal(desk)
    if proposal is None:
        return await tell_changes(desk, _AGREES)
    if proposal.digest != digest or _against(desk, proposal):
        return await show_corrections(desk, _OTHERS)
    draft = _corrected(desk, proposal)
    try:
        if (await read_standing(desk)).is_changed:
            draft = replace(draft, approved_by=None)
            return await show_panel(await keep(desk, draft, "edited"), _IN_DRAFT)
        words = replace(desk, draft=draft).recap().text
        desk = await keep(desk, draft, "corrected", words=words, wanted=("update",))
    except Outdated:
        return await tell_changes(await again(desk))
    return await show_panel(desk)


async def leave(desk: Desk, digest: str) -> Reply:
    """As it is; asked again only where the rows change further."""
    if await changed_by_others(desk):
        return await tell_changes(desk)
    proposal = await open_proposal(desk)
    if proposal is None:
        return await tell_changes(desk, _AGREES)
    if proposal.digest != digest:
        return await show_corrections(desk, _OTHERS)
    await desk.stand.newsroom.drafts.note(desk.draft, desk.who, "left", digest)
    return await show_panel(desk)


def _corrected(desk: Desk, proposal: Proposal) -> Draft:
    """Approved as before: whose words are gone, and the rows' own need nobody's approval."""
    draft = replace(desk.draft, edits=proposal.accepted)
    is_red = bool(reasons_against(figures(replace(desk, draft=draft).recap(), desk.stand.book)))
    return replace(draft, anyway=is_red)


def _against(desk: Desk, proposal: Proposal) -> tuple[str, ...]:
    """What else of the moderator's the rows contradict, such as the intro: no edit mends that."""
    if desk.draft.anyway:
        return ()
    recap = replace(desk, draft=replace(desk.draft, edits=proposal.accepted)).recap()
    return reasons_against(figures(recap, desk.stand.book))


def _phrase(correction: Correction) -> Iterator[Text]:
    name = capital(correction.key)
    yield Text(correction.old, "struck")
    yield Text(
        f"{name}: {correction.new}"
        if correction.new
        else f"{name}: the rows have nothing more to tell of it."
    )
    yield Text(f"Why: {_joined(correction.reasons)}", "quiet")


def _phrase_against(why: str) -> Text:
    return Text(f"Yours to edit, as no line of the rows takes its place: {why}", "caution")


def _joined(reasons: tuple[str, ...]) -> str:
    told = list(dict.fromkeys(reasons))
    more = len(told) - _MOST_REASONS
    return " ".join((*told[:_MOST_REASONS], *((f"And {more} more.",) if more > 0 else ())))


def _buttons(desk: Desk, proposal: Proposal, *, can_be_accepted: bool) -> tuple[Button, ...]:
    accepting = (desk.button("Accept the corrections", f"accept {proposal.digest}"),)
    return (
        *(accepting if can_be_accepted else ()),
        desk.button("Edit it myself", "show"),
        desk.button("Leave it as it is", f"leave {proposal.digest}"),
    )


CORRECTION_STEPS: dict[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "corrections": lambda desk, _: show_corrections(desk),
    "accept": accept,
    "leave": leave,
}

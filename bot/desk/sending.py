"""A recap on its way: approved, posted, brought up to date, held back, taken back, official."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.changing import changed_by_others, keep, tell_changes
from bot.desk.figures import figures
from bot.desk.lending import not_ours
from bot.desk.panel import show_panel
from bot.desk.places import covered
from bot.desk.standing import read_standing
from bot.desk.telling import channel_words
from bot.desk.view import View
from bot.recap.draft import AT_ONCE, OFFICIAL
from bot.recap.drafts import Outdated
from bot.recap.fact_lock import reasons_against
from bot.reply import Text

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.recap.draft import Draft, State, Target
    from bot.recap.drafts import Did
    from bot.recap.postings import Wanted
    from bot.reply import Reply

_NOWHERE = Text("From here nothing can be posted; the draft is kept.", "caution")
_NO_CHANNEL = Text("Say first where it goes: Use this channel, or Where and when.", "caution")
_NOT_ALONE = Text(
    "Here a second moderator approves a recap: not who wrote it as it is now.",
    "caution",
)
_RED = Text(
    "The rows say otherwise, so I stop here. Correct it; or post it anyway, and it will say that"
    " the figure is a moderator's.",
    "caution",
)


async def post(desk: Desk, *, anyway: bool) -> Reply:
    """Send it on its way, where nothing stands against it."""
    if told := await _told_first(desk, exactly=anyway):
        return told
    if desk.stand.newsroom.postings is None or not desk.draft.targets:
        return await show_panel(desk, _NO_CHANNEL if desk.stand.newsroom.postings else _NOWHERE)
    if strange := await not_ours(desk):
        return await show_panel(desk, *(_not_lent(desk, target) for target in strange))
    recap = desk.recap()
    reasons = reasons_against(figures(recap, desk.stand.book))
    standing = await read_standing(desk)
    if standing.needs_approval:
        return await show_panel(desk, _NOT_ALONE)
    if reasons and not anyway:
        buttons = (desk.button("Post anyway", "anyway"), desk.button("Correct it", "show"))
        return await show_panel(desk, _RED, view=View(buttons))
    draft = replace(
        desk.draft,
        state=_state(desk),
        anyway=bool(reasons),
        targets=tuple([await covered(target, desk.stand) for target in desk.draft.targets]),
    )
    did: Did = "updated" if standing.out else "posted" if draft.state == "posted" else "scheduled"
    wanted: tuple[Wanted, ...] = ("update", "send") if did == "updated" else ("send",)
    return await _keep(desk, draft, did, words=recap.text, wanted=wanted)


async def ask(desk: Desk) -> Reply:
    if told := await _told_first(desk):
        return told
    return await _keep(desk, replace(desk.draft, state="waiting"), "asked")


async def approve(desk: Desk) -> Reply:
    """By somebody who has seen just this version, and has not written it."""
    if told := await _told_first(desk, exactly=True):
        return told
    if not (await read_standing(desk)).may_approve(desk.who):
        return await show_panel(desk, _NOT_ALONE)
    return await _keep(desk, replace(desk.draft, approved_by=desk.who), "approved")


async def hold(desk: Desk) -> Reply:
    """Not to be posted after all, for now."""
    return await _take_back(desk, "draft", "held back")


async def undo(desk: Desk) -> Reply:
    return await _take_back(desk, "undone", "undone")


async def make_official(desk: Desk) -> Reply:
    """Say so in every copy; what waited for it goes out."""
    if told := await _told_first(desk) or await _unapproved(desk):
        return told
    draft = replace(desk.draft, official=True)
    if draft.state == "scheduled" and draft.when == OFFICIAL:
        return await _keep(desk, replace(draft, state="posted"), "official", wanted=("send",))
    is_out = draft.state in ("scheduled", "posted")
    return await _keep(desk, draft, "official", wanted=("update",) if is_out else ())


async def try_again(desk: Desk) -> Reply:
    if told := await _unapproved(desk):
        return told
    if desk.stand.newsroom.postings:
        await desk.stand.newsroom.drafts.note(desk.draft, desk.who, "tried again")
        await desk.stand.newsroom.postings.send(desk.draft, desk.who)
    return await show_panel(desk)


async def _take_back(desk: Desk, state: State, did: Did) -> Reply:
    if told := await _told_first(desk):
        return told
    return await _keep(desk, replace(desk.draft, state=state), did, wanted=("undo",))


async def _keep(
    desk: Desk, draft: Draft, did: Did, *, words: str = "", wanted: tuple[Wanted, ...] = ()
) -> Reply:
    """Of two who do it at once one does; the draft and its copies are kept in one step."""
    try:
        desk = await keep(desk, draft, did, words=words, wanted=wanted)
    except Outdated:
        return await tell_changes(desk)
    return await show_panel(desk)


async def _told_first(desk: Desk, *, exactly: bool = False) -> Reply | None:
    """What others changed meanwhile is told before anything goes out."""
    if await changed_by_others(desk) or (exactly and not desk.is_current):
        return await tell_changes(desk)
    return None


async def _unapproved(desk: Desk) -> Reply | None:
    """What goes out again goes out as it is now: not with edits that nobody else has approved."""
    standing = await read_standing(desk)
    if standing.is_changed and standing.needs_approval:
        return await show_panel(desk, _NOT_ALONE)
    return None


def _not_lent(desk: Desk, target: Target) -> Text:
    name = channel_words(desk, target)
    return Text(f"{name} is not lent any more; take it out, under Where and when.", "caution")


def _state(desk: Desk) -> State:
    """Posted at once, unless it waits for its time or for the official result."""
    draft = desk.draft
    if draft.state == "posted" or draft.when == AT_ONCE:
        return "posted"
    if draft.when == OFFICIAL:
        return "posted" if draft.official else "scheduled"
    return "scheduled" if float(draft.when) > desk.stand.newsroom.now() else "posted"

"""A change of a draft: kept as its next version, or set aside where another was faster."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.desk import Desk, as_posted
from bot.desk.panel import show_panel
from bot.desk.standing import ONLY_NOTED, since
from bot.desk.view import View
from bot.recap.comparing import differences, merged
from bot.recap.drafts import Outdated
from bot.reply import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.recap.draft import Draft
    from bot.recap.drafts import Did, Done
    from bot.recap.postings import Wanted
    from bot.reply import Reply

_WAITS = Text("It is on its way; hold it back first, then change it.", "caution")


async def change(desk: Desk, alter: Callable[[Draft], Draft]) -> Desk | Reply:
    """Alter the draft as the moderator has seen it; what others changed meanwhile is told."""
    if desk.draft.state == "scheduled":
        return await show_panel(desk, _WAITS)
    if await changed_by_others(desk):
        return await _set_aside(desk, alter)
    altered = alter(desk.draft)
    if altered == desk.draft:
        return desk
    try:
        return await keep(desk, _anew(altered), "edited")
    except Outdated:
        return await _set_aside(await again(desk), alter)


async def changed(desk: Desk, alter: Callable[[Draft], Draft]) -> Reply:
    """What is to be seen after a change."""
    after = await change(desk, alter)
    return await show_panel(after) if isinstance(after, Desk) else after


async def keep(
    desk: Desk, draft: Draft, did: Did, *, words: str = "", wanted: tuple[Wanted, ...] = ()
) -> Desk:
    """The desk with the next version on it; what is wanted of its copies is kept with it."""
    newsroom = desk.stand.newsroom
    if newsroom.postings and wanted:
        kept = await newsroom.postings.keep(draft, desk.who, did, wanted, words)
    else:
        kept = await newsroom.drafts.change(draft, desk.who, did, words)
    return replace(desk, draft=kept, seen=kept.version)


async def again(desk: Desk) -> Desk:
    """With the draft as it is by now."""
    draft = await desk.stand.newsroom.drafts.find(desk.draft.id)
    return replace(desk, draft=await as_posted(draft or desk.draft, desk.stand))


async def changed_by_others(desk: Desk) -> tuple[Done, ...]:
    """What others did since the version that he has seen; his own he knows."""
    if desk.is_current:
        return ()
    history = await desk.stand.newsroom.drafts.history(desk.draft.id)
    later = since(history, desk.seen)
    return later if any(done.who.key != desk.user.key for done in later) else ()


async def tell_changes(desk: Desk, *notes: Text, view: View | None = None) -> Reply:
    """The draft as it is, and who did what to it meanwhile."""
    history = await desk.stand.newsroom.drafts.history(desk.draft.id)
    told = [Text(phrase_done(done, history), "caution") for done in since(history, desk.seen)]
    return await show_panel(desk, *told, *notes, view=view)


def phrase_done(done: Done, history: tuple[Done, ...]) -> str:
    """Who did what, and what was another thing after it: "Ann edited it: Chart is left out"."""
    before = done.draft.version - 1
    has_before = before > 0 and done.did not in ONLY_NOTED
    what = differences(_version(history, before), done.draft) if has_before else ()
    told = f": {'; '.join(what)}" if what else ""
    return f"{done.who.name} {PHRASES[done.did]}{told} (version {done.draft.version})."


PHRASES: dict[Did, str] = {
    "drafted": "began the draft",
    "edited": "changed it",
    "set aside": "came too late with a change, which is kept aside",
    "asked": "asked for approval",
    "approved": "approved it",
    "posted": "posted it",
    "scheduled": "had it wait for its time",
    "updated": "brought the changes to its channels",
    "proposed": "found that the rows have changed",
    "corrected": "corrected it as the rows are now",
    "left": "left it as it is, though the rows have changed",
    "held back": "held it back",
    "undone": "took it back",
    "official": "marked it official",
    "tried again": "had it tried again",
    "template": "made it the template here",
    "lent": "gave a code for a channel here",
    "lent no more": "let nobody else post in a channel here any more",
}


async def use_mine(desk: Desk, number: int) -> Desk | Reply:
    """A change that came too late, done to what others made of the draft."""
    history = await desk.stand.newsroom.drafts.history(desk.draft.id)
    mine = next((done.draft for done in history if done.number == number), None)
    if mine is None or history[number - 1].did != "set aside":
        return desk
    base = _version(history, mine.version)
    return await change(desk, lambda draft: merged(base, mine, draft))


async def _set_aside(desk: Desk, alter: Callable[[Draft], Draft]) -> Reply:
    history = await desk.stand.newsroom.drafts.history(desk.draft.id)
    mine = alter(_version(history, desk.seen))
    number = await desk.stand.newsroom.drafts.note(mine, desk.who, "set aside")
    told = Text("Your change was made to an older version; it is kept aside and not lost.")
    buttons = (desk.button("Make my change too", f"mine {number}"), desk.button("Leave it", "show"))
    return await tell_changes(desk, told, view=View(buttons))


def _version(history: tuple[Done, ...], version: int) -> Draft:
    return next(
        done.draft
        for done in history
        if done.draft.version == version and done.did not in ONLY_NOTED
    )


def _anew(draft: Draft) -> Draft:
    """Other words need another approval, and what was taken back is a draft again."""
    state = draft.state if draft.state == "posted" else "draft"
    return replace(draft, state=state, approved_by=None)

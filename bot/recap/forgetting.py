"""A person's name taken out of drafts and of what was done to them; the rest is the community's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.recap.draft import Signature
from bot.recap.drafts import NOBODY

if TYPE_CHECKING:
    from bot.recap.draft import Draft
    from bot.recap.drafts import Done
    from bot.request import User


def is_by(who: Signature | None, user: User) -> bool:
    return who is not None and (who.platform, who.key) == (user.platform, user.key)


def anonymous(done: Done, user: User, name: str) -> Done:
    who = _unnamed(done.who) if is_by(done.who, user) else done.who
    return replace(done, who=who, draft=without_name(done.draft, user, name))


def without_name(draft: Draft, user: User, name: str) -> Draft:
    """The draft with nobody in his place; a recap that he signed is signed no more."""
    edits = draft.edits
    if name and edits.signed_by == name:
        edits = replace(edits, signed_by="")
    drafted, approved = draft.drafted_by, draft.approved_by
    return replace(
        draft,
        edits=edits,
        drafted_by=_unnamed(drafted) if drafted and is_by(drafted, user) else drafted,
        approved_by=_unnamed(approved) if approved and is_by(approved, user) else approved,
    )


def _unnamed(who: Signature) -> Signature:
    return Signature(who.platform, "", NOBODY)

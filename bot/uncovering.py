"""What the button of a covered recap does: it tells the whole to whoever presses, alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.reply import Reply

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.recap.copies import Copy
    from bot.request import Press


async def uncover(words: str, press: Press, stand: Stand) -> Reply:
    """The recap of the post with this mark, as it is wanted there now."""
    copies = stand.newsroom.copies
    copy = await copies.find(words) if copies else None
    if copy is None or copy.undone or not _is_there(copy, press):
        return Reply("That recap was taken back.", private=True)
    # Loaded only now: most who start the program ask one question and read no recap.
    from bot.recap.covering import show_draft
    from bot.recap.drawing_up import recap_of

    recap = recap_of(copy.draft, stand.book)
    return replace(show_draft(copy.draft, recap, struck=dict(copy.struck)), private=True)


def _is_there(copy: Copy, press: Press) -> bool:
    to = copy.target.to
    return (to.platform, to.community) == (press.user.platform, press.place.community)

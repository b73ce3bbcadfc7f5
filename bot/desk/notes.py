"""What did we write about it? A community's own posted recaps, found again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.desk.desk import as_posted, draft_title
from bot.keys import read_key
from bot.phrasing import phrase_date
from bot.preferences import OPEN
from bot.recap.draft_key import race_key
from bot.recap.remembering import about
from bot.reply import Button, Menu, Reply, Text

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.recap.drafts import Done
    from bot.request import Place, Press, User

VERB = "told"
_MOST = 25


async def what_we_wrote(subject: str, user: User, place: Place, stand: Stand) -> Reply:
    """The latest recap about something, and the others; of no subject, all."""
    races = {race_key(race) for race in stand.book.races(subject, stand.today())}
    found = about(subject, await _told(user, place, stand), races)
    named = f" about {subject}" if subject else ""
    if not found:
        return Reply(
            f"We have posted no recap{named} here.",
            (Text("I look through the recaps that were posted here, and no others.", "quiet"),),
            private=True,
        )
    return _show(found[0], found[1:], stand)


async def show_told(words: str, press: Press, stand: Stand) -> Reply:
    """Another of them, for whoever picks it."""
    key = read_key(press.key).card
    for done in await _told(press.user, press.place, stand):
        if done.draft.id == key:
            return _show(done, (), stand)
    return Reply("That recap is not posted here any more.", private=True)


async def _told(user: User, place: Place, stand: Stand) -> list[Done]:
    """What is in the channels, the latest first; what still waits for its time is not."""
    out = await stand.newsroom.drafts.told(user.platform, place.community)
    states = [(await as_posted(done.draft, stand)).state for done in out]
    return [done for done, state in zip(out, states, strict=True) if state == "posted"]


def _show(done: Done, others: tuple[Done, ...], stand: Stand) -> Reply:
    headline, *lines = done.words.split("\n")
    day = phrase_date(f"{datetime.fromtimestamp(done.at, UTC):%Y-%m-%d}")
    signed = done.draft.edits.signed_by
    by = f" by {signed}" if signed else ""
    choices = tuple(_choice(each, stand) for each in others[:_MOST])
    return Reply(
        headline,
        (*map(Text, lines), Text(f"Our own recap{by}, posted on {day}.", "quiet")),
        menu=Menu(f"{len(others)} more that we posted", choices) if choices else None,
        private=stand.preferences.spoiler_mode != OPEN,
    )


def _choice(done: Done, stand: Stand) -> Button:
    return Button(draft_title(done.draft, stand), f"{VERB}::{done.draft.id}")

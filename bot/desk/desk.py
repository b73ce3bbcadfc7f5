"""A draft as one moderator has it before him."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.keys import read_key
from bot.recap.draft import Signature
from bot.recap.drawing_up import race_words, recap_of
from bot.reply import Button

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.recap.draft import Draft
    from bot.recap.recap import Recap
    from bot.request import Place, Press, Submission, User

VERB = "recap"


@dataclass(frozen=True, slots=True)
class Desk:
    """The draft as it is now, and the version that the moderator has seen."""

    draft: Draft
    seen: int
    user: User
    place: Place
    stand: Stand

    @property
    def who(self) -> Signature:
        return signature(self.user)

    @property
    def is_current(self) -> bool:
        return self.seen == self.draft.version

    def recap(self) -> Recap:
        return recap_of(self.draft, self.stand.book)

    def button(self, label: str, step: str) -> Button:
        return Button(label, self.key(step))

    def key(self, step: str) -> str:
        """It names the version too, so that nobody changes what he has not seen."""
        return f"{VERB}:{step}:{self.draft.id}.{self.draft.version}"


def draft_title(draft: Draft, stand: Stand) -> str:
    return race_words(draft, stand.book)


def signature(user: User) -> Signature:
    return Signature(user.platform, user.key, user.name)


async def find_desk(came_in: Press | Submission, stand: Stand) -> Desk | None:
    """The draft that a key names; none where it is another community's."""
    key, _, version = read_key(came_in.key).card.partition(".")
    draft = await stand.newsroom.drafts.find(key) if key else None
    user, place = came_in.user, came_in.place
    if draft is None or (draft.platform, draft.community) != (user.platform, place.community):
        return None
    return Desk(await as_posted(draft, stand), int(version or 0), user, place, stand)


async def as_posted(draft: Draft, stand: Stand) -> Draft:
    """What waited for its time is posted once it is in all of its channels."""
    if draft.state != "scheduled" or stand.newsroom.postings is None:
        return draft
    posts = await stand.newsroom.postings.states(draft)
    is_there = bool(posts) and all(post.state == "posted" for post in posts)
    return replace(draft, state="posted") if is_there else draft

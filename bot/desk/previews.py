"""A recap just as each of its channels will show it, one preview for those that show the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.channel import BARS, Destination, buttons_of, seen_of
from bot.desk.places import covered
from bot.desk.telling import channel_words, phrase_role, target_words
from bot.preferences import OPEN
from bot.recap.copies import mark_of
from bot.recap.correcting import now_struck
from bot.recap.covering import cover, show_draft
from bot.recap.draft import Target
from bot.reply import Seen, Text
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.channel import Post
    from bot.desk.desk import Desk
    from bot.recap.copies import Lines
    from bot.recap.draft import Draft
    from bot.recap.recap import Recap
    from bot.reply import Button, Reply


@dataclass(frozen=True, slots=True)
class Preview:
    """A post, and the channels of one platform that will have it so."""

    post: Post
    uncovered: Reply  # what its button tells in private, where it has one
    targets: tuple[Target, ...]

    @property
    def platform(self) -> str:
        return self.targets[0].to.platform

    @property
    def seen(self) -> tuple[Seen, ...]:
        """The messages of the post, and what is behind its button."""
        messages, button = seen_of(self.post, self.platform), self.post.cover
        if button is None or self.platform in BARS:
            return messages
        return *messages, Seen(self.uncovered, f"for whoever presses {button.label}, alone")

    def is_like(self, other: Preview) -> bool:
        return (self.platform, self.post) == (other.platform, other.post)


async def previews(desk: Desk, recap: Recap, draft: Draft) -> tuple[Preview, ...]:
    """The different posts that its channels would get now; without a channel, one for here."""
    found: list[Preview] = []
    here = Target(Destination(draft.platform, draft.community, desk.place.channel))
    for target in draft.targets or (here,):
        there = target if draft.state == "scheduled" else await covered(target, desk.stand)
        struck = dict(await _struck(desk, recap, there))
        post = cover(recap, there, draft, "", struck)
        new = Preview(post, show_draft(draft, recap, struck=struck), (there,))
        same = next((place for place, each in enumerate(found) if each.is_like(new)), None)
        if same is None:
            found.append(new)
        else:
            found[same] = replace(found[same], targets=(*found[same].targets, there))
    return tuple(found)


def chosen(found: tuple[Preview, ...], words: str = "") -> Preview:
    """The one for the channel that a key names, else one that tells openly, else the first."""
    named = (each for each in found if words in map(target_words, each.targets))
    is_open = (each for each in found if each.targets[0].spoilers == OPEN)
    return next(iter((*named, *is_open, *found)))


def other_previews(desk: Desk, found: tuple[Preview, ...], shown: Preview) -> tuple[Button, ...]:
    return tuple(
        desk.button(f"See it as {_names(desk, each)} will", f"see {target_words(each.targets[0])}")
        for each in found
        if each is not shown
    )


async def phrase_preview(desk: Desk, preview: Preview) -> tuple[Text, ...]:
    """What no drawing of it says."""
    return tuple([words async for words in _phrase(desk, preview)])


async def _phrase(desk: Desk, preview: Preview) -> AsyncIterator[Text]:
    for words in buttons_of(seen_of(preview.post, preview.platform)):
        yield words
    if roles := [await phrase_role(desk, role) for role in preview.post.roles]:
        yield Text(f"It mentions {listed(roles)}, when it is posted and never again.", "quiet")
    if preview.platform != desk.draft.platform:
        there = preview.platform.capitalize()
        yield Text(f"{there} draws it in its own type; every word is the same.", "quiet")
        if preview.post.cover and preview.platform in BARS:
            bars = f"What stands between || and || {there} hides until a reader lifts it."
            yield Text(bars, "quiet")
    where = f" in {_names(desk, preview)}" if desk.draft.targets else ""
    yield Text(f"So it will be posted{where}. What follows is for moderators alone.", "quiet")


def _names(desk: Desk, preview: Preview) -> str:
    return listed([channel_words(desk, target) for target in preview.targets])


async def _struck(desk: Desk, recap: Recap, target: Target) -> Lines:
    """What the change of a post that is there would strike through."""
    copies, turn, last = desk.stand.newsroom.copies, 1, None
    while copies and (copy := await copies.find(mark_of(desk.draft.id, target, turn))):
        turn, last = turn + 1, copy
    is_there = last is not None and last.message and not last.undone
    return now_struck(desk.stand.book, last, recap) if last and is_there else ()

"""Channels lent to other communities by a code, and those that others lend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.channel_field import NAME, channel_field
from bot.desk.telling import channel_words, target_words
from bot.recap.drafts import LINKED_WITHIN
from bot.reply import Field, Form, Reply, Text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.desk.desk import Desk
    from bot.recap.draft import Target
    from bot.reply import Button


def link_form(desk: Desk) -> Form:
    fields = (
        channel_field("The channel that others may post in"),
        Field(NAME, "What it shall be called there", longest=100),
    )
    return Form(desk.key("link"), "Link a channel", fields)


async def find_lent(words: str, desk: Desk) -> Target | None:
    lent = await desk.stand.newsroom.links.linked(desk.draft.platform, desk.draft.community)
    return next((target for target in lent if target_words(target) == words), None)


async def lend(desk: Desk, target: Target) -> Reply:
    """A code by which another community may post in a channel of this one."""
    code = await desk.stand.newsroom.links.offer(target.to, target.name)
    await desk.stand.newsroom.drafts.note(desk.draft, desk.who, "lent")
    return Reply(
        f"The code is {code[:5]}-{code[5:]}.",
        (
            Text(
                f"Who enters it within {LINKED_WITHIN // 60} minutes, in a recap of another"
                f" community under Where and when, Add a channel, may post recaps in"
                f" {channel_words(desk, target)}."
            ),
            Text("It works once. Give it only to moderators whom you trust.", "caution"),
        ),
        private=True,
    )


async def lend_no_more(words: str, desk: Desk) -> None:
    """Keep a channel of this community for its own recaps."""
    links, draft = desk.stand.newsroom.links, desk.draft
    for target in await links.lent(draft.platform, draft.community):
        if target_words(target) == words:
            await links.end(target.to)
            await desk.stand.newsroom.drafts.note(draft, desk.who, "lent no more")


async def not_ours(desk: Desk) -> tuple[Target, ...]:
    """The channels elsewhere that this community may not post in, or no more."""
    draft = desk.draft
    lent = await desk.stand.newsroom.links.linked(draft.platform, draft.community)
    may = {target.to for target in lent}
    ours = (draft.platform, draft.community)
    return tuple(
        target
        for target in draft.targets
        if (target.to.platform, target.to.community) != ours and target.to not in may
    )


async def lending_choices(desk: Desk) -> AsyncIterator[Button]:
    """Post also in what others lend, and lend no more."""
    draft = desk.draft
    going = {target.to for target in draft.targets}
    for target in await desk.stand.newsroom.links.linked(draft.platform, draft.community):
        if target.to not in going:
            yield desk.button(
                f"Also to {channel_words(desk, target)}", f"lent {target_words(target)}"
            )
    for target in await desk.stand.newsroom.links.lent(draft.platform, draft.community):
        label = f"Lend {channel_words(desk, target)} no more"
        yield desk.button(label, f"keep {target_words(target)}")

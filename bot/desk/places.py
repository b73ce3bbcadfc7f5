"""Where a recap goes, whom it mentions, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.desk.telling import channel_words, phrase_role
from bot.desk.timing import EXAMPLES
from bot.desk.view import View
from bot.preferences import MENTIONS, Owner
from bot.recap.draft import AT_ONCE, Draft, Target
from bot.recap.drafts import LINKED_WITHIN
from bot.reply import Field, Form, Menu, Reply, Text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from bot.command import Stand
    from bot.desk.desk import Desk
    from bot.reply import Button

CHANNEL, NAME, CODE, WHEN = "channel", "name", "code", "when"


async def where_view(desk: Desk) -> View:
    choices = [choice async for choice in _choices(desk)]
    buttons = (
        desk.button("Add a channel", "channel"),
        desk.button("When", "when"),
        desk.button("Link a channel", "link"),
        desk.button("Done", "show"),
    )
    return View(buttons, Menu("Channels and mentions", tuple(choices)) if choices else None)


def channel_form(desk: Desk) -> Form:
    fields = (
        channel_field("A channel here", required=False),
        Field(NAME, "What you call it", required=False, longest=100),
        Field(CODE, "Or a code from another community", required=False, longest=40),
    )
    return Form(desk.key("channel"), "Add a channel", fields)


def link_form(desk: Desk) -> Form:
    fields = (
        channel_field("The channel that others may post in"),
        Field(NAME, "What it shall be called there", longest=100),
    )
    return Form(desk.key("link"), "Link a channel", fields)


def when_form(desk: Desk) -> Form:
    when = desk.draft.when
    said = "" if when == AT_ONCE or when.isdecimal() else when
    field = Field(WHEN, "When", said, required=False, longest=60)
    return Form(desk.key("when"), f"When: {EXAMPLES.partition(',')[0]} or a time", (field,))


def channel_field(label: str, *, required: bool = True) -> Field:
    """How a channel of the community is chosen."""
    return Field(CHANNEL, label, required=required, longest=100, kind="channel")


def read_channel(values: Mapping[str, str], platform: str, community: str) -> Target | None:
    """The channel that was chosen; none where none was."""
    key = values.get(CHANNEL, "").strip()
    return (
        Target(Destination(platform, community, key), values.get(NAME, "").strip()) if key else None
    )


async def covered(target: Target, stand: Stand) -> Target:
    """The channel with its way of telling results as it is today."""
    to = target.to
    held = await stand.kept.of_channel(to.platform, to.community, to.channel)
    return replace(target, spoilers=held.spoilers)


def going_to(target: Target, draft: Draft) -> Draft:
    others = tuple(each for each in draft.targets if each.to != target.to)
    return replace(draft, targets=(*others, target))


def not_going_to(words: str, draft: Draft) -> Draft:
    kept = tuple(each for each in draft.targets if _words(each) != words)
    return replace(draft, targets=kept)


def mentioning(role: str, draft: Draft) -> Draft:
    """With a role that was not mentioned, without one that was."""
    others = tuple(each for each in draft.roles if each != role)
    return replace(draft, roles=others if role in draft.roles else (*others, role))


async def allowed_roles(desk: Desk) -> tuple[str, ...]:
    """Those that moderators have allowed recaps to mention."""
    draft = desk.draft
    everybody = Owner(draft.platform, "community", draft.community)
    return tuple((await desk.stand.kept.chosen(everybody)).get(MENTIONS, ()))


async def find_lent(words: str, desk: Desk) -> Target | None:
    lent = await desk.stand.newsroom.links.linked(desk.draft.platform, desk.draft.community)
    return next((target for target in lent if _words(target) == words), None)


async def lend(desk: Desk, target: Target) -> Reply:
    """A code by which another community may post in a channel of this one."""
    code = await desk.stand.newsroom.links.offer(target.to, target.name)
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


async def _choices(desk: Desk) -> AsyncIterator[Button]:
    draft = desk.draft
    going = {target.to for target in draft.targets}
    for target in draft.targets:
        label = f"Not to {channel_words(desk, target)}"
        yield desk.button(label, f"drop {_words(target)}")
    here = Destination(draft.platform, draft.community, desk.place.channel)
    if here not in going and here.channel and not desk.place.direct:
        yield desk.button("Also to this channel", "here")
    for target in await desk.stand.newsroom.links.linked(draft.platform, draft.community):
        if target.to not in going:
            yield desk.button(f"Also to {channel_words(desk, target)}", f"lent {_words(target)}")
    for role in await allowed_roles(desk):
        does = "Do not mention" if role in draft.roles else "Mention"
        yield desk.button(f"{does} {await phrase_role(desk, role)}", f"role {role}")


def _words(target: Target) -> str:
    """A channel as a key names it."""
    return f"{target.to.platform} {target.to.community} {target.to.channel}"

"""Where a recap goes, whom it mentions, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.desk.channel_field import NAME, channel_field
from bot.desk.lending import lending_choices
from bot.desk.telling import channel_words, phrase_role, target_words
from bot.desk.view import View
from bot.preferences import MENTIONS, Owner
from bot.recap.draft import AT_ONCE, Draft, Target
from bot.reply import Field, Form, Menu

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.command import Stand
    from bot.desk.desk import Desk
    from bot.reply import Button

CODE, WHEN = "code", "when"


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


def when_form(desk: Desk) -> Form:
    when = desk.draft.when
    said = "" if when == AT_ONCE or when.isdecimal() else when
    label = "now, official, 18:30 or tomorrow 9 am"
    field = Field(WHEN, label, said, required=False, longest=60)
    return Form(desk.key("when"), "When it goes out", (field,))


async def covered(target: Target, stand: Stand) -> Target:
    """The channel with its way of telling results as it is today, and with a name."""
    to = target.to
    held = await stand.kept.of_channel(to.platform, to.community, to.channel)
    return replace(await named(target, stand), spoilers=held.spoilers)


async def named(target: Target, stand: Stand) -> Target:
    """By the name that moderators gave it, else by what people there call it."""
    channel = stand.newsroom.channels.get(target.to.platform)
    if target.name or channel is None:
        return target
    return replace(target, name=await channel.channel_name(target.to))


def going_to(target: Target, draft: Draft) -> Draft:
    others = tuple(each for each in draft.targets if each.to != target.to)
    return replace(draft, targets=(*others, target))


def not_going_to(words: str, draft: Draft) -> Draft:
    kept = tuple(each for each in draft.targets if target_words(each) != words)
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


async def _choices(desk: Desk) -> AsyncIterator[Button]:
    draft = desk.draft
    going = {target.to for target in draft.targets}
    for target in draft.targets:
        label = f"Not to {channel_words(desk, target)}"
        yield desk.button(label, f"drop {target_words(target)}")
    here = Destination(draft.platform, draft.community, desk.place.channel)
    if here not in going and here.channel and not desk.place.direct:
        yield desk.button("Also to this channel", "here")
    async for button in lending_choices(desk):
        yield button
    for role in await allowed_roles(desk):
        does = "Do not mention" if role in draft.roles else "Mention"
        yield desk.button(f"{does} {await phrase_role(desk, role)}", f"role {role}")

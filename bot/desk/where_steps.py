"""Steps that say where a recap goes, whom it mentions and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.desk.changing import changed
from bot.desk.channel_field import read_channel
from bot.desk.lending import find_lent, lend, lend_no_more, link_form
from bot.desk.panel import show_panel
from bot.desk.places import (
    CODE,
    WHEN,
    allowed_roles,
    channel_form,
    covered,
    going_to,
    mentioning,
    not_going_to,
    when_form,
    where_view,
)
from bot.desk.telling import target_words
from bot.desk.timing import read_when
from bot.recap.draft import Target
from bot.reply import Form, Reply, Text
from bot.setting_fields import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.desk.desk import Desk
    from bot.request import Submission

_IS_THERE = Text("It is posted there already; Undo takes it back everywhere.", "caution")


async def _where(desk: Desk, words: str) -> Reply:
    return await show_panel(desk, view=await where_view(desk))


async def _channel(desk: Desk, words: str) -> Reply:
    return _form(channel_form(desk))


async def _take_channel(desk: Desk, words: str, filled: Submission) -> Reply:
    """A channel of this community, or the one that a code is for."""
    draft, code = desk.draft, filled.values.get(CODE, "").strip()
    if code:
        target = await desk.stand.newsroom.links.take_up(code, draft.platform, draft.community)
        if target is None:
            raise NotUnderstood("That code is unknown, was used already, or is too old.")
    else:
        target = read_channel(filled.values, draft.platform, draft.community)
    if target is None:
        raise NotUnderstood("No channel was chosen, and no code was given.")
    return await _go_to(desk, target)


async def _here(desk: Desk, words: str) -> Reply:
    """The channel in which the moderator is."""
    draft = desk.draft
    to = Destination(draft.platform, draft.community, desk.place.channel)
    if not desk.place.channel or desk.place.direct:
        return _form(channel_form(desk))
    return await _go_to(desk, Target(to))


async def _lent(desk: Desk, words: str) -> Reply:
    target = await find_lent(words, desk)
    return await _go_to(desk, target) if target else await _where(desk, "")


async def _keep(desk: Desk, words: str) -> Reply:
    await lend_no_more(words, desk)
    return await _where(desk, "")


async def _go_to(desk: Desk, target: Target) -> Reply:
    there = await covered(target, desk.stand)
    return await changed(desk, lambda draft: going_to(there, draft))


async def _drop(desk: Desk, words: str) -> Reply:
    postings = desk.stand.newsroom.postings
    posts = await postings.states(desk.draft) if postings else ()
    if any(post.state == "posted" and target_words(post.target) == words for post in posts):
        return await show_panel(desk, _IS_THERE)
    return await changed(desk, lambda draft: not_going_to(words, draft))


async def _role(desk: Desk, words: str) -> Reply:
    if words not in (*await allowed_roles(desk), *desk.draft.roles):
        return await _where(desk, "")
    return await changed(desk, lambda draft: mentioning(words, draft))


async def _when(desk: Desk, words: str) -> Reply:
    return _form(when_form(desk))


async def _take_when(desk: Desk, words: str, filled: Submission) -> Reply:
    stand = desk.stand
    when = read_when(filled.values.get(WHEN, ""), stand.preferences.zone, stand.newsroom.now())
    return await changed(desk, lambda draft: replace(draft, when=when))


async def _link(desk: Desk, words: str) -> Reply:
    return _form(link_form(desk))


async def _take_link(desk: Desk, words: str, filled: Submission) -> Reply:
    target = read_channel(filled.values, desk.user.platform, desk.place.community)
    if target is None:
        raise NotUnderstood("No channel was chosen.")
    return await lend(desk, target)


def _form(form: Form) -> Reply:
    return Reply(form=form, private=True)


WHERE_STEPS: dict[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "where": _where,
    "here": _here,
    "channel": _channel,
    "lent": _lent,
    "keep": _keep,
    "drop": _drop,
    "role": _role,
    "when": _when,
    "link": _link,
}

WHERE_FORMS: dict[str, Callable[[Desk, str, Submission], Awaitable[Reply]]] = {
    "channel": _take_channel,
    "when": _take_when,
    "link": _take_link,
}

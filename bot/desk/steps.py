"""Every step that can be taken under a recap, by the first word of its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.desk.block_steps import BLOCK_FORMS, BLOCK_STEPS
from bot.desk.changing import changed, tell_changes, use_mine
from bot.desk.corrections import CORRECTION_STEPS
from bot.desk.desk import Desk, find_desk
from bot.desk.drafting import list_recaps, open_recap
from bot.desk.intro import intro_form, read_intro
from bot.desk.noticed import NOTICED
from bot.desk.panel import show_panel, show_preview
from bot.desk.sending import approve, ask, hold, make_official, post, try_again, undo
from bot.desk.templates import keep_as_template, more_view, switch_approval
from bot.desk.trail import show_trail
from bot.desk.where_steps import WHERE_FORMS, WHERE_STEPS
from bot.keys import read_key
from bot.reply import Form, Reply, Text
from bot.setting_fields import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.command import Stand
    from bot.recap.draft import State
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Desk, str], Awaitable[Reply]]"

_REFUSED = Reply(
    "Recaps are for moderators to make.",
    (Text("What they post here is for everybody; ask me about any race.", "quiet"),),
    private=True,
)
_GONE = Reply(
    "That recap is not here any more.", (Text("recap shows those that are."),), private=True
)


async def take_recap_step(words: str, press: Press, stand: Stand) -> Reply:
    """What a moderator pressed; whoever is none learns nothing."""
    if not press.user.may_moderate:
        return _REFUSED
    verb, _, rest = words.partition(" ")
    if verb == "open":
        return _in_place(await open_recap(rest, press.user, press.place, stand))
    if verb == "list":
        return _in_place(await list_recaps(press.user, press.place, stand))
    desk = await find_desk(press, stand)
    if desk is not None and verb in NOTICED:
        return await NOTICED[verb](desk)
    if desk is None or verb not in STEPS:
        return _GONE
    if desk.draft.state not in ONLY_WHILE.get(verb, (desk.draft.state,)):
        return _in_place(await tell_changes(desk))
    return _in_place(await STEPS[verb](desk, rest))


async def take_recap_form(submission: Submission, stand: Stand) -> Reply:
    if not submission.user.may_moderate:
        return _REFUSED
    verb, _, rest = read_key(submission.key).words.partition(" ")
    desk = await find_desk(submission, stand)
    if desk is None or verb not in FORMS:
        return _GONE
    try:
        return _in_place(await FORMS[verb](desk, rest, submission))
    except NotUnderstood as why:
        return Reply(str(why), (Text("Nothing was changed."),), private=True)


async def _show(desk: Desk, words: str) -> Reply:
    return await show_panel(desk)


async def _intro(desk: Desk, words: str) -> Reply:
    return _form(intro_form(desk))


async def _take_intro(desk: Desk, words: str, filled: Submission) -> Reply:
    return await changed(desk, lambda draft: read_intro(filled.values, draft))


async def _more(desk: Desk, words: str) -> Reply:
    return await show_panel(desk, view=await more_view(desk))


async def _mine(desk: Desk, words: str) -> Reply:
    after = await use_mine(desk, int(words))
    return after if isinstance(after, Reply) else await show_panel(after)


def _form(form: Form) -> Reply:
    return Reply(form=form, private=True)


def _in_place(reply: Reply) -> Reply:
    return reply if reply.form else replace(reply, in_place=True)


STEPS: dict[str, Step] = {
    "show": _show,
    "see": show_preview,
    **BLOCK_STEPS,
    "intro": _intro,
    **WHERE_STEPS,
    **CORRECTION_STEPS,
    "more": _more,
    "mine": _mine,
    "post": lambda desk, _: post(desk, anyway=False),
    "anyway": lambda desk, _: post(desk, anyway=True),
    "ask": lambda desk, _: ask(desk),
    "approve": lambda desk, _: approve(desk),
    "hold": lambda desk, _: hold(desk),
    "undo": lambda desk, _: undo(desk),
    "official": lambda desk, _: make_official(desk),
    "again": lambda desk, _: try_again(desk),
    "trail": lambda desk, _: show_trail(desk),
    "template": lambda desk, _: keep_as_template(desk),
    "approval": lambda desk, _: switch_approval(desk),
}

_AT_HAND: tuple[State, ...] = ("draft", "waiting", "posted", "undone")
ONLY_WHILE: dict[str, tuple[State, ...]] = {
    "post": _AT_HAND,
    "anyway": _AT_HAND,
    "approve": _AT_HAND,
    "ask": ("draft",),
    "hold": ("scheduled",),
    "undo": ("posted",),
    "corrections": ("posted", "scheduled"),
    "accept": ("posted", "scheduled"),
    "leave": ("posted", "scheduled"),
}
"""A button may have been left from another day."""

FORMS: dict[str, Callable[[Desk, str, Submission], Awaitable[Reply]]] = {
    **BLOCK_FORMS,
    "intro": _take_intro,
    **WHERE_FORMS,
}

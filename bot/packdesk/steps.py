"""Every step that a moderator can take with his packs, by the first word of its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.packdesk.bringing import (
    again,
    bring_form,
    drop_text,
    keep_sound,
    replace_form,
    show_faults,
    take_brought,
)
from bot.packdesk.desk import FOR_MODERATORS, GONE, button, desk_of, in_place, key_for, read_step
from bot.packdesk.editing import edit_form, take_edit
from bot.packdesk.looking_over import look_on, look_over, take_mends
from bot.packdesk.one_question import know_better, leave, show_question, take_mend, take_out
from bot.packdesk.showing import list_packs, show_pack, show_text
from bot.quiz.packs.checking import checked_title
from bot.quiz.packs.pack import LONGEST, Said
from bot.reply import Field, Form, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.command import Stand
    from bot.packdesk.desk import Desk
    from bot.quiz.packs.kept import KeptPack
    from bot.request import Press, Submission

Step: TypeAlias = "Callable[[Desk, KeptPack, int], Awaitable[Reply]]"


async def take_pack_step(press: Press, stand: Stand) -> Reply:
    desk, (verb, number, key) = desk_of(press, stand), read_step(press.key)
    if not desk.user.may_moderate:
        return FOR_MODERATORS
    if verb == "list":
        return in_place(await list_packs(desk))
    if verb == "bring":
        return Reply(form=bring_form("bring"), private=True)
    kept = await desk.find(key)
    if kept is None or verb not in STEPS:
        return in_place(GONE)
    if verb in _OF_QUESTIONS and number >= len(kept.questions):
        return in_place(await again(desk, key))
    return in_place(await STEPS[verb](desk, kept, number))


async def take_pack_form(filled: Submission, stand: Stand) -> Reply:
    desk, (verb, number, key) = desk_of(filled, stand), read_step(filled.key)
    if not desk.user.may_moderate:
        return FOR_MODERATORS
    if verb == "bring":
        return in_place(await take_brought(desk, None, filled))
    kept = await desk.find(key)
    if kept is None:
        return in_place(GONE)
    if verb == "replace":
        return in_place(await take_brought(desk, kept, filled))
    if verb == "rename":
        return in_place(await _take_name(desk, kept, filled))
    if number >= len(kept.questions):
        return in_place(await again(desk, key))
    return in_place(await take_edit(desk, kept, number, filled))


async def _show(desk: Desk, kept: KeptPack, page: int) -> Reply:
    return show_pack(kept, page=page)


async def _text(desk: Desk, kept: KeptPack, page: int) -> Reply:
    return show_text(kept, page)


async def _question(desk: Desk, kept: KeptPack, number: int) -> Reply:
    return show_question(desk, kept, number)


async def _edit(desk: Desk, kept: KeptPack, number: int) -> Reply:
    return Reply(form=edit_form(kept, number), private=True)


async def _replace(desk: Desk, kept: KeptPack, number: int) -> Reply:
    return Reply(form=replace_form(kept), private=True)


async def _rename(desk: Desk, kept: KeptPack, number: int) -> Reply:
    field = Field("title", "What it is called", kept.title, longest=LONGEST["title"])
    return Reply(form=Form(key_for("rename", kept.id), "Rename", (field,)), private=True)


async def _take_name(desk: Desk, kept: KeptPack, filled: Submission) -> Reply:
    said = filled.values.get("title", "")
    title = checked_title(Said(said, 0) if said.strip() else None, kept.title, [])
    after = await desk.packs.keep(replace(kept, pack=replace(kept.pack, title=title)))
    return show_pack(after) if after else await again(desk, kept.id)


async def _delete(desk: Desk, kept: KeptPack, number: int) -> Reply:
    """Asked once more, as there is no way back."""
    return Reply(
        f"Delete {kept.title} with its {len(kept.questions)} questions?",
        (Text("Nights that were played with it stay as they are. There is no way back."),),
        buttons=(
            button("Delete it for good", "gone", kept.id),
            button("Keep it", "show", kept.id),
        ),
        private=True,
    )


async def _gone(desk: Desk, kept: KeptPack, number: int) -> Reply:
    await desk.packs.remove(kept.id)
    return await list_packs(desk, Text(f"{kept.title} is deleted."))


STEPS: dict[str, Step] = {
    "show": _show,
    "text": _text,
    "question": _question,
    "edit": _edit,
    "replace": _replace,
    "rename": _rename,
    "delete": _delete,
    "gone": _gone,
    "faults": lambda _, kept, page: show_faults(kept, page),
    "sound": lambda desk, kept, _: keep_sound(desk, kept),
    "drop": lambda desk, kept, _: drop_text(desk, kept),
    "on": lambda desk, kept, _: look_on(desk, kept),
    "over": lambda desk, kept, _: look_over(desk, kept),
    "mends": lambda desk, kept, _: take_mends(desk, kept),
    "mend": take_mend,
    "ours": know_better,
    "leave": leave,
    "out": take_out,
}

_OF_QUESTIONS = frozenset({"question", "edit", "mend", "ours", "leave", "out"})
"""Steps whose number is that of a question."""

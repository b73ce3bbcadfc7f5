"""A pack of the community's own in a plan: picked, mixed, and its questions chosen."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.packdesk.desk import Desk
from bot.packdesk.looking_over import looked_at
from bot.quiz.choosing import TooFew, choose
from bot.quiz.mixing import mix
from bot.quiz.programme import MIXES
from bot.quizmaster.plan import keep, show_plan
from bot.reply import Choice, Field, Form, Reply, Text

if TYPE_CHECKING:
    from bot.quiz.packs.kept import KeptPack
    from bot.quiz.programme import Mix, Programme
    from bot.quiz.question import Question
    from bot.quizmaster.plan import Plan
    from bot.quizmaster.player import Player
    from bot.request import Submission

NONE = "none"
_NO_PACKS = Text("There is no pack here yet: quiz packs takes one.", "caution")
_NOT_HERE = Text("That pack is not here any more; pick another.", "caution")
_UNSEEN = Text(
    "The trivia doctor has not looked at all of that pack yet; press once more.", "caution"
)
_WAIT = "{} of the pack are contradicted by the records and wait for you: quiz packs."


async def pack_form(plan: Plan, words: str) -> Reply:
    ours = await _desk(plan.host).packs.of(*_desk(plan.host).here)
    if not ours or not plan.host.user.may_moderate:
        return await show_plan(plan, _NO_PACKS)
    packs = (Choice("None", NONE), *(Choice(each.title, each.id) for each in ours))
    mixes = tuple(Choice(words[0].upper() + words[1:], key) for key, words in MIXES.items())
    programme = plan.programme
    fields = (
        Field("pack", "A pack of yours", programme.pack or NONE, kind="choice", choices=packs),
        Field("mix", "It is asked", programme.mix, kind="choice", choices=mixes),
    )
    return Reply(form=Form(plan.form_key("pack"), "A pack of yours", fields), private=True)


async def take_pack(plan: Plan, filled: Submission) -> Reply:
    """By its key, or by its title as somebody types it."""
    said = filled.values.get("pack", NONE).strip()
    ours = await _desk(plan.host).packs.of(*_desk(plan.host).here)
    titled = (each for each in ours if said in (each.id, each.title))
    kept = next(titled, None) if plan.host.user.may_moderate else None
    if kept is None:
        none = replace(plan.programme, pack="", pack_title="")
        notes = (_NOT_HERE,) if said.casefold() not in ("", NONE) else ()
        return await show_plan(await keep(plan, none), *notes)
    how: Mix = next((key for key in MIXES if key == filled.values.get("mix")), "only")
    chosen = replace(plan.programme, pack=kept.id, pack_title=kept.title, mix=how)
    return await show_plan(await keep(plan, chosen))


async def chosen(
    programme: Programme, host: Player, asked: frozenset[str] = frozenset()
) -> tuple[Question, ...] | TooFew | Text:
    """The questions of a night, or in words why its pack cannot be asked now."""
    book, seed = host.stand.book, secrets.token_hex(8)
    if not programme.pack:
        return choose(programme, book, seed, asked)
    kept = await _desk(host).find(programme.pack) if host.user.may_moderate else None
    if kept is None:
        return _NOT_HERE
    kept = await _seen(kept, host)
    if kept.unseen:
        return _UNSEEN
    questions = mix(programme, kept.pack, book, seed, asked)
    if isinstance(questions, TooFew) and kept.waiting and not questions.found:
        return Text(_WAIT.format(kept.waiting), "caution")
    return questions


async def _seen(kept: KeptPack, host: Player) -> KeptPack:
    """No question is asked that nobody held against the records."""
    if not kept.unseen:
        return kept
    looked = await looked_at(kept, host.stand.book)
    return await host.stand.packs.keep(looked) or looked


def _desk(host: Player) -> Desk:
    return Desk(host.user, host.place, host.stand)

"""A recap's beginning and end in the moderator's own words: an intro, and who signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.recap.recap import LONGEST_TEXT
from bot.reply import Field, Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.desk.desk import Desk
    from bot.recap.draft import Draft

_INTRO, _SIGNED = "intro", "signed"


def intro_form(desk: Desk) -> Form:
    edits = desk.draft.edits
    fields = (
        Field(_INTRO, "Your own words before it", edits.intro, True, False, longest=LONGEST_TEXT),
        Field(_SIGNED, "Signed by; empty, by nobody", edits.signed_by, required=False, longest=80),
    )
    return Form(desk.key("intro"), "Intro and signature", fields)


def read_intro(values: Mapping[str, str], draft: Draft) -> Draft:
    intro = values.get(_INTRO, "").strip()[:LONGEST_TEXT]
    signed_by = " ".join(values.get(_SIGNED, "").split())[:80]
    return replace(draft, edits=replace(draft.edits, intro=intro, signed_by=signed_by))

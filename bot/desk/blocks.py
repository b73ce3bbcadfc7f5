"""One block of a recap: left out or in, further up or down, in other words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.recap.drawing_up import recap_of
from bot.recap.recap import LONGEST_TEXT
from bot.reply import Button, Field, Form, Menu
from knowledge.sentences import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk.desk import Desk
    from bot.recap.draft import Draft
    from bot.recap.recap import Key, Recap

TEXT = "text"


def block_menu(desk: Desk, recap: Recap) -> Menu:
    """Every block that the rows give, in the order in which they are read."""
    shown = [block.key for block in recap.blocks]
    left_out = [block.key for block in recap.written if block.key not in shown]
    choices = [desk.button(capital(key), f"block {key}") for key in shown]
    choices += [desk.button(f"{capital(key)} (left out)", f"block {key}") for key in left_out]
    return Menu("Change a block", tuple(choices))


def block_buttons(desk: Desk, recap: Recap, key: Key) -> tuple[Button, ...]:
    return tuple(desk.button(label, step) for label, step in _steps(desk, recap, key))


def read_block(words: str, recap: Recap) -> Key | None:
    """The block that a key names; none where the rows give it no more."""
    return next((block.key for block in recap.written if block.key == words), None)


def text_form(desk: Desk, recap: Recap, key: Key) -> Form:
    """The block's words as they stand; emptied, they are the rows' own again."""
    blocks = {block.key: block.words for block in recap.written} | dict(desk.draft.edits.texts)
    label = "The words; empty, they are the rows' own"
    field = Field(TEXT, label, blocks[key], long=True, required=False, longest=LONGEST_TEXT)
    return Form(desk.key(f"edit {key}"), capital(key), (field,))


def altered(step: str, key: Key, draft: Draft, desk: Desk, text: str = "") -> Draft:
    """The draft after one step on a block."""
    recap = recap_of(draft, desk.stand.book)
    match step:
        case "off":
            recap = recap.without(key)
        case "on":
            recap = recap.having(key)
        case "up" | "down":
            recap = _moved(recap, key, -1 if step == "up" else 1)
        case _:
            recap = _saying(recap, key, text)
    return replace(draft, edits=recap.edits)


def _saying(recap: Recap, key: Key, text: str) -> Recap:
    """What the rows say anyway is no text of the moderator's."""
    own = next(block.words for block in recap.written if block.key == key)
    return recap.saying(key, "" if text.strip() == own.strip() else text.strip())


def _moved(recap: Recap, key: Key, by: int) -> Recap:
    """Further up or down among those that are read; the headline stays the first."""
    keys = [block.key for block in recap.blocks]
    if key not in keys:
        return recap
    return recap.moved(key, min(max(keys.index(key) + by, 1), len(keys) - 1))


def _steps(desk: Desk, recap: Recap, key: Key) -> Iterator[tuple[str, str]]:
    shown = [block.key for block in recap.blocks]
    if key != "chart":
        yield "Edit the words", f"edit {key}"
    if key in dict(desk.draft.edits.texts):
        yield "The rows' own words", f"own {key}"
    if key in shown and key != "headline":
        if shown.index(key) > 1:
            yield "Up", f"up {key}"
        if shown.index(key) < len(shown) - 1:
            yield "Down", f"down {key}"
        yield "Leave it out", f"off {key}"
    elif key != "headline":
        yield "Put it in", f"on {key}"
    yield "Done", "show"

"""Steps on one block of a recap."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.desk.blocks import TEXT, altered, block_buttons, read_block, text_form
from bot.desk.changing import change, changed
from bot.desk.panel import show_panel
from bot.desk.view import View
from bot.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.desk.desk import Desk
    from bot.request import Submission

Step: TypeAlias = "Callable[[Desk, str], Awaitable[Reply]]"


async def _block(desk: Desk, words: str) -> Reply:
    recap = desk.recap()
    key = read_block(words, recap)
    if key is None:
        return await show_panel(desk)
    return await show_panel(desk, view=View(block_buttons(desk, recap, key)))


def _altering(step: str) -> Step:
    """A press that changes one block, and stays with it."""

    async def take(desk: Desk, words: str) -> Reply:
        key = read_block(words, desk.recap())
        if key is None:
            return await show_panel(desk)
        after = await change(desk, lambda draft: altered(step, key, draft, desk))
        return after if isinstance(after, Reply) else await _block(after, words)

    return take


async def _edit(desk: Desk, words: str) -> Reply:
    recap = desk.recap()
    key = read_block(words, recap)
    return Reply(form=text_form(desk, recap, key), private=True) if key else await show_panel(desk)


async def _take_text(desk: Desk, words: str, filled: Submission) -> Reply:
    key, text = read_block(words, desk.recap()), filled.values.get(TEXT, "")
    if key is None:
        return await show_panel(desk)
    return await changed(desk, lambda draft: altered("say", key, draft, desk, text))


BLOCK_STEPS: dict[str, Step] = {
    "block": _block,
    "edit": _edit,
    **{step: _altering(step) for step in ("off", "on", "up", "down", "own")},
}

BLOCK_FORMS: dict[str, Callable[[Desk, str, Submission], Awaitable[Reply]]] = {"edit": _take_text}

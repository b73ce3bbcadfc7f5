"""The panel: a recap exactly as it will be posted, and below it what a moderator can do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.blocks import block_menu
from bot.desk.figures import figures, phrase_figures
from bot.desk.standing import buttons_for, read_standing
from bot.desk.telling import facts
from bot.desk.view import View
from bot.preferences import OPEN
from bot.recap.covering import show_draft
from bot.recap.fact_lock import reasons_against
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.recap.draft import Draft

_BELOW = Text("So it will be posted. What follows is for moderators alone.", "quiet")


async def show_panel(desk: Desk, *notes: Text, view: View | None = None) -> Reply:
    """The recap, what is to be said of it, how its figures stand, and the next steps."""
    recap = desk.recap()
    checked = figures(recap, desk.stand.book)
    standing = await read_standing(desk)
    is_red = bool(reasons_against(checked))
    shown = show_draft(replace(desk.draft, anyway=is_red), recap, _telling(desk.draft))
    view = view or View(buttons_for(desk, standing), block_menu(desk, recap))
    return Reply(
        shown.title,
        (
            *shown.blocks,
            Text(shown.footer, "quiet"),
            *_steps_there(shown),
            _BELOW,
            *notes,
            *phrase_figures(checked),
            Fields(await facts(desk, standing, recap)),
        ),
        buttons=view.buttons,
        menu=view.menu,
        private=True,
        series=shown.series,
    )


def _telling(draft: Draft) -> str:
    """Open, unless every channel that it goes to covers results."""
    modes = {target.spoilers for target in draft.targets}
    return OPEN if OPEN in modes or not modes else min(modes)


def _steps_there(shown: Reply) -> tuple[Text, ...]:
    """The buttons that the post will have; here they would stand among the moderator's own."""
    labels = " · ".join(button.label for button in shown.buttons)
    return (Text(f"With a button: {labels}", "quiet"),) if labels else ()

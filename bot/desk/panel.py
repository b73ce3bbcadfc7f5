"""The panel: a recap exactly as it will be posted, and below it what a moderator can do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.blocks import block_menu
from bot.desk.contradicted import open_proposal, phrase_change, see_button
from bot.desk.figures import figures, phrase_figures
from bot.desk.previews import chosen, other_previews, phrase_preview, previews
from bot.desk.standing import buttons_for, read_standing
from bot.desk.telling import facts
from bot.desk.view import View
from bot.recap.fact_lock import reasons_against
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.recap.draft import Draft
    from bot.recap.fact_lock import Checked


async def show_panel(desk: Desk, *notes: Text, view: View | None = None) -> Reply:
    """The recap, what is to be said of it, how its figures stand, and the next steps."""
    recap = desk.recap()
    checked = figures(recap, desk.stand.book)
    standing = await read_standing(desk)
    found = await previews(desk, recap, _as_posted(desk, checked))
    shown = chosen(found)
    changed = await open_proposal(desk)
    see = (see_button(desk),) if changed else ()
    buttons = (*see, *buttons_for(desk, standing), *other_previews(desk, found, shown))
    view = view or View(buttons, block_menu(desk, recap))
    return Reply(
        blocks=(
            *await phrase_preview(desk, shown),
            *notes,
            *((phrase_change(changed),) if changed else ()),
            *phrase_figures(checked),
            Fields(await facts(desk, standing, recap)),
        ),
        buttons=view.buttons,
        menu=view.menu,
        private=True,
        series=(recap.race.series,),
        seen=shown.seen,
    )


async def show_preview(desk: Desk, words: str) -> Reply:
    """The recap as one of its channels will show it."""
    recap = desk.recap()
    draft = _as_posted(desk, figures(recap, desk.stand.book))
    found = await previews(desk, recap, draft)
    shown = chosen(found, words)
    return Reply(
        blocks=await phrase_preview(desk, shown),
        buttons=(*other_previews(desk, found, shown), desk.button("Back", "show")),
        private=True,
        series=(recap.race.series,),
        seen=shown.seen,
    )


def _as_posted(desk: Desk, checked: tuple[Checked, ...]) -> Draft:
    """Where a figure is red, it can only be posted anyway."""
    return replace(desk.draft, anyway=bool(reasons_against(checked)))

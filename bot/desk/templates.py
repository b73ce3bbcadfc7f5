"""How a community likes its recaps: a draft's arrangement kept as the template of all to come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.panel import show_panel
from bot.desk.view import View
from bot.recap.draft import AT_ONCE, OFFICIAL
from bot.reply import Text

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.recap.drafts import Template
    from bot.reply import Reply


async def more_view(desk: Desk) -> View:
    template = await _template(desk)
    approval = "No second approver here" if template.approval else "Ask for a second approver here"
    return View(
        (
            desk.button("Who did what", "trail"),
            desk.button("Make this the template", "template"),
            desk.button(approval, "approval"),
            desk.button("Other recaps", "list"),
            desk.button("Back", "show"),
        )
    )


async def keep_as_template(desk: Desk) -> Reply:
    """Blocks, order, intro, signature, channels, mentions and when; no words about one race."""
    draft, edits = desk.draft, desk.draft.edits
    template = replace(
        await _template(desk),
        off=edits.off,
        order=edits.order,
        intro=edits.intro,
        signed=bool(edits.signed_by),
        targets=draft.targets,
        roles=draft.roles,
        when=OFFICIAL if draft.when == OFFICIAL else AT_ONCE,
    )
    await _keep(desk, template)
    told = "New recaps here will begin like this one: blocks, order, intro, channels, mentions."
    return await show_panel(desk, Text(told))


async def switch_approval(desk: Desk) -> Reply:
    template = await _template(desk)
    changed = replace(template, approval=not template.approval)
    await _keep(desk, changed)
    told = (
        "From now on a second moderator approves each recap here."
        if changed.approval
        else "From now on no second moderator is needed here."
    )
    return await show_panel(desk, Text(told))


async def _template(desk: Desk) -> Template:
    return await desk.stand.newsroom.drafts.template(desk.draft.platform, desk.draft.community)


async def _keep(desk: Desk, template: Template) -> None:
    draft = desk.draft
    await desk.stand.newsroom.drafts.keep_template(draft.platform, draft.community, template)
    await desk.stand.newsroom.drafts.note(draft, desk.who, "template")

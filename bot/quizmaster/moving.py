"""The host moves a planned night: to another time, or until he opens it; who is in stays in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.steps import Moved
from bot.quizmaster.booth import act, shown
from bot.quizmaster.plan_start import STARTS, read_start, start_form
from bot.reply import Reply, Text
from bot.setting_fields import NotUnderstood

if TYPE_CHECKING:
    from bot.quizmaster.booth import Booth
    from bot.request import Submission


async def move_form(booth: Booth, words: str) -> Reply:
    """The same form by which it was planned."""
    return Reply(form=start_form(booth.host.key("move", "host")), private=True)


async def take_move(booth: Booth, filled: Submission) -> Reply:
    host = booth.host
    try:
        until = read_start(filled.values.get(STARTS, ""), host.stand.preferences.zone, host.at)
    except NotUnderstood as why:
        return await shown(booth, booth, Text(str(why), "caution"))
    step = Moved(at=host.at, who=host.id, until=until)
    return await shown(booth, await act(booth, lambda _: step))

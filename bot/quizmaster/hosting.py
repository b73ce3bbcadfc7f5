"""How the host moves a night: on, closed, paused, skipped, ended, handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.order import following, skipping
from bot.quiz.refused import Refused
from bot.quiz.steps import Ended, HandedOver, Paused, Resumed
from bot.quizmaster.booth import Booth, act, marked_all, move, shown
from bot.quizmaster.panel import panel_view
from bot.reply import Button, Menu, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.night import Night
    from bot.quiz.steps import Step

_MOST = 25
_NOBODY = Refused("Nobody is in yet: wait for a first player, or end it.")


async def show(booth: Booth, words: str) -> Reply:
    return await shown(booth, booth)


async def go_on(booth: Booth, seen: str) -> Reply:
    """Whatever comes next; what is closed is marked at once."""
    host = booth.host

    def plan(night: Night) -> Step | Refused | None:
        if night.head.phase == "gathering" and not night.entrants:
            return _NOBODY
        return following(night, host.at, host.id)

    after = await move(booth, seen, plan)
    if isinstance(after, Booth) and after.night.head.phase == "locked":
        after = await marked_all(after)
    return await shown(booth, after)


async def skip(booth: Booth, seen: str) -> Reply:
    host = booth.host
    return await shown(
        booth, await move(booth, seen, lambda night: skipping(night, host.at, host.id))
    )


async def pause(booth: Booth, words: str) -> Reply:
    step = Paused(at=booth.host.at, who=booth.host.id)
    return await shown(booth, await act(booth, lambda _: step))


async def resume(booth: Booth, words: str) -> Reply:
    step = Resumed(at=booth.host.at, who=booth.host.id)
    return await shown(booth, await act(booth, lambda _: step))


async def end(booth: Booth, words: str) -> Reply:
    """Asked twice: what is open then counts for nobody."""
    if words != "yes":
        return _asked_twice(booth)
    step = Ended(at=booth.host.at, who=booth.host.id)
    return await shown(booth, await act(booth, lambda _: step))


def _asked_twice(booth: Booth) -> Reply:
    night = booth.night
    if night.head.phase == "gathering":
        told = Text("Its board says so in every channel, and nobody is reminded.", "caution")
        sure = booth.button("Yes, call it off", "end yes")
        return panel_view(f"Call {night.title} off?", night, (told,), sure)
    told = Text("What is open now counts for nobody; points so far stay.", "caution")
    sure = booth.button("Yes, end it", "end yes")
    return panel_view(f"End {night.title} now?", night, (told,), sure)


async def hand_over(booth: Booth, words: str) -> Reply:
    """To a player of the host's own community; a moderator can take over by himself."""
    night, host = booth.night, booth.host
    if entrant := night.entrants.get(words):
        step = HandedOver(
            at=host.at, who=host.id, to=entrant.id, name=entrant.name, community=entrant.community
        )
        after = await act(booth, lambda _: step)
        if isinstance(after, Refused):
            return await shown(booth, after)
        return Reply(
            f"{entrant.name} hosts {night.title} from now on.",
            (Text("quiz host brings the panel to them."),),
            private=True,
        )
    choices = tuple(_candidates(booth))[:_MOST]
    page = panel_view(
        "Who shall host from now on?",
        night,
        (Text("Any moderator here can also take over by quiz host."),),
    )
    menu = Menu("Pick a player", choices) if choices else None
    return Reply(page.title, page.blocks, buttons=page.buttons, menu=menu, private=True)


async def take_over(booth: Booth, words: str) -> Reply:
    """By a moderator where the night is shown; whoever hosted it learns it by his panel."""
    host = booth.host
    step = HandedOver(
        at=host.at, who=host.id, to=host.id, name=host.user.name, community=host.place.community
    )
    after = await host.nights.take(host.night, lambda _: step)
    if after is None or isinstance(after, Refused):
        return await shown(booth, booth)
    return await shown(booth, Booth(after, host), Text("You are the host now."))


def _candidates(booth: Booth) -> Iterator[Button]:
    host = booth.host
    for entrant in booth.night.entrants.values():
        is_here = (entrant.platform, entrant.community) == (
            host.user.platform,
            host.place.community,
        )
        if is_here and entrant.id != host.id:
            yield booth.button(entrant.name, f"hand {entrant.id}")

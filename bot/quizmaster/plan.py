"""A night that is planned: kept under one key, so that a form finds it however it was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.card import Card
from bot.desk.telling import target_words
from bot.keys import find_card
from bot.quiz.keys import button, key_for
from bot.quiz.programme import read, written
from bot.quiz.sides import platform_name
from bot.quiz.wording import rules_in_words
from bot.quizmaster.plan_start import told_start
from bot.reply import Button, Fields, Menu, Reply, Text
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.programme import Programme
    from bot.quizmaster.player import Player
    from bot.recap.draft import Target

_KEPT = "#"
_NO_BONUS = Text(
    "Where communities play together there is no bonus for speed: one platform tells its players"
    " sooner than another.",
    "caution",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The programme as it is now; `key` is where it is kept, as a button's key names it."""

    programme: Programme
    key: str
    host: Player

    def button(self, label: str, step: str) -> Button:
        return button(label, step, self.key, "plan")

    def form_key(self, step: str) -> str:
        return key_for("plan", step, self.key)


async def begin_plan(programme: Programme, host: Player) -> Plan:
    kept = await host.stand.cards.keep(_card(programme, host))
    return Plan(programme, f"{_KEPT}{kept}", host)


async def find_plan(host: Player) -> Plan | None:
    """None where it has grown too old, or is another community's."""
    key = host.night
    card = await find_card(key, host.user, host.place.community, host.stand.cards)
    if card is None or card.command != "quiz":
        return None
    return Plan(read(card.turns[1]), key, host)


async def keep(plan: Plan, programme: Programme) -> Plan:
    await plan.host.stand.cards.change(plan.key.removeprefix(_KEPT), _card(programme, plan.host))
    return replace(plan, programme=programme)


async def show_plan(plan: Plan, *notes: Text) -> Reply:
    programme, host = plan.programme, plan.host
    linked = await linked_channels(host)
    return Reply(
        f"The plan: {programme.title}",
        (
            *notes,
            *((_NO_BONUS,) if programme.rules.bonus and programme.also else ()),
            Fields(
                (
                    ("Played by", rules_in_words(programme.rules)),
                    ("Asks about", programme.about()),
                    ("Begins", told_start(programme, host.stand.preferences.zone, host.at)),
                    ("Shown", _where(plan, linked)),
                )
            ),
        ),
        buttons=tuple(_buttons(plan)),
        menu=_also(plan, linked) if linked and may_open(host) else None,
        private=True,
    )


def may_open(host: Player) -> bool:
    """A night needs a channel, and a moderator who opens it there."""
    return host.user.may_moderate and bool(host.place.channel) and not host.place.direct


async def linked_channels(host: Player) -> tuple[Target, ...]:
    links = host.stand.newsroom.links
    return await links.linked(host.user.platform, host.place.community)


def _buttons(plan: Plan) -> Iterator[Button]:
    if may_open(plan.host):
        yield plan.button("Open it in this channel", "open")
    if plan.programme.pack:  # its answers are for moderators, whose right a plan asks for
        yield plan.button("Play it alone", "alone")
    else:
        yield button("Play it alone", "plan", plan.key, "solo")
    yield plan.button("Rounds and time", "rounds")
    yield plan.button("Teams and extras", "extras")
    yield plan.button("What is asked", "about")
    yield plan.button("When it begins", "start")
    if plan.host.user.may_moderate:
        yield plan.button("A pack of yours", "pack")
    yield plan.button("Other nights", "list")


def _where(plan: Plan, linked: tuple[Target, ...]) -> str:
    here = "in this channel" if may_open(plan.host) else "to you alone"
    also = (each for each in linked if target_words(each) in plan.programme.also)
    return listed((here, *map(_called, also)))


def _called(target: Target) -> str:
    return target.name or f"a channel on {platform_name(target.to.platform)}"


def _also(plan: Plan, linked: tuple[Target, ...]) -> Menu:
    choices = []
    for target in linked:
        words = target_words(target)
        verb = "Not in" if words in plan.programme.also else "Also in"
        choices.append(plan.button(f"{verb} {_called(target)}", f"also {words}"))
    return Menu("Other communities that take part", tuple(choices))


def _card(programme: Programme, host: Player) -> Card:
    return Card(
        host.user.platform,
        host.user.key,
        host.place.community,
        (f"Plan of a quiz night: {programme.title}", written(programme)),
        host.stand.today(),
        "quiz",
    )

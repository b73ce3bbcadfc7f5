"""Two nights that differ in nothing but what is right: until the reveal nobody can tell them apart.

Everything that goes to either platform is compared, for whoever it is meant.
"""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.channel import Destination
from bot.quiz.night import Night
from bot.quiz.nights import Board
from bot.quiz.rules import Rules
from tests.adapters.discord.loopback import CHANNEL, GUILD
from tests.adapters.slack.board import CHANNEL as SLACK_CHANNEL
from tests.adapters.slack.loopback import TEAM
from tests.adapters.together.linked import told_in
from tests.bot.quizmaster.room import choice, typed

if TYPE_CHECKING:
    from bot.quiz.question import Question
    from tests.adapters.together.linked import Linked

MOMENT = re.compile(r"<t:\d+:\w>|<!date[^>]+>|\w+day, \w+ \d+, [\d:]+ [AP]M UTC|\(in \d+ s\)")
"""When a night closes, which goes on with the clock of the story, as each platform is told it."""

HOSTED = Rules(1, 1, moves="host")
KYLE, HEIM = "Kyle Busch", "Corey Heim"
THE_OTHER = replace(typed("Dover"), accepted=(HEIM,), answer=HEIM, told=f"{HEIM} won it.")


@pytest.mark.parametrize(
    ("rules", "twins"),
    [
        (HOSTED, (choice("Dover", "B"), choice("Dover", "D"))),
        (replace(HOSTED, moves="own"), (choice("Dover", "B"), choice("Dover", "D"))),
        (replace(HOSTED, style="typed"), (typed("Dover"), THE_OTHER)),
    ],
    ids=["choices", "own time", "typed"],
)
async def test_whatever_is_right_the_same_goes_over_the_wire_until_the_reveal(
    linked: Linked,
    caplog: pytest.LogCaptureFixture,
    rules: Rules,
    twins: tuple[Question, Question],
) -> None:
    caplog.set_level(logging.INFO)
    fans = linked.stand.fan("Ben"), linked.there.fan("Yan")
    before, after = [], []
    for key, question in zip(("NIGHT00001", "NIGHT00002"), twins, strict=True):
        wire = Wire(linked, key)
        await begin(linked, key, rules, question)
        await play(linked, *fans)
        before.append(wire.told())
        await linked.ann.press("Lock")
        if not rules.own_time:  # where each plays in his own time it is told at once
            await linked.later(1.0, "Closed.")
            await linked.there.shows("Closed.")
            before[-1] |= {each for each in wire.told() if "You host" not in each}
            assert not [name for name in (KYLE, HEIM) if name in caplog.text]
            await linked.ann.press("Reveal")
        await linked.later(1.0)
        await linked.both("Fair: the answers" if rules.own_time else "The answer:")
        after.append(wire.told())
        await linked.ann.press("Look again", "End", "Yes, end it")
        await linked.later(1.0)
        await linked.both("Fair · 2 players")

    assert before[0] == before[1]
    assert len(before[0]) >= 12
    assert after[0] != after[1]


@dataclass
class Wire:
    """What both platforms were told of a night since it was asked last, without its own key."""

    linked: Linked
    key: str

    def __post_init__(self) -> None:
        self._heard = [0, 0]
        self.told()

    def told(self) -> set[str]:
        told = [told_in(self.linked.stand), told_in(self.linked.there)]
        new = [
            each for whole, heard in zip(told, self._heard, strict=True) for each in whole[heard:]
        ]
        self._heard = list(map(len, told))
        return {self._plain(each) for each in new}

    def _plain(self, told: Any) -> str:
        """Messages have keys by their time, and signs by the night's; one night began later.

        Nothing else is left out.
        """
        words = json.dumps(told, ensure_ascii=False, sort_keys=True).replace(self.key, "NIGHT")
        words = words.translate(dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060")))
        words = MOMENT.sub("", words)
        return re.sub(r'"(id|nonce|ts|trigger_id|view_id)": ("[\w.]+"|\d+)', "", words)


async def begin(linked: Linked, key: str, rules: Rules, question: Question) -> None:
    """A night with the very question, on both boards."""
    places = Destination("discord", GUILD, CHANNEL), Destination("slack", TEAM, SLACK_CHANNEL)
    boards = tuple(Board(key, to, f"quiz{key}{n}", is_host=not n) for n, to in enumerate(places))
    night = Night(key, "Fair", rules, (question,), f"discord {linked.ann.key}", "Quinby", GUILD)
    await linked.shelf.nights.begin(night, boards)
    await linked.both("Quiz night: Fair")


async def play(linked: Linked, ben: Any, yan: Any) -> None:
    """Both come in and answer, and one changes his mind."""
    for fan in (ben, yan):
        await fan.on_board("Join")
    await linked.ann.quiz("host")
    night = await linked.night()
    if night.rules.own_time:
        await linked.go_on("Open for play", "play it when you like")
    else:
        await linked.asked()
    await linked.both("Who won Dover?" if not night.rules.own_time else "play it when you like")
    for fan, letter in ((ben, "B"), (yan, "D"), (ben, "D")):
        if night.rules.own_time:
            await fan.on_board("Play")
            if fan.buttons:
                await fan.press(letter)
        elif night.questions[0].choices:
            await fan.on_board(letter)
        else:
            await fan.on_board("Type your answer")
            await fan.fill(answer={"B": KYLE, "D": HEIM}[letter])
    await linked.later(3.0)
    if not night.rules.own_time:
        await linked.both("2 of 2 in: Discord 1, Slack 1.")

"""The commands: what each says, and what every platform can rely on when it declares them."""

from __future__ import annotations

import re

from bot.bot import Bot
from bot.commands import COMMANDS
from bot.reply import Fields, Text
from bot.request import Place, Request, User
from tests.bot.small_book import SmallBook

TRUCKS = (
    "729 races and 25,484 starts since 1995."
    " Data through Championship Race at Phoenix Raceway, November 2, 2025."
)
FAN = User("console", "1", "a fan")


async def test_help_names_every_command_with_its_options() -> None:
    reply = await Bot(SmallBook()).handle(Request("help", FAN, Place("garage")))

    (fields,) = (block for block in reply.blocks if isinstance(block, Fields))
    names = [name for name, _ in fields.pairs]
    usable = [command.name for command in COMMANDS if not command.for_moderators]
    assert [name.split()[0] for name in names] == usable
    assert "ask <question>" in names
    assert "driver <driver> [series, track, season]" in names
    assert len(reply.buttons) == 3


async def test_help_names_what_is_for_moderators_to_moderators() -> None:
    official = User("console", "2", "an official", may_moderate=True)
    reply = await Bot(SmallBook()).handle(Request("help", official, Place("garage")))

    (fields,) = (block for block in reply.blocks if isinstance(block, Fields))
    assert [name.split()[0] for name, _ in fields.pairs] == [each.name for each in COMMANDS]


async def test_about_says_what_the_book_holds_through_which_race_and_from_where() -> None:
    reply = await Bot(SmallBook()).handle(Request("about", FAN, Place("garage")))

    assert reply.title == "The record book holds 729 races and 3,210 drivers."
    assert reply.blocks[0] == Fields((("Truck Series", TRUCKS),))
    assert Fields((("Racing rows", "https://example.org/rows · MIT"),)) in reply.blocks


async def test_about_says_what_is_kept_of_whoever_asks_and_under_which_licence_it_is() -> None:
    reply = await Bot(SmallBook()).handle(Request("about", FAN, Place("garage")))

    told = " ".join(block.words for block in reply.blocks if isinstance(block, Text))
    assert "90 days" in told
    assert "GPL-3.0-or-later" in told


def test_names_and_summaries_fit_every_platform() -> None:
    # Discord allows 32 lower-case characters for a name and 100 for a summary.
    for declared in (*COMMANDS, *(option for c in COMMANDS for option in c.options)):
        assert re.fullmatch(r"[a-z-]{1,32}", declared.name)
        assert 1 <= len(declared.summary) <= 100


def test_no_two_commands_share_a_name() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)

"""A channel of another community or platform, lent by a code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.request import Place, Press, User
from tests.bot.desk.newsdesk import ANN, GARAGE, Moderator, facts, labels, words

if TYPE_CHECKING:
    from bot.bot import Bot
    from bot.preferences import PreferencesInMemory
    from tests.bot.desk.conftest import Clock
    from tests.bot.desk.newsdesk import Channels

MICHIGAN = "2025 cup race 15"
SLACKER = User("slack", "T1.U1", "Dee", may_moderate=True, home="T1")
WORKSPACE = Place("c", "T1", "C1")


async def lent(bot: Bot) -> str:
    """A code for a channel on Slack."""
    dee = Moderator(bot, SLACKER, WORKSPACE)
    await dee.recap(MICHIGAN)
    await dee.press("Where and when", "Link a channel")
    reply = await dee.fill(channel="C7", name="the pit wall")
    return re.findall(r"[A-Z0-9]{5}-[A-Z0-9]{5}", reply.title)[0]


async def take_up(moderator: Moderator, code: str) -> str:
    await moderator.recap(MICHIGAN)
    await moderator.press("Where and when", "Add a channel")
    return words(await moderator.fill(code=code.lower()))


async def test_one_recap_goes_to_discord_and_slack_at_once(bot: Bot, channels: Channels) -> None:
    ann = Moderator(bot, ANN)
    await take_up(ann, await lent(bot))
    await ann.press("Where and when", "Also to this channel")
    assert "the pit wall on Slack (results told openly)" in facts(ann.reply)["Goes to"]

    await ann.press("Post now")

    assert set(channels.shown) == {
        Destination("slack", "T1", "C7"),
        Destination("discord", "track", "garage"),
    }


async def test_the_channel_is_there_for_the_next_recap_too(bot: Bot) -> None:
    ann = Moderator(bot, ANN)
    await take_up(ann, await lent(bot))

    await ann.recap("2025 cup race 14")
    await ann.press("Where and when", "Also to the pit wall on Slack", "Where and when")

    assert "Not to the pit wall on Slack" in labels(ann.reply)
    await ann.press("Not to the pit wall on Slack")
    assert facts(ann.reply)["Goes to"] == "no channel yet"


async def test_a_code_works_once_and_a_quarter_of_an_hour(bot: Bot, clock: Clock) -> None:
    ann = Moderator(bot, ANN)
    code, late = await lent(bot), await lent(bot)
    await take_up(ann, code)

    assert "That code is unknown, was used already, or is too old." in await take_up(ann, code)
    clock.now += 15 * 60
    assert "too old" in await take_up(ann, late)
    assert "unknown" in await take_up(ann, "AAAAA-AAAAA")


async def test_the_lender_says_how_results_are_told_there(
    bot: Bot, kept: PreferencesInMemory
) -> None:
    from bot.preferences import Owner

    await kept.choose(Owner("slack", "channel", "T1", "C7"), {"spoilers": "delayed 24"})
    ann = Moderator(bot, ANN)

    await take_up(ann, await lent(bot))

    assert "told 24 hours after the finish" in facts(ann.reply)["Goes to"]


async def test_who_lent_a_channel_takes_it_back_and_nothing_more_is_posted_there(
    bot: Bot, channels: Channels
) -> None:
    ann, dee = Moderator(bot, ANN), Moderator(bot, SLACKER, WORKSPACE)
    await take_up(ann, await lent(bot))
    await dee.recap(MICHIGAN)
    await dee.press("Where and when", "Lend the pit wall no more")
    assert "Lend the pit wall no more" not in labels(dee.reply)

    told = await ann.press("Post now")

    assert "the pit wall on Slack is not lent any more" in words(told)
    assert channels.shown == {}
    await dee.press("Done", "More", "Who did what")
    trail = str(dee.reply.blocks)
    assert "Dee gave a code for a channel here" in trail
    assert "Dee let nobody else post in a channel here any more" in trail


async def test_nobody_takes_back_what_others_lend(bot: Bot) -> None:
    ann = Moderator(bot, ANN)
    await take_up(ann, await lent(bot))
    more = next(step.key for step in ann.reply.steps if step.label == "More")

    await bot.press(Press(more.replace("more", "keep slack T1 C7"), ANN, GARAGE))

    await ann.recap("2025 cup race 14")
    await ann.press("Where and when")
    assert "Also to the pit wall on Slack" in labels(ann.reply)

"""What Discord tells of the message in which an answer stands is enough to correct it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Post
from bot.reply import Reply, Text
from bot.request import User
from tests.adapters.discord.conftest import TODAY, words_of
from tests.bot.days import on

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


async def test_answers_by_command_and_by_mention_are_found_again_and_edited_in_place(
    town: Town,
) -> None:
    assert town.shelf
    town.shelf.answers._clock = on(TODAY)
    ann = town.fan("ann")
    user = User("discord", str(ann.member.id), "ann")
    shown = await ann.ask(HEIM_2025)
    await ann.press(shown, "Show the races")
    await ann.say(f"{town.mention} {HEIM_2025}")
    await ann.ask("list every race that Kyle Busch won")  # for the asker alone
    assert (await ann.use("help")).response

    standing = await town.shelf.answers.recent(on(TODAY)() + 1, 9)
    assert {each.card.turns for each in standing} == {(HEIM_2025,)}
    assert len(standing) == len({each.at.message for each in standing}) == 2
    assert len(await town.shelf.answers.of(user)) == 2

    post = Post(Reply("Corey Heim won 11.", (Text("He won 12.", "struck"),)), "corrected")
    for each in standing:
        await town.env.bot.channels.replace(each.at, post)
    told = [words_of(each) for each in town.channel.history() if "Corey Heim" in words_of(each)]
    assert len(told) == 2
    assert all("Corey Heim won 11." in each and "~~He won 12.~~" in each for each in told)

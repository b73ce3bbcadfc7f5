"""The same posting on a Discord that others wrote, which has its own mind about who may what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.channel import Destination, NotPosted
from tests.adapters.discord.conftest import words_of
from tests.adapters.posts import CORRECTED, COVERED, IN_THREAD, POST

if TYPE_CHECKING:
    from simcord.builders import ChannelHandle

    from adapters.discord.channel import Channels
    from tests.adapters.discord.conftest import Town


def in_channel(town: Town, channel: ChannelHandle | None = None) -> tuple[Channels, Destination]:
    where = channel or town.channel
    return town.env.bot.channels, Destination("discord", str(town.env.guild.id), str(where.id))


async def said(town: Town) -> list[discord.Message]:
    """The latest first, without what Discord itself says of threads."""
    channel = town.env.bot.get_partial_messageable(town.channel.id)
    return [each async for each in channel.history() if not each.is_system()]


async def test_a_post_is_found_again_changed_and_taken_back(town: Town) -> None:
    channels, here = in_channel(town)
    posted = await channels.post(here, POST)
    await town.fan("ann").say("What a race.")

    assert await channels.post(here, POST, again=True) == posted
    await channels.replace(posted, CORRECTED)
    changed = words_of((await said(town))[-1])
    assert await channels.post(here, CORRECTED, again=True) == posted
    await channels.remove(posted)
    await channels.remove(posted)

    assert changed.startswith("Lime Rock is official.")
    assert [message.content for message in await said(town)] == ["What a race."]


async def test_a_thread_is_begun_once_and_finished(town: Town) -> None:
    channels, here = in_channel(town)

    posted = await channels.post(here, IN_THREAD)

    assert await channels.post(here, IN_THREAD, again=True) == posted
    (above,) = await said(town)
    assert words_of(above).startswith("Lime Rock is final.")
    await channels.remove(posted)
    assert await said(town) == []


async def test_an_announcement_is_handed_on(town: Town) -> None:
    channels, there = in_channel(town, town.env.guild.create_news_channel("results"))
    here = in_channel(town)[1]

    announced = await channels.post(there, COVERED)

    assert [await channels.publish(announced) for _ in range(2)] == [True, True]
    assert not await channels.publish(await channels.post(here, COVERED))


@pytest.mark.parametrize(
    ("denied", "again", "words"),
    [
        ({"send_messages": False}, False, "Send Messages"),
        ({"view_channel": False}, False, "View Channel"),
        ({"read_message_history": False}, True, "Read Message History"),
    ],
)
async def test_what_it_may_not_do_there_is_named(
    town: Town, denied: dict[str, bool], again: bool, words: str
) -> None:
    everyone = {town.env.guild.default_role: discord.PermissionOverwrite(**denied)}
    closed = town.env.guild.create_text_channel("closed", overwrites=everyone)
    await town.fan("ann").member.send(closed, "Hello?") if again else None
    channels, there = in_channel(town, closed)

    with pytest.raises(NotPosted, match=words):
        await channels.post(there, POST, again=again)

"""A recap on Discord: drafted by a moderator in private, through menus and modals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.channel import Destination, Post
from bot.recap.noticing import draw_notice
from tests.adapters.discord.conftest import Fan, labels_of, words_of

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.adapters.discord.conftest import Town

MANAGE = discord.Permissions(manage_messages=True)


def official(town: Town) -> Fan:
    role = town.env.guild.create_role("Officials", permissions=MANAGE)
    member = town.env.guild.add_member(town.env.create_user("official"), roles=[role])
    return Fan(member, town.channel)


async def test_a_moderator_drafts_in_private_and_writes_in_a_modal_after_a_restart_too(
    town: Town,
) -> None:
    fan = official(town)
    shown = await fan.use("recap", race="2025 cup race 15")
    assert shown.response.ephemeral
    assert "Denny Hamlin wins the 2025 Firekeepers Casino 400" in words_of(shown.response)
    assert "Post now" in labels_of(shown.response)

    await town.restart()
    modal = await fan.press(shown, "Intro and signature")
    filled = await fan.member.submit_modal(modal, {"intro": "What a day.", "signed": "the pit"})

    assert filled.response.ephemeral
    assert "What a day." in words_of(filled.response)
    assert "Recap by the pit" in words_of(filled.response)


async def test_what_is_said_in_the_moderators_channel_opens_in_private_for_moderators_alone(
    town: Town, book: RecordBook
) -> None:
    fan = official(town)
    await fan.use("recap", race="2025 cup race 15")
    assert town.shelf
    (draft,) = await town.shelf.drafts.recent("discord", str(town.env.guild.id), 1)
    told = draw_notice("approval", {"version": draft.version}, draft, book)
    to = Destination("discord", draft.community, str(town.channel.id))
    await town.env.bot.channels.post(to, Post(told, "notice"))
    notice = town.channel.last_message

    shown = await fan.press(notice, "Look at it")
    assert shown.response.ephemeral
    assert "Denny Hamlin wins" in words_of(shown.response)
    refused = await town.fan("ann").press(notice, "Look at it")
    assert refused.response.ephemeral
    assert "Hamlin" not in words_of(refused.response)
    assert "waits for approval" in words_of(town.channel.last_message)

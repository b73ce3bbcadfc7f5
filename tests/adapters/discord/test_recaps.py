"""A recap on Discord: drafted by a moderator in private, through menus and modals."""

from __future__ import annotations

from dataclasses import replace
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


async def test_everybody_sees_the_command_and_whoever_is_no_moderator_is_told_so_in_private(
    town: Town,
) -> None:
    assert all(each.default_permissions is None for each in town.new_client().tree.get_commands())

    told = await town.fan("bob").use("recap", race="2025 cup race 15")

    assert told.response.ephemeral
    assert "Only moderators can use recap." in words_of(told.response)
    assert "Hamlin" not in words_of(told.response)


async def test_who_moderates_by_the_settings_alone_drafts_a_recap(town: Town) -> None:
    control = town.env.guild.create_role("Race Control")
    member = town.env.guild.add_member(town.env.create_user("carl"), roles=[control])
    boss = official(town)
    opened = await boss.press(await boss.use("settings"), "Who moderates")
    await boss.member.submit_modal(
        opened, {"moderators": [control], "drafts": ["-"], "memory": ["-"]}
    )

    drafted = await Fan(member, town.channel).use("recap", race="2025 cup race 15")

    assert "Denny Hamlin wins the 2025 Firekeepers Casino 400" in words_of(drafted.response)


async def test_names_that_discord_told_at_login_are_not_asked_for_again(town: Town) -> None:
    server, channels = str(town.env.guild.id), town.env.bot.channels
    control = town.env.guild.create_role("Race Control")
    await town.env.settle()
    asked = len(town.env.http_requests)

    here = Destination("discord", server, str(town.channel.id))
    assert await channels.channel_name(here) == "#racing"
    assert await channels.channel_name(replace(here, community="1")) == ""
    assert await channels.role_name(server, str(control.id)) == "Race Control"
    assert len(town.env.http_requests) == asked


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

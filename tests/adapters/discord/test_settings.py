"""Settings on Discord: buttons, modals with menus in them, and roles that moderate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from adapters.discord.forms import draw_form, read_values
from bot.preferences import Owner
from bot.reply import Field, Form
from tests.adapters.discord.conftest import Fan, labels_of, words_of

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import Town

MANAGE = discord.Permissions(manage_messages=True)


@pytest.fixture
def official(town: Town) -> Fan:
    role = town.env.guild.create_role("Officials", permissions=MANAGE)
    member = town.env.guild.add_member(town.env.create_user("official"), roles=[role])
    return Fan(member, town.channel)


async def choose(fan: Fan, label: str, **values: Any) -> Any:
    """Open the settings, press a button, and fill in the form that it opens."""
    shown = await fan.press(await fan.use("settings"), label)
    return await fan.member.submit_modal(shown, values)


async def test_a_fan_chooses_a_series_and_it_acts_after_a_restart_too(town: Town) -> None:
    ann = town.fan("ann")
    kept = await choose(
        ann, "For me", series=["Truck"], answers=["-"], drivers="corey heim", zone="Pacific"
    )
    assert "That is kept." in words_of(kept.response)
    assert "Corey Heim (your own)" in words_of(kept.response)

    await town.restart()
    reply = await ann.ask("most wins at Talladega")

    assert "Timothy Peters" in words_of(reply.response)
    assert "Truck is your default" in words_of(reply.response)
    assert "Dale Earnhardt" in words_of(
        (await town.fan("bob").ask("most wins at Talladega")).response
    )


async def test_settings_and_their_change_are_seen_by_nobody_else(town: Town) -> None:
    ann = town.fan("ann")
    shown = await ann.use("settings")

    assert shown.response.ephemeral
    assert labels_of(shown.response) == ["For me"]
    assert (await choose(ann, "For me", series=["Cup"], answers=["private"])).response.ephemeral
    assert (await ann.ask("most wins at Talladega")).response.ephemeral


async def test_a_channels_choice_is_that_channels_alone(town: Town, official: Fan) -> None:
    await choose(
        official, "For this channel", series=["Xfinity"], answers=["-"], spoilers=["tagged"]
    )
    ann = town.fan("ann")
    elsewhere = Fan(ann.member, town.env.guild.create_text_channel("other"))

    here = words_of((await ann.ask("most wins at Talladega")).response)
    there = words_of((await elsewhere.ask("most wins at Talladega")).response)

    assert "Xfinity is this channel's default" in here
    assert "default" not in there
    assert "told behind a cover (this channel's)" in words_of((await ann.use("settings")).response)


async def test_a_role_that_a_moderator_names_moderates(town: Town, official: Fan) -> None:
    control = town.env.guild.create_role("Race Control")
    member = town.env.guild.add_member(town.env.create_user("carl"), roles=[control])
    carl = Fan(member, town.channel)
    assert labels_of((await carl.use("settings")).response) == ["For me"]

    await choose(official, "Who moderates", moderators=[control], drafts=["-"], memory=["-"])

    assert "Who moderates" in labels_of((await carl.use("settings")).response)
    assert labels_of((await town.fan("ann").use("settings")).response) == ["For me"]


async def test_a_channel_is_picked_among_those_that_take_posts_and_comes_back_by_its_key() -> None:
    field = Field("where", "Where", "3000", kind="channel")

    (drawn,) = draw_form(Form("recap:where", "Where", (field,))).to_dict()["components"]

    select = drawn["component"]
    assert (select["type"], select["channel_types"]) == (8, [0, 5])
    assert select["default_values"] == [{"id": 3000, "type": "channel"}]
    filled = {"custom_id": "where", "type": 8, "values": ["3001"]}
    assert read_values({"components": [{"type": 18, "component": filled}]}) == {"where": "3001"}


async def test_what_is_kept_of_a_fan_is_shown_and_deleted(town: Town) -> None:
    ann = town.fan("ann")
    await choose(ann, "For me", series=["Truck"], answers=["-"])
    await ann.ask("how many cup wins does Kyle Larson have at each track that has a name " * 3)

    shown = await ann.use("privacy")
    gone = await ann.press(shown, "Delete all of it")

    assert shown.response.ephemeral
    assert "your settings" in words_of(shown.response)
    assert "Deleted:" in words_of(gone.response)
    assert "I keep nothing of you." in words_of((await ann.use("privacy")).response)


async def test_a_server_that_takes_spotter_out_is_forgotten_and_one_out_of_order_is_not(
    town: Town, official: Fan
) -> None:
    assert town.shelf
    await choose(
        official, "For this channel", series=["Xfinity"], answers=["-"], spoilers=["tagged"]
    )
    server = str(town.env.guild.id)
    here = Owner("discord", "channel", server, str(town.channel.id))

    town.env.backend.emit("GUILD_DELETE", {"id": server, "unavailable": True})
    await town.env.settle()
    assert (await town.shelf.preferences.chosen(here))["series"] == "Xfinity"

    town.env.backend.remove_guild(town.env.guild.id)
    await town.env.settle()
    assert await town.shelf.preferences.chosen(here) == {}

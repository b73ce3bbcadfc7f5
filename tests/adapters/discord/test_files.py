"""A file put into a form on Discord: brought as a pack, and told kindly where it is none."""

from __future__ import annotations

import discord
import pytest

from tests.adapters.discord.conftest import Fan, Town, words_of


@pytest.fixture
def official(town: Town) -> Fan:
    role = town.env.guild.create_role(
        "Officials", permissions=discord.Permissions(manage_messages=True)
    )
    member = town.env.guild.add_member(town.env.create_user("official"), roles=[role])
    return Fan(member, town.channel)


async def send(official: Fan, name: str, content: bytes) -> str:
    shown = await official.press(await official.use("quiz", what="packs"), "Bring a pack")
    brought = await official.member.submit_modal(shown, {"file": [(name, content)]})
    assert brought.response.ephemeral
    return words_of(brought.response)


async def test_a_pack_is_brought_as_a_file_and_what_is_none_is_told(official: Fan) -> None:
    pack = b"question,answer\nHow many Cup wins does Richard Petty have?,200\n"

    assert "our night: 1 question" in await send(official, "our-night.csv", pack)
    assert "photo.png is no text" in await send(official, "photo.png", b"\x89PNG\0\0")
    assert "up to 100 kB" in await send(official, "long.csv", b"a" * 100_001)
    assert "1 pack of your own." in words_of((await official.use("quiz", what="packs")).response)

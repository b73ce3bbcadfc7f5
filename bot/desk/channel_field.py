"""How a channel of the community is chosen in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.recap.draft import Target
from bot.reply import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

CHANNEL, NAME = "channel", "name"


def channel_field(label: str, *, required: bool = True) -> Field:
    return Field(CHANNEL, label, required=required, longest=100, kind="channel")


def read_channel(values: Mapping[str, str], platform: str, community: str) -> Target | None:
    """The channel that was chosen; none where none was."""
    key = values.get(CHANNEL, "").strip()
    return (
        Target(Destination(platform, community, key), values.get(NAME, "").strip()) if key else None
    )

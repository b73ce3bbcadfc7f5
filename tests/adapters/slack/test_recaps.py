"""A recap on Slack: drafted by an admin in private, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.slack.conftest import labels_of, words_of

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Town

DRAFT = "recap 2025 cup race 15"


async def test_an_admin_drafts_in_private_and_goes_on_by_buttons(town: Town) -> None:
    ann = town.fan("ann")
    town.slack.admins.add(ann.user)

    shown = await ann.use("/spotter", DRAFT)
    assert shown.ephemeral
    assert "Denny Hamlin wins the 2025 Firekeepers Casino 400" in words_of(shown)
    assert "Post now" in labels_of(shown)

    more = await ann.press(shown, "More")
    assert "Who did what" in labels_of(more)


async def test_whoever_is_no_admin_is_told_so_in_private(town: Town) -> None:
    shown = await town.fan("bob").use("/spotter", DRAFT)

    assert shown.ephemeral
    assert "Only moderators can use recap." in words_of(shown)
    assert "Hamlin" not in words_of(shown)

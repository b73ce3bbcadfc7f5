"""A recap on Slack: drafted by an admin in private, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Destination, Post
from bot.recap.noticing import draw_notice
from bot.store.opening import open_shelf
from tests.adapters.slack.board import CHANNEL
from tests.adapters.slack.conftest import labels_of, words_of
from tests.adapters.slack.loopback import TEAM

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
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


async def test_what_is_said_in_the_moderators_channel_opens_in_private_for_moderators_alone(
    town: Town, book: RecordBook, store: str
) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    town.slack.admins.add(ann.user)
    await ann.use("/spotter", DRAFT)
    async with open_shelf(store) as shelf:
        (draft,) = await shelf.drafts.recent("slack", TEAM, 1)
    told = draw_notice("approval", {"version": draft.version}, draft, book)
    await town.spotter.channels.post(Destination("slack", TEAM, CHANNEL), Post(told, "notice"))
    notice = town.last
    assert not notice.ephemeral

    shown = await ann.press(notice, "Look at it")
    assert shown.ephemeral
    assert "Denny Hamlin wins" in words_of(shown)
    refused = await bob.press(notice, "Look at it")
    assert refused.ephemeral
    assert "Hamlin" not in words_of(refused)
    assert "waits for approval" in words_of(notice)

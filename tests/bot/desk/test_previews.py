"""The preview is what will be posted, for each of the channels that a recap goes to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.channel import Destination, seen_of
from bot.preferences import Owner
from bot.recap.copies import Copy, mark_of
from bot.recap.correcting import told_by
from bot.recap.covering import cover
from bot.recap.draft import Target
from bot.recap.drawing_up import recap_of
from bot.reply import Text
from tests.bot.desk.newsdesk import ANN, Moderator, Roles, labels, words

if TYPE_CHECKING:
    from bot.preferences import PreferencesInMemory
    from bot.recap.newsroom import Newsroom
    from bot.reply import Reply, Seen
    from knowledge.record_book import RecordBook

MICHIGAN = "2025 cup race 15"
WINNER = "Hamlin"
SHOP = Target(Destination("slack", "T1", "shop"), "the shop")


@pytest.fixture
async def ann(bot: Bot, kept: PreferencesInMemory) -> Moderator:
    """Her recap goes to five channels: two open, one behind bars, one in a thread, one later."""
    for channel, spoilers in (("den", "tagged"), ("hall", "thread"), ("yard", "delayed 24")):
        await kept.choose(Owner("discord", "channel", "track", channel), {"spoilers": spoilers})
    ann = Moderator(bot, ANN)
    await ann.recap(MICHIGAN)
    for channel in ("news", "den", "lobby", "hall", "yard"):
        await ann.go_to(channel, f"the {channel}")
    return ann


async def lend_the_shop(ann: Moderator, newsroom: Newsroom, kept: PreferencesInMemory) -> None:
    await kept.choose(Owner("slack", "channel", "T1", "shop"), {"spoilers": "tagged"})
    code = await newsroom.links.offer(SHOP.to, SHOP.name)
    await ann.press("Where and when", "Add a channel")
    await ann.fill(code=code)


async def posted(newsroom: Newsroom, book: RecordBook, spoilers: str, to: str) -> tuple[Seen, ...]:
    (draft,) = await newsroom.drafts.recent("discord", "track", 1)
    target = next(each for each in draft.targets if each.to.channel == to)
    post = cover(recap_of(draft, book), replace(target, spoilers=spoilers), draft, "")
    return seen_of(post, target.to.platform)


def open_words(reply: Reply) -> str:
    """What a reader sees who lifts no bar, opens no thread and presses nothing."""
    first = reply.seen[0]
    return first.reply.title if first.covered else words(first.reply)


async def test_channels_that_show_the_same_share_a_preview_and_each_other_is_one_press_away(
    ann: Moderator, newsroom: Newsroom, book: RecordBook
) -> None:
    assert ann.reply.seen == await posted(newsroom, book, "open", "news")
    assert "So it will be posted in the news and the lobby." in words(ann.reply)
    others = [label for label in labels(ann.reply) if label.startswith("See it as")]
    assert others == [f"See it as the {name} will" for name in ("den", "hall", "yard")]

    for name, spoilers in (("den", "tagged"), ("hall", "thread"), ("yard", "delayed 24")):
        await ann.press(f"See it as the {name} will")
        assert ann.reply.seen == await posted(newsroom, book, spoilers, name)
        if name != "yard":
            assert WINNER not in open_words(ann.reply)
        assert f"So it will be posted in the {name}." in words(ann.reply)
    assert "Post now" in labels(await ann.press("Back"))


async def test_what_a_thread_holds_is_told_apart_from_its_safe_title(ann: Moderator) -> None:
    await ann.press("See it as the hall will")

    above, below = ann.reply.seen
    assert words(above.reply) == "Michigan is final"
    assert below.heading == "in the thread Michigan is final"
    assert WINNER in words(below.reply)


async def test_a_channel_elsewhere_is_shown_with_its_button_and_what_it_tells_in_private(
    ann: Moderator, newsroom: Newsroom, kept: PreferencesInMemory, book: RecordBook
) -> None:
    await lend_the_shop(ann, newsroom, kept)

    told = words(await ann.press("See it as the shop on Slack will"))

    title, behind = ann.reply.seen
    assert (title,) == await posted(newsroom, book, "tagged", "shop")
    assert words(title.reply) == "Michigan is final"
    assert behind.heading == "for whoever presses Show the result, alone"
    assert words(behind.reply).startswith("Denny Hamlin wins")
    assert "With a button: Show the result" in told
    assert "Slack draws it in its own type; every word is the same." in told


async def test_one_form_alone_is_the_panel_itself(bot: Bot, kept: PreferencesInMemory) -> None:
    await kept.choose(Owner("discord", "community", "track"), {"spoilers": "tagged"})
    ann = Moderator(bot, ANN)
    await ann.recap(MICHIGAN)
    await ann.go_to("news")

    assert [each.covered for each in ann.reply.seen] == [True]
    assert not any(label.startswith("See it as") for label in labels(ann.reply))


class Told:
    """The store after a restart: what a channel was told, by the mark of its post."""

    def __init__(self, *copies: Copy) -> None:
        self._copies = {copy.mark: copy for copy in copies}

    async def find(self, mark: str) -> Copy | None:
        return self._copies.get(mark)


async def test_what_a_change_will_strike_through_is_struck_in_the_preview(
    book: RecordBook, newsroom: Newsroom
) -> None:
    ann = Moderator(Bot(book, newsroom=newsroom), ANN)
    await ann.recap(MICHIGAN)
    await ann.go_to("news")
    await ann.press("Post now")
    (draft,) = await newsroom.drafts.recent("discord", "track", 1)
    (news,), recap = draft.targets, recap_of(draft, book)
    wrong = "Stage 1 went to Chris Buescher and stage 2 went to Chase Elliott."
    told = tuple((key, wrong if key == "stages" else line) for key, line in told_by(recap))
    gone = Copy(mark_of(draft.id, news, 1), news, draft, undone=True, told=told)
    there = Copy(mark_of(draft.id, news, 2), news, draft, turn=2, message="5", told=told)
    after_restart = replace(newsroom, copies=Told(gone, there))

    reply = await Moderator(Bot(book, newsroom=after_restart), ANN).recap(MICHIGAN)

    assert Text(wrong, "struck") in reply.seen[0].reply.blocks


async def test_roles_are_shown_with_their_heads_and_only_where_they_are_called(
    book: RecordBook, newsroom: Newsroom, kept: PreferencesInMemory
) -> None:
    await kept.choose(Owner("discord", "community", "track"), {"mentions": ["fans"]})
    counting = replace(newsroom, channels={"discord": Roles(fans=1204)})
    ann = Moderator(Bot(book, kept=kept, newsroom=counting), ANN)
    await ann.recap(MICHIGAN)
    await ann.go_to("news")
    await ann.press("Where and when", "Mention role fans (1,204 people)")
    assert ann.reply.seen[0].roles == ("fans",)
    assert "It mentions role fans (1,204 people), when it is posted" in words(ann.reply)

    await lend_the_shop(ann, newsroom, kept)
    await ann.press("See it as the shop on Slack will")

    assert not any(each.roles for each in ann.reply.seen)
    assert "It mentions" not in words(ann.reply)

"""Posts shown before they are posted: drawn on Discord as its channels will draw them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.discord.render import LONGEST_MESSAGE, render
from bot.channel import Post, seen_of
from bot.reply import Button, Reply, Seen, Text
from tests.adapters.posts import COVERED, IN_THREAD, OPEN_CHART, POST, WINNER, WITH_CHART

NOTES = Reply(blocks=(Text("So it will be posted."),), buttons=(Button("Post now", "x:y:"),))


def shown(post: Post, platform: str = "discord") -> Reply:
    return replace(NOTES, seen=seen_of(post, platform))


@pytest.mark.parametrize("post", [POST, COVERED, WITH_CHART, OPEN_CHART])
def test_a_preview_is_drawn_as_the_post_is_and_bars_are_bars(post: Post) -> None:
    preview = render(shown(post), b"a picture")
    chart = b"a picture" if post.reply.chart else None
    as_posted = render(post.reply, chart, covered=post.cover is not None)

    *above, notes = preview.embeds
    assert above == as_posted.embeds
    assert [file.filename for file in preview.files] == [each.filename for each in as_posted.files]
    assert notes.description == "So it will be posted."
    assert preview.view
    assert [each.item.label for each in preview.view.children] == ["Post now"]


def test_what_stands_in_a_thread_is_told_apart_from_its_title() -> None:
    title, heading, below, _ = render(shown(IN_THREAD)).embeds

    assert (title.title, title.description) == (IN_THREAD.reply.title, None)
    assert heading.description == f"-# in the thread {IN_THREAD.thread}"
    assert WINNER in str(below.description)


def test_roles_stand_above_it_where_a_mention_calls_nobody() -> None:
    called, *_ = render(shown(replace(POST, roles=("77", "@everyone")))).embeds

    assert called.description == "<@&77>"


def test_two_long_messages_and_notes_stay_within_one_message_of_discord() -> None:
    long = Reply("A recap.", tuple(Text("word " * 240) for _ in range(13)), footer="f" * 2048)
    both = replace(NOTES, seen=(Seen(long), Seen(long, "in the thread x", covered=True)))

    embeds = render(both).embeds

    assert sum(map(len, embeds)) <= LONGEST_MESSAGE
    assert len(embeds) <= 10
    assert embeds[-1].description == "So it will be posted."

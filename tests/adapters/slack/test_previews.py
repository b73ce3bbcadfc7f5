"""Posts shown before they are posted: as Slack draws them, and Discord's in words."""

from __future__ import annotations

from dataclasses import replace

from adapters.slack.render import render
from bot.channel import seen_of
from bot.reply import Button, Reply, Text
from tests.adapters.posts import COVER, COVERED, POST, WINNER, WITH_CHART

NOTES = Reply(blocks=(Text("So it will be posted."),), buttons=(Button("Post now", "x:y:"),))


def test_a_preview_is_drawn_as_the_post_is_without_its_buttons() -> None:
    preview = render(replace(NOTES, seen=seen_of(POST, "slack"))).blocks
    as_posted = [each for each in render(POST.reply).blocks if each["type"] != "actions"]

    assert preview[: len(as_posted)] == as_posted
    assert [each["type"] for each in preview[len(as_posted) :]] == ["divider", "section", "actions"]


def test_a_cover_is_the_title_alone_on_slack_and_strokes_for_discord() -> None:
    here = render(replace(NOTES, seen=seen_of(COVERED, "slack")))
    there = render(replace(NOTES, seen=seen_of(WITH_CHART, "discord")))

    assert WINNER not in f"{here.text}{here.blocks}"
    assert COVER.label not in str(here.blocks)
    for told in (there.text, str(there.blocks)):
        assert "||His best one.||" in told
        assert "||Eight wins in 2008.||" in told
    assert not any(each["type"] == "data_visualization" for each in there.blocks)

"""The manifest: made from the bot's one list, kept in the file that people paste."""

from __future__ import annotations

import json

from adapters.slack.manifest import EVENTS, FILE, SCOPES, manifest, written
from bot.commands import COMMANDS


def test_the_file_is_what_the_commands_make_of_it() -> None:
    assert FILE.read_text(encoding="utf-8") == written()
    assert json.loads(written()) == manifest()


def test_the_slash_commands_are_few_and_say_what_the_bot_says() -> None:
    told = {
        each["command"]: each["description"] for each in manifest()["features"]["slash_commands"]
    }

    assert list(told) == ["/spotter", "/ask", "/settle"]
    summaries = {f"/{each.name}": each.summary for each in COMMANDS}
    assert told["/settle"] == summaries["/settle"]
    assert told["/ask"] == summaries["/ask"]


def test_every_entry_of_a_messages_menu_is_there() -> None:
    shortcuts = manifest()["features"]["shortcuts"]

    menus = {each["callback_id"]: each["name"] for each in shortcuts if each["type"] == "message"}
    assert menus == {each.name: each.on_message for each in COMMANDS if each.on_message}


def test_it_keeps_to_slacks_limits() -> None:
    told = manifest()
    assert len(told["display_information"]["description"]) <= 140
    assert 174 <= len(told["display_information"]["long_description"]) <= 4000
    for each in told["features"]["shortcuts"]:
        assert len(each["name"]) <= 24
        assert len(each["description"]) <= 150
    for each in told["features"]["slash_commands"]:
        assert len(each["command"]) <= 32
        assert len(each["description"]) <= 2000
    assert len(told["features"]["agent_view"]["suggested_prompts"]) <= 4


def test_over_http_every_part_names_the_address() -> None:
    told = manifest("https://race.example.org")

    assert "socket_mode_enabled" in told["settings"]
    assert not told["settings"]["socket_mode_enabled"]
    events = "https://race.example.org/slack/events"
    assert told["settings"]["event_subscriptions"]["request_url"] == events
    assert {each["url"] for each in told["features"]["slash_commands"]} == {events}
    assert told["oauth_config"]["redirect_urls"] == [
        "https://race.example.org/slack/oauth_redirect"
    ]


def test_what_people_say_to_each_other_is_told_to_nobody() -> None:
    assert {each for each in EVENTS if each.startswith("message")} == {"message.im"}
    assert {each for each in SCOPES if each.startswith("users")} == {"users:read"}


def test_of_channels_it_reads_names_and_to_find_a_post_again_their_history() -> None:
    of_channels = {each for each in SCOPES if each.startswith(("channels:", "groups:", "mpim:"))}
    assert of_channels == {
        *("channels:history", "groups:history"),
        *("channels:read", "groups:read"),
    }

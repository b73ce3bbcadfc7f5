"""The environment: what it says is taken, and what makes no sense is refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.settings import (
    SettingsRefused,
    password,
    read_discord_settings,
    read_slack_settings,
)
from adapters.variables import VARIABLES

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def faults(**environment: str) -> str:
    with pytest.raises(SettingsRefused) as refused:
        read_discord_settings({"DISCORD_TOKEN": "x"} | environment)
    return " ".join(refused.value.faults)


def test_a_token_is_all_that_is_needed() -> None:
    settings = read_discord_settings({"DISCORD_TOKEN": " secret\n"})

    assert [settings.token] == ["secret"]
    assert (settings.shard_count, settings.shard_ids, settings.api_url) == (None, (), "")


def test_the_token_is_not_shown_with_the_settings() -> None:
    assert "secret" not in repr(read_discord_settings({"DISCORD_TOKEN": "secret"}))


@pytest.mark.parametrize("token", ["", "  ", "Bot secret"])
def test_a_token_that_cannot_be_one_is_refused(token: str) -> None:
    assert "DISCORD_TOKEN" in faults(DISCORD_TOKEN=token)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080/api/v10/", "http://localhost/api", "https://[::1]:1/api"]
)
def test_a_server_on_this_machine_may_stand_in_for_discord(url: str) -> None:
    settings = read_discord_settings({"DISCORD_TOKEN": "x", "DISCORD_API_URL": url})

    assert settings.api_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/api",
        "http://127.0.0.1.example.org/api",
        "http://127.0.0.1@example.org/api",
        "http://localhost.example.org",
        "http://0.0.0.0/api",
        "http://2130706434.example",
    ],
)
def test_another_machine_may_not_unless_it_is_said(url: str) -> None:
    assert "DISCORD_ANY_SERVER" in faults(DISCORD_API_URL=url)

    allowed = {"DISCORD_TOKEN": "x", "DISCORD_API_URL": url, "DISCORD_ANY_SERVER": "yes"}
    assert read_discord_settings(allowed).api_url == url


def test_a_gateway_speaks_web_socket() -> None:
    assert "ws://" in faults(DISCORD_GATEWAY_URL="http://127.0.0.1")


def test_shards_are_divided_between_processes() -> None:
    told = {"DISCORD_TOKEN": "x", "DISCORD_SHARD_COUNT": "8", "DISCORD_SHARD_IDS": "0-2, 5,5"}

    settings = read_discord_settings(told)

    assert (settings.shard_count, settings.shard_ids) == (8, (0, 1, 2, 5))


@pytest.mark.parametrize(
    ("count", "ids"), [("0", ""), ("x", ""), ("-1", ""), ("", "0"), ("2", "2"), ("2", "a-b")]
)
def test_shards_that_make_no_sense_are_refused(count: str, ids: str) -> None:
    assert "DISCORD_SHARD" in faults(DISCORD_SHARD_COUNT=count, DISCORD_SHARD_IDS=ids)


def test_the_password_of_the_store_is_known_to_the_log() -> None:
    assert password({"DATABASE_URL": "postgresql://me:pit-stop@host/spotter"}) == "pit-stop"
    assert password({}) == ""


def test_all_faults_are_told_at_once() -> None:
    told = faults(DISCORD_TOKEN="", DISCORD_API_URL="http://example.org", DISCORD_SHARD_IDS="x")

    assert told.count("DISCORD_TOKEN is not set") == 1
    assert "DISCORD_API_URL" in told
    assert "DISCORD_SHARD_IDS" in told


SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}


def slack_faults(**environment: str) -> str:
    with pytest.raises(SettingsRefused) as refused:
        read_slack_settings(SLACK | environment)
    return " ".join(refused.value.faults)


def test_slack_needs_a_token_and_a_way_for_requests_and_listens_to_this_machine_alone() -> None:
    settings = read_slack_settings(SLACK)

    assert (settings.token, settings.host, settings.port) == ("xoxb-1", "127.0.0.1", 3000)
    assert settings.api_url == "https://slack.com/api/"
    assert "xoxb-1" not in repr(settings)
    assert set(settings.secrets) == {"xoxb-1", "s", ""}


@pytest.mark.parametrize(
    ("environment", "fault"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN is not set"),
        ({"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN begins with xoxb-"),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN begins with xapp-"),
        ({"SLACK_SIGNING_SECRET": ""}, "Neither SLACK_APP_TOKEN"),
        ({"SLACK_CLIENT_ID": "1"}, "is for one workspace"),
        ({"SLACK_CLIENT_ID": "1", "SLACK_SIGNING_SECRET": ""}, "needs SLACK_SIGNING_SECRET"),
        ({"SPOTTER_SECRET_KEY": "secret"}, "is 32 random bytes"),
        ({"SLACK_CLIENT_SECRET": "x"}, "go together"),
        ({"SLACK_PORT": "70000"}, "SLACK_PORT is a number"),
        ({"SLACK_API_URL": "http://example.org/api/"}, "SLACK_ANY_SERVER"),
        ({"SLACK_API_URL": "ftp://127.0.0.1/api/"}, "http://"),
    ],
)
def test_what_makes_no_sense_for_slack_is_refused(environment: dict[str, str], fault: str) -> None:
    assert fault in slack_faults(**environment)


def test_many_workspaces_need_the_client_and_no_token() -> None:
    told = {"SLACK_BOT_TOKEN": "", "SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "x"}

    assert read_slack_settings(SLACK | told).client_id == "1"


def test_the_readme_lists_every_variable() -> None:
    named = ("| `SPOTTER_", "| `DISCORD_", "| `DATABASE_", "| `SLACK_")
    listed = [line for line in README.splitlines() if line.startswith(named)]

    rows = [f"| `{each.name}` | {each.what} | {each.where} |" for each in VARIABLES]
    assert sorted(listed) == sorted(rows)

"""The doctor on Slack: whether it lets Spotter in, what it may do, and who can reach it."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import TYPE_CHECKING

from adapters.slack.doctor import examine_slack
from tests.adapters.slack.loopback import APP_TOKEN, SECRET, TOKEN, loopback

if TYPE_CHECKING:
    from tests.adapters.slack.loopback import Loopback

MANY = {"SLACK_BOT_TOKEN": "", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "secret"}


async def told(slack: Loopback, **environment: str) -> list[tuple[bool, str]]:
    own = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api_url, "SLACK_PORT": "0"}
    return [(each.is_well, each.words) async for each in examine_slack(own | environment)]


async def test_where_all_is_well_it_says_what_slack_knows_and_opens() -> None:
    async with loopback() as slack:
        findings = await told(slack, SLACK_APP_TOKEN=APP_TOKEN)

    assert findings == [
        (True, "Slack knows the token: spotter in T1."),
        (True, "It has every scope that Spotter uses."),
        (True, "Slack opens a connection (Socket Mode); no address is needed."),
    ]


async def test_a_scope_that_is_missing_is_named_with_what_to_do() -> None:
    async with loopback() as slack:
        slack.scopes = slack.scopes.replace("files:write,", "")
        _, missing, _ = await told(slack, SLACK_APP_TOKEN=APP_TOKEN)

    words = "The token may not files:write; add the scopes and install it again."
    assert missing == (False, words)


async def test_tokens_that_slack_does_not_know_are_refused_each() -> None:
    async with loopback() as slack:
        wrong = {"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": "xapp-wrong"}
        findings = await told(slack, **wrong)

    assert [is_well for is_well, _ in findings] == [False, False]
    assert "SLACK_BOT_TOKEN (invalid_auth)" in findings[0][1]
    assert "SLACK_APP_TOKEN (invalid_auth)" in findings[1][1]
    assert "wrong" not in str(findings)


async def test_a_slack_that_cannot_be_reached_is_told_as_that() -> None:
    async with loopback() as slack:
        pass  # it was there, and is gone

    findings = await told(slack, SLACK_APP_TOKEN=APP_TOKEN)

    assert [is_well for is_well, _ in findings] == [False, False]
    assert all(words.startswith("Slack cannot be reached") for _, words in findings)


async def test_an_address_that_another_program_has_is_named() -> None:
    async with loopback() as slack:
        with closing(socket.create_server(("127.0.0.1", 0))) as other:
            port = str(other.getsockname()[1])
            *_, taken = await told(slack, SLACK_SIGNING_SECRET=SECRET, SLACK_PORT=port)

    assert not taken[0]
    assert taken[1].startswith(f"127.0.0.1:{port} cannot be listened at")


async def test_for_many_workspaces_it_says_where_they_install_and_who_reads_their_tokens() -> None:
    async with loopback() as slack:
        open_to_see = await told(slack, **MANY, SLACK_SIGNING_SECRET=SECRET)
        key = "M" * 42 + "0="
        sealed = await told(slack, **MANY, SLACK_SIGNING_SECRET=SECRET, SPOTTER_SECRET_KEY=key)

    assert all(is_well for is_well, _ in open_to_see + sealed)
    assert "Workspaces install Spotter at /slack/install of that address." in open_to_see[1][1]
    assert "SPOTTER_SECRET_KEY encrypts them" in open_to_see[2][1]
    assert sealed[2][1] == "Their tokens are encrypted in the store."


async def test_what_makes_no_sense_is_told_before_slack_is_asked() -> None:
    async with loopback() as slack:
        findings = await told(slack, SLACK_BOT_TOKEN="", SPOTTER_SECRET_KEY="short")  # noqa: S106

    assert not any(is_well for is_well, _ in findings)
    assert "SLACK_BOT_TOKEN is not set" in str(findings)
    assert "SPOTTER_SECRET_KEY is 32 random bytes" in str(findings)
    assert slack.made == []

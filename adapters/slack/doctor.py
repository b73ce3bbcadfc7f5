"""Whether Slack lets Spotter in, what it may do there, and how it is installed."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from adapters.finding import Finding
from adapters.settings import SettingsRefused, read_slack_settings
from adapters.slack.client import web_client
from adapters.slack.manifest import EVENTS_PATH, INSTALL_PATH, SCOPES
from adapters.variables import SECRET_KEY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.settings import SlackSettings


async def examine_slack(environment: Mapping[str, str]) -> AsyncIterator[Finding]:
    try:
        settings = read_slack_settings(environment)
    except SettingsRefused as refusal:
        for fault in refusal.faults:
            yield Finding(False, fault)
        return
    async with aiohttp.ClientSession() as session:
        client = web_client(settings, session)
        if settings.token:
            for finding in await _examine_token(client):
                yield finding
        if settings.app_token:
            yield await _examine_connection(client, settings.app_token)
    for finding in _examine_address(settings):
        yield finding


async def _examine_token(client: AsyncWebClient) -> list[Finding]:
    try:
        told = await client.auth_test()
    except SlackApiError as error:
        why = error.response.get("error")
        return [Finding(False, f"Slack refused the token in SLACK_BOT_TOKEN ({why}).")]
    except (SlackClientError, aiohttp.ClientError, OSError) as error:
        return [Finding(False, f"Slack cannot be reached: {error}.")]
    known = Finding(True, f"Slack knows the token: {told['user']} in {told['team']}.")
    granted = str(told.headers.get("x-oauth-scopes", "")).split(",")
    missing = [scope for scope in SCOPES if scope not in {each.strip() for each in granted}]
    if missing:
        words = f"The token may not {', '.join(missing)}; add the scopes and install it again."
        return [known, Finding(False, words)]
    return [known, Finding(True, "It has every scope that Spotter uses.")]


async def _examine_connection(client: AsyncWebClient, app_token: str) -> Finding:
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        why = error.response.get("error")
        return Finding(False, f"Slack refused SLACK_APP_TOKEN ({why}); it needs connections:write.")
    except (SlackClientError, aiohttp.ClientError, OSError) as error:
        return Finding(False, f"Slack cannot be reached: {error}.")
    return Finding(True, "Slack opens a connection (Socket Mode); no address is needed.")


def _examine_address(settings: SlackSettings) -> list[Finding]:
    """Where Slack calls us: whether the port is free, and what belongs into the manifest."""
    if not settings.signing_secret:
        return []
    at = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((settings.host, settings.port))
    except OSError as error:
        return [Finding(False, f"{at} cannot be listened at: {error.strerror}. SLACK_PORT is it.")]
    findings = [
        Finding(
            True,
            f"Slack's requests are taken at http://{at}{EVENTS_PATH}; over HTTPS a proxy"
            " of yours brings them, and spotter manifest --host names it to Slack.",
        ),
    ]
    if settings.client_id:
        words = f"Workspaces install Spotter at {INSTALL_PATH} of that address."
        findings.append(Finding(True, words))
        findings.append(_examine_tokens(settings))
    return findings


def _examine_tokens(settings: SlackSettings) -> Finding:
    """Who could read what workspaces entrusted to us."""
    if settings.secret_key:
        return Finding(True, "Their tokens are encrypted in the store.")
    words = f"Whoever can read the store can read their tokens; {SECRET_KEY.name} encrypts them."
    return Finding(True, words)

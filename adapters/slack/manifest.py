"""What Slack is told of Spotter: its manifest, made from the bot's one list of commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from adapters.slack.commands import SHORT, SLASHES, SPOTTER, command, on_message
from adapters.slack.opening import ASK_SPOTTER
from bot.next_steps import EXAMPLES

FILE = Path(__file__).parent / "manifest.json"
"""Paste it at api.slack.com/apps, From a manifest; `spotter manifest --host` writes another."""

SCOPES = (
    "app_mentions:read",
    "assistant:write",  # suggested questions and the status while a chart is drawn
    "channels:history",  # to find a post of its own again, where it is not known whether it came
    "channels:read",  # what the channels are called that a recap goes to
    "chat:write",
    "commands",
    "files:read",  # a file that a moderator puts into a form
    "files:write",  # charts
    "groups:history",  # the same, in private channels that it was invited to
    "groups:read",  # the same, in private channels that it was invited to
    "im:history",  # direct messages
    "usergroups:read",  # which groups a recap may call, their names, and how many are in them
    "users:read",  # who is an admin, asked where only moderators may do something
)
"""The least that serves. It is told of no message but what mentions it; a channel's history is
read for the marks of its own posts alone."""

EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked")
EVENTS_PATH = "/slack/events"
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"

_SUMMARY = "Ask NASCAR's record book: wins, winners, streaks, records since 1949"
_DESCRIPTION = (
    "Spotter answers race fans' questions about NASCAR's Cup, Xfinity and Truck Series from a"
    " record book of every points race since 1949. It says how it read the question, shows the"
    " rows behind the answer and names its sources; no model writes its numbers."
)


def manifest(host: str = "") -> dict[str, Any]:
    """For Socket Mode, which needs no address; over HTTP every part names the host."""
    socket_mode = not host
    url = {} if socket_mode else {"url": f"{host}{EVENTS_PATH}"}
    request_url = {} if socket_mode else {"request_url": f"{host}{EVENTS_PATH}"}
    menus = {} if socket_mode else {"message_menu_options_url": f"{host}{EVENTS_PATH}"}
    redirects = {} if socket_mode else {"redirect_urls": [f"{host}{REDIRECT_PATH}"]}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Spotter",
            "description": _SUMMARY,
            "long_description": _DESCRIPTION,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {
                "agent_description": _SUMMARY,
                "suggested_prompts": [{"title": each, "message": each} for each in EXAMPLES],
            },
            "bot_user": {"display_name": "Spotter", "always_online": True},
            "shortcuts": _shortcuts(),
            "slash_commands": [{**_slash(name), **url} for name in SLASHES],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}, **redirects},
        "settings": {
            "event_subscriptions": {**request_url, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request_url, **menus},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": False,
        },
    }


def written(host: str = "") -> str:
    return f"{json.dumps(manifest(host), indent=2)}\n"


def _shortcuts() -> list[dict[str, str]]:
    opened = {
        "type": "global",
        "name": "Ask Spotter",
        "callback_id": ASK_SPOTTER,
        "description": command("ask").summary[:150],
    }
    menus = [
        {
            "type": "message",
            "name": str(each.on_message),
            "callback_id": each.name,
            "description": each.summary,
        }
        for each in on_message()
    ]
    return [opened, *menus]


def _slash(name: str) -> dict[str, Any]:
    told = command("ask" if name == SPOTTER else name)
    hint = f"[{told.options[0].name}]"
    return {
        "command": f"/{name}",
        "description": told.summary,
        "usage_hint": "[command or question]" if name not in SHORT else hint,
        "should_escape": False,
    }

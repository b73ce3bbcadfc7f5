"""What Slack does not take, in a sentence for moderators, and when to try again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError, SlackObjectFormationError

from adapters.slack.clients import wait_of
from bot.channel import NotPosted

if TYPE_CHECKING:
    from collections.abc import Iterator

SOON = 30.0
"""Seconds; whatever it is, it may be over by then."""

GONE = ("message_not_found", "channel_not_found", "thread_not_found")

_OUT_OF_REACH = (*GONE, "cant_update_message", "edit_window_closed")
"""What is there no more, or cannot be changed any more: whoever must show something posts anew."""

_NO_ENTRY = "This workspace lets me in no more; install me again."
_NOT_MINE = "Slack does not let me change that message any more."
_WHY = {
    "account_inactive": _NO_ENTRY,
    "cant_delete_message": _NOT_MINE,
    "cant_update_message": _NOT_MINE,
    "channel_not_found": "That channel is gone, or private and I am not in it.",
    "edit_window_closed": _NOT_MINE,
    "invalid_auth": _NO_ENTRY,
    "is_archived": "That channel is archived.",
    "message_not_found": "My message is gone; somebody deleted it.",
    "not_in_channel": "I am not in that channel; invite me with /invite @Spotter.",
    "thread_not_found": "The message that the thread hangs on is gone; somebody deleted it.",
    "token_expired": _NO_ENTRY,
    "token_revoked": _NO_ENTRY,
}
_PASSING = frozenset(
    {
        *("fatal_error", "internal_error", "ratelimited", "rate_limited"),
        *("request_timeout", "service_unavailable", "team_added_to_org"),
    }
)
"""What Slack itself calls a trouble that goes by."""


@contextmanager
def told() -> Iterator[None]:
    """Every trouble that Slack can have becomes NotPosted."""
    try:
        yield
    except SlackApiError as refusal:
        raise _not_posted(refusal) from refusal
    except SlackObjectFormationError:
        raise  # a bug of ours, found before anything was sent
    except (SlackClientError, aiohttp.ClientError, OSError) as error:
        words = "Slack cannot be reached, or broke off; whether it did as told is not known yet."
        raise NotPosted(words, SOON) from error


def error_of(refusal: SlackApiError) -> str:
    """Slack's own word; a proxy that answers in its place has none."""
    data = getattr(refusal.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def _not_posted(refusal: SlackApiError) -> NotPosted:
    response, error = refusal.response, error_of(refusal)
    status = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    if status == 429:
        return NotPosted("Slack asks me to slow down.", wait_of(response.headers))
    if status >= 500 or error in _PASSING or not error:
        return NotPosted(f"Slack has trouble of its own ({error or status}).", SOON)
    return NotPosted(_sentence(error, response), gone=error in _OUT_OF_REACH)


def _sentence(error: str, response: object) -> str:
    if error.startswith("restricted_action"):
        return "Who may post in that channel is restricted, and I am not among them."
    if error == "missing_scope":
        needed = response.get("needed") if hasattr(response, "get") else ""
        return f"I lack Slack's scope {needed or 'for that'}; add it and install me again."
    return _WHY.get(error, f"Slack refused it: {error}.")

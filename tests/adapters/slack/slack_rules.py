"""What Slack refuses: unknown arguments, and blocks outside its limits, judged by three."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from tests.adapters.slack.second_judge import slackblocks_faults

if TYPE_CHECKING:
    from collections.abc import Collection

MESSAGE = {"channel", "text", "blocks", "thread_ts"}
HISTORY = {"channel", "cursor", "include_all_metadata", "limit"}
ARGUMENTS = {
    "api.test": set(),
    "apps.connections.open": set(),
    "assistant.threads.setStatus": {"channel_id", "thread_ts", "status"},
    "auth.test": set(),
    "chat.postEphemeral": {*MESSAGE, "user"},
    "chat.delete": {"channel", "ts"},
    "chat.postMessage": {*MESSAGE, "metadata", "unfurl_links", "unfurl_media"},
    "chat.update": {"channel", "ts", "text", "blocks", "metadata", "parse", "link_names"},
    "conversations.history": HISTORY,
    "conversations.replies": {*HISTORY, "ts"},
    "conversations.info": {"channel"},
    "files.completeUploadExternal": {"channel_id", "files", "thread_ts"},
    "files.getUploadURLExternal": {"alt_txt", "filename", "length"},
    "oauth.v2.access": {"client_id", "client_secret", "code"},
    "usergroups.list": {"include_count"},
    "users.info": {"user"},
    "views.open": {"trigger_id", "view"},
    "views.publish": {"user_id", "view"},
    "views.update": {"view", "view_id"},
}
"""Those that Spotter has a use for; any other is refused."""

RESPONSE = {
    *("text", "blocks", "response_type", "replace_original", "thread_ts"),
    *("unfurl_links", "unfurl_media"),
}
MOST_BLOCKS, MOST_IN_VIEW, MOST_LETTERS = 50, 100, 13_000
KNOWN = {
    *("actions", "context", "divider", "header", "image", "input", "section", "table"),
    "data_visualization",
}
IN_VIEWS = {"actions", "context", "divider", "header", "image", "input", "section"}


_MOMENT = re.compile(r"<!date\^\d{10}\^\{date_long_pretty\} at \{time\}\|[^<>|]+>")
"""A time by each reader's clock, just as we write it."""


def argument_faults(method: str, told: dict[str, Any]) -> list[str]:
    if method not in ARGUMENTS:
        return [f"no method {method}"]
    known = ARGUMENTS[method] | {"team_id"}  # bolt tells it with every call
    return [f"{method} has no {name}" for name in told.keys() - known]


def message_faults(told: dict[str, Any], allowed: Collection[str] = ()) -> list[str]:
    """A message needs words, and blocks that all three judges take; it calls whom it may."""
    blocks = told.get("blocks") or []
    faults = [] if told.get("text", "").strip() else ["no text"]
    faults += ["text too long"] if len(told.get("text", "")) > 40_000 else []
    faults += ["too many blocks"] if len(blocks) > MOST_BLOCKS else []
    faults += ["too many letters"] if letters(blocks) > MOST_LETTERS else []
    faults += ["two tables"] if sum(b["type"] == "table" for b in blocks) > 1 else []
    read = " ".join([told.get("text", ""), *_texts(blocks)])
    for group in allowed:
        read = read.replace(f"<!subteam^{group}>", "")
    read = _MOMENT.sub("", read)
    faults += ["a call"] if "<!" in read or "<@" in read or "<#" in read else []
    return faults + block_faults(blocks, KNOWN)


def view_faults(view: dict[str, Any]) -> list[str]:
    faults = ["too many blocks"] if len(view["blocks"]) > MOST_IN_VIEW else []
    if view["type"] == "modal":
        texts = [view["title"], *(view[name] for name in ("submit", "close") if name in view)]
        faults += [f"too long: {each}" for each in texts if not 0 < len(each["text"]) <= 24]
        has_input = any(block["type"] == "input" for block in view["blocks"])
        faults += ["input without submit"] if has_input and "submit" not in view else []
    faults += ["metadata too long"] if len(view.get("private_metadata", "")) > 3000 else []
    return faults + block_faults(view["blocks"], IN_VIEWS)


def block_faults(blocks: list[dict[str, Any]], known: set[str]) -> list[str]:
    faults = [f"no {block['type']} here" for block in blocks if block["type"] not in known]
    actions = [
        element["action_id"]
        for block in blocks
        for element in (*block.get("elements", ()), block.get("accessory"), block.get("element"))
        if element and "action_id" in element
    ]
    faults += ["two actions of one name"] if len(set(actions)) < len(actions) else []
    for block in blocks:
        faults += [*_sdk_faults(block), *slackblocks_faults(block), *_text_faults(block)]
    return faults


def letters(drawn: Any) -> int:
    if isinstance(drawn, dict):
        return sum(map(letters, drawn.values()))
    if isinstance(drawn, list):
        return sum(map(letters, drawn))
    return len(drawn) if isinstance(drawn, str) else 0


def _text_faults(block: dict[str, Any]) -> list[str]:
    """Texts are never empty; those in a table have a limit together."""
    if block["type"] == "table":
        cells = [cell["text"] for row in block["rows"] for cell in row]
        faults = ["empty cell"] if not all(cells) else []
        return faults + (["table too long"] if sum(map(len, cells)) > 10_000 else [])
    return [f"empty text in {block['type']}" for text in _texts(block) if not text.strip()]


def _texts(part: Any) -> list[str]:
    if isinstance(part, list):
        return [text for each in part for text in _texts(each)]
    if not isinstance(part, dict):
        return []
    own = [part["text"]] if part.get("type") in ("plain_text", "mrkdwn") else []
    return own + [text for each in part.values() for text in _texts(each)]


class _Heard(logging.Handler):
    """slack_sdk only warns of what it does not know."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _sdk_faults(block: dict[str, Any]) -> list[str]:
    """Slack's own classes; they have none for charts yet."""
    if block["type"] == "data_visualization":
        return []
    heard, log = _Heard(), logging.getLogger("slack_sdk")
    log.addHandler(heard)
    try:
        parsed = Block.parse(dict(block))
        if parsed is None:
            return [f"slack_sdk knows no {block['type']}"]
        parsed.to_dict()
    except SlackObjectFormationError as fault:
        return [f"slack_sdk: {fault}"]
    finally:
        log.removeHandler(heard)
    return heard.said

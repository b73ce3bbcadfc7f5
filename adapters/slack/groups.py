"""User groups: the roles of a workspace that a message can call."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import MarkdownTextObject, SectionBlock

from adapters.slack.troubles import error_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger(__name__)


async def groups_of(client: AsyncWebClient) -> dict[str, int]:
    """How many are in each group, by its key; none where the workspace does not tell."""
    try:
        told = await client.usergroups_list(include_count=True)
    except SlackApiError as refusal:
        if getattr(refusal.response, "status_code", 0) != 200:
            raise
        log.info("Slack does not tell its groups: %s", error_of(refusal))
        return {}
    return {str(each["id"]): int(each.get("user_count") or 0) for each in told["usergroups"]}


def call(roles: Iterable[str], groups: Mapping[str, int]) -> str:
    """What calls these groups, and nobody else: a key that is none of them calls nothing."""
    return " ".join(f"<!subteam^{each}>" for each in dict.fromkeys(roles) if each in groups)


def draw_call(words: str) -> dict[str, Any]:
    return dict(SectionBlock(text=MarkdownTextObject(text=words, verbatim=True)).to_dict())

"""User groups: the roles of a workspace that a message can call."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.models.blocks import MarkdownTextObject, SectionBlock

from adapters.slack.troubles import error_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger(__name__)

_PATIENCE = 1.5
"""Seconds; a form must be opened within three."""


@dataclass(frozen=True, slots=True)
class Group:
    """As people in the workspace see it."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Offered:
    """The groups that a form can offer, or why there are none, in a sentence."""

    groups: Mapping[str, Group] = field(default_factory=dict)
    why: str = ""


async def groups_of(client: AsyncWebClient) -> dict[str, Group]:
    """Each group by its key; none where the workspace does not tell."""
    try:
        return await _listed(client)
    except SlackApiError as refusal:
        if getattr(refusal.response, "status_code", 0) != 200:
            raise
        log.info("Slack does not tell its groups: %s", error_of(refusal))
        return {}


async def offered(client: AsyncWebClient) -> Offered:
    try:
        async with asyncio.timeout(_PATIENCE):
            groups = await _listed(client)
    except SlackApiError as refusal:
        return Offered(why=f"Slack does not tell me the groups here ({error_of(refusal)}).")
    except (SlackClientError, aiohttp.ClientError, OSError):  # a timeout is an OSError
        return Offered(why="Slack does not tell me the groups here just now.")
    return Offered(groups, "" if groups else "There is no user group here yet.")


def call(roles: Iterable[str], groups: Container[str]) -> str:
    """What calls these groups, and nobody else: a key that is none of them calls nothing."""
    return " ".join(f"<!subteam^{each}>" for each in dict.fromkeys(roles) if each in groups)


def draw_call(words: str) -> dict[str, Any]:
    return dict(SectionBlock(text=MarkdownTextObject(text=words, verbatim=True)).to_dict())


async def _listed(client: AsyncWebClient) -> dict[str, Group]:
    told = await client.usergroups_list(include_count=True)
    return {
        str(each["id"]): Group(
            str(each.get("name") or each.get("handle") or each["id"]),
            int(each.get("user_count") or 0),
        )
        for each in told["usergroups"]
    }

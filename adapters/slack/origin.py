"""Who asks, and where: Slack's users, channels and threads as the bot knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.request import Place, User

if TYPE_CHECKING:
    from slack_bolt.context.async_context import AsyncBoltContext

PLATFORM = "slack"


@dataclass(frozen=True, slots=True)
class Origin:
    """One side of a talk, as every kind of Slack's payloads tells it in its own way."""

    team: str
    user: str
    name: str
    channel: str = ""
    thread: str = ""  # the time of its first message, which is its name
    begun: bool = True  # whether the thread has more than that message
    direct: bool = False  # Spotter's own messages tab: nobody else is there
    whispers: bool = True

    @property
    def asker(self) -> User:
        """Two workspaces may have a user of the same number."""
        key = f"{self.team}.{self.user}"
        return User(PLATFORM, key, self.name, roles=(self.user,), home=self.team)

    @property
    def place(self) -> Place:
        """A thread is one talk, whoever speaks in it; elsewhere each user has his own.

        A direct message outside of a thread goes on from the one before it, and begins a thread.
        """
        begins = self.direct and not self.begun
        return Place(
            conversation=self._talk("" if begins else self.thread or self.user),
            begins=self._talk(self.thread) if begins else "",
            community=self.team,
            channel=self.channel,
            direct=self.direct,
            whispers=self.whispers,
        )

    def _talk(self, name: str) -> str:
        return f"{self.team}:{self.channel}:{name}"


def of_command(context: AsyncBoltContext, command: dict[str, Any]) -> Origin:
    return Origin(
        _team(context),
        command["user_id"],
        command.get("user_name", ""),
        command.get("channel_id", ""),
    )


def of_event(context: AsyncBoltContext, event: dict[str, Any]) -> Origin:
    """What answers an event is read by everybody, so it goes into the thread."""
    direct = event.get("channel_type") == "im"
    return Origin(
        _team(context),
        event["user"],
        "",
        event["channel"],
        event.get("thread_ts") or event["ts"],
        begun="thread_ts" in event,
        direct=direct,
        whispers=direct,
    )


def of_interaction(context: AsyncBoltContext, body: dict[str, Any]) -> Origin:
    """A pressed button, a shortcut or a form."""
    container = body.get("container") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    thread = container.get("thread_ts") or (body.get("message") or {}).get("thread_ts") or ""
    return Origin(
        _team(context),
        body["user"]["id"],
        body["user"].get("username") or body["user"].get("name") or "",
        channel,
        thread,
        direct=_is_ours(channel, container.get("thread_ts") or ""),
    )


def _is_ours(channel: str, thread: str) -> bool:
    """Of all direct messages with buttons of ours, Spotter's own stand in threads."""
    return channel.startswith("D") and bool(thread)


def _team(context: AsyncBoltContext) -> str:
    """An app that a whole organisation installed has no workspace of its own."""
    return context.team_id or context.enterprise_id or ""

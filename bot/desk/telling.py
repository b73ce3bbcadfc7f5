"""What is to be said of a draft: how it stands, how long it is, where it goes, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.timing import phrase_when
from bot.setting_fields import in_words
from knowledge.highlights.saying import many
from knowledge.sentences import listed

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.desk.standing import Standing
    from bot.recap.draft import Draft, PostState, Target
    from bot.recap.recap import Recap

STATES = {
    "draft": "draft",
    "waiting": "waits for a second moderator",
    "scheduled": "on its way",
    "posted": "posted",
    "undone": "taken back",
}
_POSTS = {"waiting": "on its way", "posted": "there", "failed": "failed", "removed": "taken back"}


async def facts(desk: Desk, standing: Standing, recap: Recap) -> tuple[tuple[str, str], ...]:
    draft = desk.draft
    told = [
        ("State", _state(draft, standing)),
        ("Length", many(recap.length, "word")),
        ("Goes to", _channels(desk, draft.targets)),
        ("When", phrase_when(draft.when, desk.stand.preferences.zone)),
    ]
    if draft.roles:
        told.append(("Mentions", listed([await phrase_role(desk, role) for role in draft.roles])))
    told += [(channel_words(desk, post.target), _post(post)) for post in standing.posts]
    return tuple(told)


async def phrase_role(desk: Desk, role: str) -> str:
    """A role by its name, with how many people a mention of it reaches, where that is known."""
    channel = desk.stand.newsroom.channels.get(desk.draft.platform)
    if channel is None:
        return f"role {role}"
    name = await channel.role_name(desk.draft.community, role) or role
    people = await channel.head_count(desk.draft.community, role)
    return f"role {name}" if people is None else f"role {name} ({people:,} people)"


def channel_words(desk: Desk, target: Target) -> str:
    """A channel by the name that moderators have for it, and its platform where that is another."""
    name = target.name or f"channel {target.to.channel}"
    is_near = target.to.platform == desk.draft.platform
    return name if is_near else f"{name} on {target.to.platform.capitalize()}"


def target_words(target: Target) -> str:
    """A channel as a key names it."""
    return f"{target.to.platform} {target.to.community} {target.to.channel}"


def _state(draft: Draft, standing: Standing) -> str:
    by = f", begun by {draft.drafted_by.name}" if draft.drafted_by else ""
    approved = f", approved by {draft.approved_by.name}" if draft.approved_by else ""
    changed = ", changed since it was posted" if standing.is_changed else ""
    return f"{STATES[draft.state]}, version {draft.version}{by}{approved}{changed}"


def _channels(desk: Desk, targets: tuple[Target, ...]) -> str:
    told = [
        f"{channel_words(desk, target)} (results {in_words('spoilers', target.spoilers)})"
        for target in targets
    ]
    return listed(told) or "no channel yet"


def _post(post: PostState) -> str:
    return f"{_POSTS[post.state]}: {post.why}" if post.why else _POSTS[post.state]

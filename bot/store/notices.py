"""Jobs by which moderators are told something in their own channel, once for each matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.store.jobs import Task

if TYPE_CHECKING:
    from bot.recap.copies import Copy
    from bot.recap.correcting import Proposal
    from bot.recap.draft import Draft
    from bot.recap.noticing import About

_DONE = {
    "post": "posted in",
    "replace": "edited in",
    "remove": "taken back in",
    "publish": "handed on from",
}


def notice_kind(platform: str) -> str:
    """The kind of the jobs that a platform's own processes do."""
    return f"notice {platform}"


def correction_proposed(proposal: Proposal) -> Task:
    draft, lines = proposal.draft, len(proposal.corrections)
    return _notice("correction", f"{draft.id} {proposal.digest}", draft, lines=lines)


def approval_asked(draft: Draft) -> Task:
    return _notice("approval", f"{draft.id} {draft.version}", draft, version=draft.version)


def draft_begun(draft: Draft) -> Task:
    return _notice("begun", draft.id, draft)


def post_failed(copy: Copy, errand: str, why: str) -> Task:
    """Once for each errand: when a moderator has it tried again, he is told again."""
    to = copy.target.to
    name = copy.target.name or f"channel {to.channel}"
    far = "" if to.platform == copy.draft.platform else f" on {to.platform.capitalize()}"
    done = f"{_DONE[copy.lacking or 'post']} {name}{far}"
    return _notice("failed", errand, copy.draft, done=done, why=why)


def _notice(about: About, of: str, draft: Draft, **more: Any) -> Task:  # noqa: ANN401 - JSON
    return Task(
        notice_kind(draft.platform),
        f"{about} {of}",
        {"about": about, "recap": draft.id, **more},
        platform=draft.platform,
        community=draft.community,
    )

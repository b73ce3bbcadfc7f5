"""How a draft stands: posted or not, approved or not, changed since; and so what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.recap.comparing import differences
from bot.recap.draft import AT_ONCE, OFFICIAL
from bot.recap.drafts import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk.desk import Desk
    from bot.recap.draft import Draft, PostState, Signature
    from bot.recap.drafts import Did, Done
    from bot.reply import Button

ONLY_NOTED: frozenset[Did] = frozenset(
    {"set aside", "template", "tried again", "lent", "lent no more", "proposed", "left"}
)
"""These make no new version."""

_WRITES: tuple[Did, ...] = ("drafted", "edited")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the buttons under a draft depend on."""

    posts: tuple[PostState, ...]
    needs_approval: bool  # of a second moderator, and has none yet
    writer: Signature | None  # of the latest words
    out: Draft | None  # as it went out last
    is_changed: bool  # since then

    def may_approve(self, who: Signature) -> bool:
        """Nobody approves his own words; who began it may have left all of them to another."""
        writer = self.writer
        return writer is None or (writer.platform, writer.key) != (who.platform, who.key)

    @property
    def failed(self) -> bool:
        return any(post.state == "failed" for post in self.posts)


async def read_standing(desk: Desk) -> Standing:
    draft, stand = desk.draft, desk.stand
    history = await stand.newsroom.drafts.history(draft.id)
    template = await stand.newsroom.drafts.template(draft.platform, draft.community)
    posts = await stand.newsroom.postings.states(draft) if stand.newsroom.postings else ()
    last = next((done for done in reversed(history) if done.did in TOLD), None)
    is_out = last is not None and draft.state in ("posted", "scheduled")
    return Standing(
        posts,
        template.approval and draft.approved_by is None,
        next((done.who for done in reversed(history) if done.did in _WRITES), None),
        last.draft if last and is_out else None,
        bool(last and is_out and _is_changed(last.draft, draft)),
    )


def since(history: tuple[Done, ...], version: int) -> tuple[Done, ...]:
    """What was done to the draft after a version of it."""
    return tuple(
        done for done in history if done.draft.version > version and done.did not in ONLY_NOTED
    )


def buttons_for(desk: Desk, standing: Standing) -> tuple[Button, ...]:
    return tuple(desk.button(label, step) for label, step in _steps(desk, standing))


def _steps(desk: Desk, standing: Standing) -> Iterator[tuple[str, str]]:
    draft = desk.draft
    if draft.state == "scheduled":
        yield from _while_it_waits(draft)
    else:
        if not draft.targets:
            yield "Use this channel", "here"
        if standing.needs_approval:
            yield from _approval(desk, standing)
        elif draft.state != "posted":
            yield _LABELS.get(draft.when, "Post at that time"), "post"
        elif standing.is_changed:
            yield "Post the changes", "post"
        yield "Intro and signature", "intro"
        yield "Where and when", "where"
    if standing.failed:
        yield "Try again", "again"
    if draft.state == "posted" and not draft.official:
        yield "Mark official", "official"
    if draft.state == "posted":
        yield "Undo", "undo"
    yield "More", "more"


_LABELS = {AT_ONCE: "Post now", OFFICIAL: "Post when official"}


def _while_it_waits(draft: Draft) -> Iterator[tuple[str, str]]:
    yield "Hold it back", "hold"
    if not draft.official:
        yield "Mark official", "official"


def _approval(desk: Desk, standing: Standing) -> Iterator[tuple[str, str]]:
    if standing.may_approve(desk.who):
        yield "Approve", "approve"
    elif desk.draft.state == "draft":
        yield "Ask for approval", "ask"


def _is_changed(out: Draft, now: Draft) -> bool:
    """Other words, or another channel; when it goes out matters no more."""
    return bool(differences(replace(out, when=now.when, roles=now.roles), now))

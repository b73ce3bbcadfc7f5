"""Drafts as JSON writes them, and read back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.channel import Destination
from bot.recap.draft import Draft, Signature, Target
from bot.recap.recap import Edits

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]


def write_draft(draft: Draft) -> Json:
    return asdict(draft)


def read_draft(told: Mapping[str, Any]) -> Draft:
    edits = told["edits"]
    return Draft(
        **{name: told[name] for name in ("id", "platform", "community", "race", "version")},
        state=told["state"],
        edits=Edits(
            tuple(edits["off"]),
            tuple(edits["order"]),
            tuple((key, text) for key, text in edits["texts"]),
            edits["intro"],
            edits["signed_by"],
        ),
        favourites=tuple(told.get("favourites", ())),
        targets=tuple(map(read_target, told["targets"])),
        roles=tuple(told["roles"]),
        when=told["when"],
        drafted_by=read_signature(told["drafted_by"]),
        approved_by=read_signature(told["approved_by"]),
        anyway=told["anyway"],
        official=told["official"],
    )


def read_target(told: Mapping[str, Any]) -> Target:
    return Target(Destination(**told["to"]), told["name"], told["spoilers"])


def read_signature(told: Mapping[str, str] | None) -> Signature | None:
    return Signature(**told) if told else None

"""The first version of a recap's draft: as the community's template has it, whoever begins it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.recap.draft import Draft, Signature
from bot.recap.draft_key import draft_id, race_key
from bot.recap.recap import Edits

if TYPE_CHECKING:
    from bot.recap.drafts import Template
    from knowledge.races import Race

INSPECTED_AFTER = 7
"""Days; the result of an older race is official."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Who begins a draft, for which community, with its favourite drivers, on which day."""

    who: Signature
    community: str
    favourites: tuple[str, ...]
    on: date


def spotter(platform: str) -> Signature:
    """Who begins what nobody asked for; it has no key, as no person is meant."""
    return Signature(platform, "", "Spotter")


def begun(race: Race, template: Template, by: Begun) -> Draft:
    key, platform = race_key(race), by.who.platform
    signed_by = by.who.name if template.signed and by.who.key else ""
    return Draft(
        draft_id(platform, by.community, key),
        platform,
        by.community,
        key,
        edits=Edits(template.off, template.order, intro=template.intro, signed_by=signed_by),
        favourites=by.favourites,
        targets=template.targets,
        roles=template.roles,
        when=template.when,
        drafted_by=by.who,
        official=(by.on - date.fromisoformat(race.date)).days > INSPECTED_AFTER,
    )

"""What a draft is found by: one for each race and community."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.races import Race


def draft_id(platform: str, community: str, race: str) -> str:
    """The same for the same race and community, so that two who begin at once begin one draft."""
    told = f"{platform}\n{community}\n{race}".encode()
    return base64.urlsafe_b64encode(hashlib.sha256(told).digest()[:9]).decode()


def race_key(race: Race) -> str:
    """A race by what RecordBook.races finds it by: "2025 cup race 14"."""
    return f"{race.season} {race.series} race {race.round}"

"""Venues: which layout a source's track name means, and what is known of each layout."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.corrections import read_track_rules
from knowledge.sources.source_file import SourceRefused, read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.correction_rows import TrackRule
    from knowledge.sources.records import Race


@dataclass(frozen=True, slots=True)
class Venue:
    """One layout, as written by hand; `configuration` names its row in the track facts."""

    id: str
    name: str
    site: str
    shape: str
    drafting: int
    surface: str
    place: str
    configuration: str


class Venues:
    """The venues by id; `of` finds the one a race was held at."""

    def __init__(self, folder: Path) -> None:
        self.by_id = {venue.id: venue for venue in _read_venues(folder)}
        self._rules: dict[str, list[TrackRule]] = defaultdict(list)
        for rule in read_track_rules(folder):
            self._rules[rule.track].append(rule)
        self.used: Counter[str] = Counter()

    @property
    def rows(self) -> list[str]:
        return [rule.at for rules in self._rules.values() for rule in rules]

    def of(self, race: Race) -> str:
        """Return the id of the first rule that fits; a track without a rule is refused."""
        for rule in self._rules.get(race.track, ()):
            if rule.reach.covers(race.key) and rule.venue in self.by_id:
                self.used[rule.at] += 1
                return rule.venue
        why = f"{race.track!r} of {race.key} has no venue in tracks.csv"
        raise SourceRefused(race.file, race.row, "Track", why)


def _read_venues(folder: Path) -> list[Venue]:
    columns = ("id", "name", "site", "shape", "drafting", "surface", "place", "configuration")
    return [
        Venue(
            id=row.text("id"),
            name=row.text("name"),
            site=row.text("site"),
            shape=row.text("shape"),
            drafting=row.required_integer("drafting"),
            surface=row.text("surface"),
            place=row.text("place"),
            configuration=row.text("configuration"),
        )
        for row in read_rows(folder / "venues.csv", columns)
    ]

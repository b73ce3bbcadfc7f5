"""Who is who: each driver's id, and the names under which the sources know the driver."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from knowledge.sources.correction_rows import spans
from knowledge.sources.corrections import read_namings

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.correction_rows import Naming
    from knowledge.sources.records import RaceKey

_LATER = frozenset({"alias", "distinct"})


def slug(name: str) -> str:
    """Turn a name into an id: "Dale Earnhardt Jr." becomes dale-earnhardt-jr."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[.']", "", letters).lower()).strip("-")


def folded(name: str) -> str:
    """Return a name as names are compared: no accents, dots, commas or capitals."""
    return slug(name).replace("-", " ")


class Identities:
    """People by id; `person` names the driver of a row, `find` reads another source's name."""

    def __init__(self, folder: Path) -> None:
        self._namings: dict[str, list[Naming]] = defaultdict(list)
        for naming in read_namings(folder):
            self._namings[naming.name].append(naming)
        self.used: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.spellings: set[tuple[str, str]] = set()
        self._seasons: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)

    @property
    def rows(self) -> list[str]:
        return [naming.at for namings in self._namings.values() for naming in namings]

    def person(self, name: str, key: RaceKey) -> str:
        """Return the id of a name in the results, and remember that this person raced there."""
        naming = self._naming(name, key.season)
        person = naming.person if naming else slug(name)
        display = naming.display if naming else name
        if display:
            self.names[person] = display
        else:
            self.names.setdefault(person, name)
        self._seasons[person].add((key.series, key.season))
        self.add_spelling(name, person)
        return person

    def add_spelling(self, name: str, person: str) -> None:
        if name:
            self.spellings.add((name, person))
            self._by_name[folded(name)].add(person)

    def add_aliases(self) -> None:
        """Add the names that only other sources use; call it when all results are known."""
        for person, name in self.names.items():
            self.add_spelling(name, person)
        for naming in self._all("alias"):
            if naming.person in self.names:
                self.used[naming.at] += 1
                self.add_spelling(naming.name, naming.person)

    def find(self, name: str, series: str, season: int) -> str | None:
        """Return the one person of this name who raced in that season, or nobody."""
        named = self._by_name.get(folded(name), set())
        raced = [person for person in named if (series, season) in self._seasons[person]]
        return raced[0] if len(raced) == 1 else None

    def find_anywhere(self, name: str) -> str | None:
        """Return the one person of this name, whenever that person raced, or nobody."""
        named = self._by_name.get(folded(name), set())
        return next(iter(named)) if len(named) == 1 else None

    def raced(self, person: str) -> tuple[int, int]:
        """Return the first and the last season of a person."""
        seasons = [season for _, season in self._seasons[person]]
        return min(seasons), max(seasons)

    def made_one(self) -> list[str]:
        """Name the people whom the corrections keep apart and who became one all the same."""
        broken = []
        for naming in self._all("distinct"):
            rule = self._naming(naming.name, season=0)
            person = rule.person if rule else slug(naming.name)
            self.used[naming.at] += 1
            if naming.person == person:
                broken.append(f"{naming.name} became {person} ({naming.at})")
        return broken

    def _all(self, action: str) -> list[Naming]:
        rows = (naming for namings in self._namings.values() for naming in namings)
        return [naming for naming in rows if naming.action == action]

    def _naming(self, name: str, season: int) -> Naming | None:
        for naming in self._namings.get(name, ()):
            if naming.action not in _LATER and spans(naming.seasons, season):
                self.used[naming.at] += 1
                return naming
        return None

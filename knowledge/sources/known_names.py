"""Who and what a fresh race's names mean: by the feed's ids, then by the names of the book."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from knowledge.sources.identities import folded, slug
from knowledge.sources.raw_answer import AnswerRefused

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from knowledge.sources.source import FinishedCar, FinishedRace

_LONG_AGO = 12
"""Seasons after which somebody of the same name is more likely somebody else."""

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class NewDriver:
    """Somebody whom the book did not know: a first start."""

    id: str
    name: str
    nascar_id: int


class KnownNames:
    """What the book of the embedded records knows, and who was met since."""

    def __init__(self, book: sqlite3.Connection, tracks: Mapping[int, str]) -> None:
        self._by_id: dict[int, str] = {}
        self._ids: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self.new: dict[str, NewDriver] = {}
        self.spellings: set[tuple[str, str]] = set()
        people = "select id, name, nascar_id, coalesce(last_season, 9999) from person"
        for person, name, nascar_id, last in book.execute(people):
            self._know(person, name, nascar_id, last)
        for name, person in book.execute(
            "select name, person from person_name where kind <> 'nickname'"
        ):
            self._name(person, name)
        held = dict(book.execute("select track, venue from feed_track").fetchall())
        self._tracks: dict[int, str] = held | dict(tracks)
        self._venues: dict[str, set[str]] = defaultdict(set)
        for name, venue in book.execute("select name, venue from venue_name"):
            self._venues[folded(name)].add(venue)
        self._feed_teams: dict[str, str] = dict(
            book.execute("select name, team from feed_team").fetchall()
        )
        self._teams = _spellings(book, "team")
        self._makes = _spellings(book, "make")

    def meet(self, driver: NewDriver, season: int) -> None:
        """Know somebody from now on who came with a fresh race."""
        self.new[driver.id] = driver
        self._know(driver.id, driver.name, driver.nascar_id, season)

    def forget(self, drivers: Iterable[str]) -> None:
        """Take back whom a race brought that was refused after all."""
        for person in drivers:
            new = self.new.pop(person)
            del self._by_id[new.nascar_id], self._ids[person], self._last[person]
            for name in self._names.pop(person):
                self._bearers[folded(name)].discard(person)

    def driver(self, race: FinishedRace, car: FinishedCar) -> str:
        """Say whose start it was; nobody is taken for somebody else on a guess."""
        person = self._by_id.get(car.driver_id or 0)
        if person is None:
            return self._by_name(race, car)
        if car.driver not in self._names[person]:
            shared = set(folded(car.driver).split()) - _GENERATIONS
            known = {word for name in self._names[person] for word in folded(name).split()}
            if not shared & known:
                told = min(self._names[person])
                _refuse(race, f"driver {car.driver_id} is {told}, there {car.driver}")
            self._name(person, car.driver)
            self.spellings.add((car.driver, person))
        return person

    def find(self, driver_id: int, name: str) -> str | None:
        """Say whom an id means whose name agrees with it, or a name that one driver bears."""
        person = self._by_id.get(driver_id)
        if person is None:
            bearers = self._bearers.get(folded(name), set())
            free = [who for who in bearers if not (driver_id and who in self._ids)]
            return free[0] if len(bearers) == len(free) == 1 else None
        known = {word for told in self._names[person] for word in folded(told).split()}
        return person if known & (set(folded(name).split()) - _GENERATIONS) else None

    def _by_name(self, race: FinishedRace, car: FinishedCar) -> str:
        bearers = self._bearers.get(folded(car.driver), set())
        near = [who for who in bearers if race.key.season - self._last[who] <= _LONG_AGO]
        if len(bearers) == 1 and near and not (car.driver_id and near[0] in self._ids):
            return near[0]
        if bearers:
            told = f"{car.driver} (id {car.driver_id or 'not given'}) may be {listed(bearers)}"
            _refuse(race, f"{told}, or somebody new")
        return self._somebody_new(race, car)

    def _somebody_new(self, race: FinishedRace, car: FinishedCar) -> str:
        person = slug(car.driver)
        if not car.driver_id or " " not in car.driver or person in self._last:
            _refuse(race, f"nobody knows {car.driver!r} (id {car.driver_id or 'not given'})")
        self.meet(NewDriver(person, car.driver, car.driver_id), race.key.season)
        return person

    def venue(self, race: FinishedRace) -> str:
        """Say which layout the race was run on; a track that nobody knows is refused."""
        if race.track_id is not None and race.track_id in self._tracks:
            return self._tracks[race.track_id]
        named = self._venues.get(folded(race.track), set())
        if race.track_id is None and len(named) == 1:
            return min(named)
        number = f" (id {race.track_id})" if race.track_id else ""
        return _refuse(race, f"the track {race.track!r}{number} is in no row of feed_tracks.csv")

    def track(self, track_id: int | None) -> str:
        return self._tracks.get(track_id or 0) or ""

    def team(self, name: str) -> str:
        team = self._feed_teams.get(name, name)
        return self._teams.get(_bare(team), team)

    def make(self, name: str) -> str:
        return self._makes.get(_bare(name), name)

    def _know(self, person: str, name: str, nascar_id: int | None, last: int) -> None:
        self._last[person] = last
        self._name(person, name)
        if nascar_id:
            self._by_id[nascar_id] = person
            self._ids[person] = nascar_id

    def _name(self, person: str, name: str) -> None:
        self._names[person].add(name)
        self._bearers[folded(name)].add(person)


def listed(people: set[str]) -> str:
    return " or ".join(sorted(people))


def _spellings(book: sqlite3.Connection, column: str) -> dict[str, str]:
    """Tell how a team or make was spelt last, by its letters alone."""
    rows = book.execute(
        f"select {column} from {column}_season_total where {column} <> ''"
        f" group by {column} order by max(season), {column}"
    )
    return {_bare(name): name for (name,) in rows}


def _bare(name: str) -> str:
    return folded(name).replace(" ", "")


def _refuse(race: FinishedRace, why: str) -> NoReturn:
    about = race.facts.get("nascar_id") or race.key
    raise AnswerRefused(f"{race.file}, race {about}: {why}")

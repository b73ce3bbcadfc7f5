"""One source's races held against the book and against what was taken in before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.changes import Changes, corrections, merged
from knowledge.sources.fresh_race import fresh_race
from knowledge.sources.known_names import KnownNames
from knowledge.sources.raw_answer import AnswerRefused
from knowledge.sources.records import RaceKey
from knowledge.sources.source import Refused
from knowledge.sources.standings_so_far import standings_so_far

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from knowledge.sources.changes import Correction
    from knowledge.sources.fresh_race import FreshRace
    from knowledge.sources.fresh_tables import FreshTables
    from knowledge.sources.source import FinishedRace, Source
    from knowledge.sources.table_writing import Row


class Taking:
    """Collects what comes in, what that corrects, and what is not believed."""

    def __init__(self, book: sqlite3.Connection, fresh: FreshTables, noted: date) -> None:
        self._book = book
        self._fresh = fresh
        self._noted = noted.isoformat()
        self._names = KnownNames(book, fresh.tracks)
        for driver in fresh.drivers():
            self._names.meet(driver, noted.year)
        self._names.new.clear()
        self._held: dict[object, FreshRace] = {
            race.nascar_id: race for race in fresh.races.values() if race.nascar_id
        }
        self._embedded = _embedded(book)
        self._added: list[RaceKey] = []
        self._corrected: list[Correction] = []
        self._completed: list[RaceKey] = []
        self._refused: list[str] = []
        self._ranked: list[RaceKey] = []
        self.planned_anew = False

    def all_of(self, source: Source) -> Changes:
        for finished in source.races():
            if isinstance(finished, Refused):
                self._refused.append(finished.line)
            elif not {finished.facts.get("nascar_id"), finished.key} & self._embedded:
                self._take(finished)
        self._plan(source)
        self._rank(source)
        if self._added or self._corrected or self._completed:
            self._fresh.sources[str(source.origin["id"])] = source.origin
        return Changes(
            tuple(self._added),
            tuple(self._corrected),
            tuple(self._completed),
            tuple(self._names.new.values()),
            tuple(self._refused),
            self._called(),
            tuple(self._ranked),
        )

    def _take(self, finished: FinishedRace) -> None:
        if finished.date > self._noted:
            self._refused.append(f"{finished.file}, {finished.key}: {finished.date} is to come")
            return
        met = set(self._names.new)
        try:
            race = fresh_race(finished, self._names, self._lap_there)
        except AnswerRefused as refused:
            self._refused.append(str(refused))
            self._names.forget(set(self._names.new) - met)
            return
        self._put(race)

    def _put(self, race: FreshRace) -> None:
        fresh = self._fresh
        old = self._held.get(race.nascar_id) or fresh.races.get(race.key)
        for driver in self._names.new.values():
            fresh.meet(driver)
        if old and old.nascar_id and not race.nascar_id:
            return  # the feed is nearer to it; two sources would correct each other for ever
        if old is None:
            self._added.append(race.key)
        else:
            race = merged(old, race)
            if old.key in fresh.races and old.key != race.key:
                del fresh.races[old.key]
            found = list(corrections(old, race))
            self._corrected += found
            for correction in found:
                fresh.note(correction, self._noted)
            if not found and old != race:
                self._completed.append(race.key)
        fresh.races[race.key] = race
        fresh.spellings |= self._names.spellings

    def _called(self) -> dict[object, str]:
        """Names for people, of the races and drivers that changed."""
        keys = (*self._added, *self._completed, *(each.race for each in self._corrected))
        called: dict[object, str] = {key: str(self._fresh.races[key].race["name"]) for key in keys}
        people = dict(self._book.execute("select id, name from person").fetchall())
        met = {driver.id: driver.name for driver in self._fresh.drivers()}
        drivers = {each.driver for each in self._corrected if each.driver}
        return called | {who: str(met.get(who) or people.get(who, who)) for who in drivers}

    def _lap_there(self, venue: str) -> tuple[float | None, str]:
        """Tell a layout's lap in miles and its surface, by the last race there."""
        row = self._book.execute(
            """
            select coalesce(race.lap_miles, venue.length_miles),
                coalesce(race.surface, iif(shape = 'oval', 'paved', 'road'))
            from venue left join race on race.venue = venue.id
            where venue.id = :venue order by race.id desc limit 1
            """,
            {"venue": venue},
        ).fetchone()
        if row:
            return row[0], str(row[1])
        new = self._fresh.venues.get(venue, {})
        road = new.get("shape") in ("road", "street")
        miles = new.get("length_miles")
        surface = "road" if road else str(new.get("surface") or "paved")
        return (float(miles) if miles else None), surface

    def _plan(self, source: Source) -> None:
        """Keep the races that the seasons running here are to have, run and to come."""
        running = {key.season for key in self._fresh.races}
        planned: dict[int, Row] = {
            race.nascar_id: {
                "series": race.series,
                "season": race.season,
                "nascar_id": race.nascar_id,
                "name": race.name,
                "date": race.day.isoformat() if race.day else None,
                "venue": self._names.track(race.track_id) or None,
                "playoff_round": race.playoff_round,
                "round": race.round,
            }
            for race in source.calendar()
            if race.season in running
        }
        if planned and planned != self._fresh.planned:
            self._fresh.planned = planned
            self.planned_anew = True

    def _rank(self, source: Source) -> None:
        """Keep the standings of the seasons that are running here, where they are believed."""
        fresh = self._fresh
        for told in source.standings():
            if isinstance(told, Refused):
                self._refused.append(told.line)
                continue
            season = told.series, told.season
            races = [race for key, race in fresh.races.items() if key[:2] == season]
            if not races:
                continue
            try:
                rows, strangers = standings_so_far(told, races, self._names)
            except AnswerRefused as refused:
                self._refused.append(str(refused))
                continue
            self._refused += strangers
            if rows and rows != fresh.points.get(season):
                fresh.points[season] = rows
                self._ranked.append(RaceKey(*season, int(rows[0]["after"] or 0)))


def _embedded(book: sqlite3.Connection) -> set[object]:
    """The embedded races by key, and by their ids in NASCAR's feed."""
    rows = book.execute("select series, season, round, nascar_id from race").fetchall()
    keys: Iterable[object] = (RaceKey(*key) for *key, _ in rows)
    return {*keys, *(number for *_, number in rows if number)}

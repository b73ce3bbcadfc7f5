"""Takes fresh races in: from a source into tables beside the book, and into a new book."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.book.building import extend
from knowledge.book.one_builder import one_builder
from knowledge.book.opening import (
    DATA,
    FILE,
    FRESH,
    FRESH_BEFORE,
    book_home,
    embedded_book,
    mend_fresh,
    read_only,
)
from knowledge.sources.changes import Changes, corrections, merged
from knowledge.sources.fresh_race import fresh_race
from knowledge.sources.fresh_tables import read_fresh_tables, write_fresh_tables
from knowledge.sources.known_names import KnownNames
from knowledge.sources.raw_answer import AnswerRefused
from knowledge.sources.records import RaceKey
from knowledge.sources.source import Refused

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from knowledge.sources.changes import Correction
    from knowledge.sources.fresh_race import FreshRace
    from knowledge.sources.fresh_tables import FreshTables
    from knowledge.sources.source import FinishedRace, Source


def take_in(source: Source, noted: date, home: Path | None = None, data: Path = DATA) -> Changes:
    """Put a source's finished races into the book in `home`, and say what that changed.

    A race that is refused leaves the book as it was, and the other races come in all the same.
    """
    target = (home or book_home()) / FILE
    with one_builder(target):
        mend_fresh(target)
        embedded = embedded_book(target, data)
        folder = target.parent / FRESH
        with closing(read_only(embedded)) as book:
            fresh = read_fresh_tables(folder)
            taking = Taking(book, fresh, noted)
            changes = taking.all_of(source)
        if changes.any or taking.planned_anew:
            _replace(fresh, folder, embedded, data)
    return changes


class Taking:
    """One source's races held against the book and against what was taken in before."""

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
        self.planned_anew = False

    def all_of(self, source: Source) -> Changes:
        for finished in source.races():
            if isinstance(finished, Refused):
                self._refused.append(finished.line)
            elif not {finished.facts.get("nascar_id"), finished.key} & self._embedded:
                self._take(finished)
        self._plan(source)
        if self._added or self._corrected or self._completed:
            self._fresh.sources[str(source.origin["id"])] = source.origin
        return Changes(
            tuple(self._added),
            tuple(self._corrected),
            tuple(self._completed),
            tuple(self._names.new.values()),
            tuple(self._refused),
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
        """Keep how many races the seasons have that are running here, and where."""
        running = {(key.series, key.season) for key in self._fresh.races}
        planned = Counter(
            (race.series, race.season, self._names.track(race.track_id))
            for race in source.calendar()
            if (race.series, race.season) in running
        )
        if planned and planned != self._fresh.calendar:
            self._fresh.calendar = planned
            self.planned_anew = True


def _embedded(book: sqlite3.Connection) -> set[object]:
    """The embedded races by key, and by their ids in NASCAR's feed."""
    rows = book.execute("select series, season, round, nascar_id from race").fetchall()
    keys: Iterable[object] = (RaceKey(*key) for *key, _ in rows)
    return {*keys, *(number for *_, number in rows if number)}


def _replace(fresh: FreshTables, folder: Path, embedded: Path, data: Path) -> None:
    """Write the tables, make the book from them and, once both are there, let them stand."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{FRESH}-") as name:
        new, old = Path(name, "new"), folder.with_name(FRESH_BEFORE)
        if folder.is_dir():
            shutil.copytree(folder, new)
        else:
            new.mkdir()
        write_fresh_tables(new, fresh)
        extend(embedded, data, new, folder.with_name(FILE))
        if folder.is_dir():
            folder.replace(old)
        new.replace(folder)
        shutil.rmtree(old, ignore_errors=True)

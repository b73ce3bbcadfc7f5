"""The compile: reads the sources, corrects them and writes the project's own tables."""

from __future__ import annotations

import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.book import tables
from knowledge.book.tables import SERIES
from knowledge.sources import (
    birth_dates,
    champions,
    feed_names,
    nascar_feed,
    people_tables,
    race_facts,
    race_tables,
    racing_reference,
    result_tables,
    season_tables,
    stages,
    standings,
    track_facts,
)
from knowledge.sources.corrections import read_marks
from knowledge.sources.cross_check import CrossCheck, by_our_rounds, report_ids
from knowledge.sources.feed_check import report_feed
from knowledge.sources.gathering import gather
from knowledge.sources.matching import add_feed_spellings, count_votes, feed_ids, settle_votes
from knowledge.sources.people_tables import OtherIds
from knowledge.sources.report import CompileReport
from knowledge.sources.table_writing import write_table
from knowledge.sources.tallying import report_corrections, report_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.book.tables import DataTable
    from knowledge.sources.gathering import Gathered
    from knowledge.sources.records import RaceKey
    from knowledge.sources.report import Section
    from knowledge.sources.table_writing import Row

CORRECTIONS = Path(__file__).parents[1] / "data" / "corrections"
REPORT = "REPORT.txt"


def compile_tables(source: Path, target: Path, corrections: Path = CORRECTIONS) -> CompileReport:
    """Write all tables into `target`; a source that is refused leaves them as they were."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".compiling-") as name:
        new, old = Path(name, "new"), Path(name, "old")
        new.mkdir()
        old.mkdir()
        report = Compile(source, new, corrections).run()
        (new / REPORT).write_text(report.text, encoding="utf-8")
        _swap(new, target, old)
    return report


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put what is new in place; files that a compile does not write stay as they are."""
    for path in sorted(new.iterdir()):
        current = target / path.name
        if current.is_dir():
            current.replace(old / path.name)
        path.replace(current)


class Compile:
    """One run over one folder of sources."""

    def __init__(self, source: Path, folder: Path, corrections: Path) -> None:
        self._source = source
        self._folder = folder
        self._corrections = corrections
        self._rows: dict[str, int] = {}
        self._sections: list[Section] = []

    def run(self) -> CompileReport:
        gathered = gather(self._source, self._corrections)
        self._cars(gathered)
        self._races(gathered)
        self._people(gathered)
        self._seasons(gathered)
        first = (report_rows(gathered), *report_corrections(gathered))
        return CompileReport(dict(sorted(self._rows.items())), (*first, *self._sections))

    def _write(self, table: DataTable, rows: Iterable[Row]) -> None:
        self._rows[table.name] = write_table(self._folder, table, rows)

    def _cars(self, gathered: Gathered) -> None:
        held = stages.result_stages(gathered)
        feed = stages.feed_stages(gathered, nascar_feed.read_stage_places(self._source))
        self._sections.append(stages.report_stages(gathered, held, feed))
        both = feed | held
        self._write(tables.RESULTS, result_tables.result_rows(gathered, both))
        self._write(tables.STAGE_WINNERS, result_tables.stage_winner_rows(both))
        results = nascar_feed.read_feed_results(self._source)
        rows = result_tables.disqualification_rows(gathered, results, self._corrections)
        self._write(tables.DISQUALIFICATIONS, rows)
        self._sections.append(result_tables.report_disqualifications(gathered, rows))
        again = nascar_feed.read_feed_results(self._source)
        self._write(tables.FEED_TEAMS, feed_names.team_rows(gathered, again))

    def _races(self, gathered: Gathered) -> None:
        self._write(tables.RACES, race_tables.race_rows(gathered))
        known = track_facts.read_configurations(self._source)
        latest = race_tables.latest_races(gathered)
        self._write(tables.VENUES, race_tables.venue_rows(gathered, latest, known))
        tracks = nascar_feed.read_feed_tracks(self._source)
        self._write(tables.FEED_TRACKS, feed_names.track_rows(gathered, tracks))
        places = track_facts.read_places(self._source)
        self._sections += [
            race_tables.report_venues(gathered, latest, known, places),
            race_tables.report_dates(gathered, race_facts.read_other_dates(self._source)),
        ]

    def _people(self, gathered: Gathered) -> None:
        ids = OtherIds(
            feed_ids(gathered, nascar_feed.read_feed_drivers(self._source)),
            self._racing_reference(gathered),
        )
        add_feed_spellings(gathered, nascar_feed.read_feed_results(self._source))
        births = gathered.correcting.births(birth_dates.read_births(self._source))
        again = nascar_feed.read_feed_results(self._source)
        self._sections.append(report_feed(gathered, again))
        found = people_tables.match_births(gathered.people, births, ids)
        rows = people_tables.people_rows(gathered.people, found, ids)
        self._write(tables.PEOPLE, rows)
        self._write(tables.PERSON_NAMES, people_tables.name_rows(gathered.people))
        self._sections.append(people_tables.report_people(gathered, rows))

    def _racing_reference(self, gathered: Gathered) -> dict[str, str]:
        """Compare with the other copy, and return each person's id there."""
        read = [racing_reference.read_other_results(self._source, series) for series in SERIES]
        others = by_our_rounds(gathered, chain(*read))
        names = {other.driver_id: other.driver for other in chain(*read)}
        votes = count_votes(gathered, others)
        ids = settle_votes(votes)
        for person, driver_id in ids.items():
            gathered.people.add_spelling(names[driver_id], person)
        owners = {driver_id: person for person, driver_id in ids.items()}
        accepted = read_marks(self._corrections, "accepted.csv", "finish")
        schedule: dict[RaceKey, str] = {}
        for series in SERIES:
            schedule |= racing_reference.read_winners(self._source, series)
        checked = CrossCheck(gathered, others, owners, accepted)
        self._sections += [*checked.report(schedule), report_ids(votes, owners, names)]
        return ids

    def _seasons(self, gathered: Gathered) -> None:
        seasons = standings.read_standings(self._source)
        rows, section = season_tables.standing_rows(gathered, seasons, self._corrections)
        self._write(tables.STANDINGS, rows)
        champion_list = champions.read_champions(self._source)
        self._write(tables.CHAMPIONS, season_tables.champion_rows(gathered.people, champion_list))
        second = champions.read_second_list(self._source)
        report = season_tables.report_champions(gathered.people, champion_list, second, seasons)
        self._sections += [section, report]

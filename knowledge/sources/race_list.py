"""The feed's list of a season: its points races in order, which are over, who won them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge.book.tables import SERIES
from knowledge.sources.raw_answer import AnswerRefused, Part, only_object
from knowledge.sources.records import RaceKey

if TYPE_CHECKING:
    from knowledge.sources.raw_answer import RawAnswer

POINTS_RACE = 1
_POSTPONED = timedelta(days=7)
"""How much later a race may have been run; a later date is somebody's edit of the entry."""


@dataclass(frozen=True, slots=True)
class ListedRace:
    """One points race of the list; `round` counts those that are over, 0 is one to come."""

    nascar_id: int
    series: str
    season: int
    day: date
    track_id: int
    winner_id: int | None
    round: int = 0
    name: str = ""
    planned: date | None = None  # for one to come, where the list says so
    playoff_round: int | None = None

    @property
    def key(self) -> RaceKey:
        return RaceKey(self.series, self.season, self.round)


def read_race_list(raw: RawAnswer, season: int) -> list[ListedRace]:
    """Read the points races of all series; exhibitions are kept apart."""
    whole = only_object(raw)
    listed = [
        _listed(entry, series, season)
        for number, series in enumerate(SERIES, start=1)
        for entry in whole.parts(f"series_{number}")
        if entry.integer("race_type_id") == POINTS_RACE
    ]
    return _in_rounds(listed)


def _in_rounds(listed: list[ListedRace]) -> list[ListedRace]:
    listed.sort(key=lambda race: (race.series, race.day, race.nascar_id))
    rounds = Counter[str]()
    counted = []
    for race in listed:
        over = race.winner_id is not None
        rounds[race.series] += over
        counted.append(replace(race, round=rounds[race.series] if over else 0))
    return counted


def _listed(entry: Part, series: str, season: int) -> ListedRace:
    entry = Part(f"{entry.about}, race {entry.integer('race_id')}", entry.fields)
    if SERIES.index(series) + 1 != entry.integer("series_id"):
        entry.refuse("series_id", f"{entry.integer('series_id')} stands among the {series} races")
    if entry.integer("race_season") != season:
        entry.refuse("race_season", f"{entry.integer('race_season')} is not {season}")
    over = entry.fields.get("winner_driver_id") is not None
    return ListedRace(
        nascar_id=entry.integer("race_id"),
        series=series,
        season=season,
        day=day_of(entry) if over else date(season, 12, 31),
        track_id=entry.integer("track_id"),
        winner_id=entry.integer("winner_driver_id") or None if over else None,
        name=entry.text("race_name") if isinstance(entry.fields.get("race_name"), str) else "",
        planned=None if over else _planned(entry),
        playoff_round=_round_of_playoffs(entry),
    )


def _planned(entry: Part) -> date | None:
    """Tell the later day of the two that the list has; neither need be known yet."""
    days = []
    for name in ("date_scheduled", "race_date"):
        try:
            days.append(entry.day(name))
        except AnswerRefused:
            continue
    return max(days, default=None)


def _round_of_playoffs(entry: Part) -> int | None:
    told = entry.fields.get("playoff_round")
    return told if isinstance(told, int) else None


def day_of(race: Part) -> date:
    """Tell the day a race was run: a day of rain moves one of the two dates, or the other."""
    scheduled, raced = race.day("date_scheduled"), race.day("race_date")
    moved = raced - scheduled
    day = raced if timedelta(0) < moved <= _POSTPONED else scheduled
    season = race.integer("race_season")
    if day.year != season:
        race.refuse("date_scheduled", f"{day} is not in {season}")
    return day

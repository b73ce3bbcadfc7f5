"""The newest nascaR.data as a source: the seasons after the embedded ones, as the compile reads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.book.tables import SERIES
from knowledge.sources.correcting import Correcting
from knowledge.sources.results_parquet import read_results
from knowledge.sources.source import FinishedCar, FinishedRace, Refused
from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from knowledge.sources.records import Race, RaceKey, Result
    from knowledge.sources.source import Planned
    from knowledge.sources.table_writing import Row


class NewestParquet:
    """A folder with `nascaR.data/`; it has no dates, so `days` says when each race was run."""

    origin: Row = {  # noqa: RUF012 - a row is a dict
        "id": "nascardata-newest",
        "title": "nascaR.data by Kyle Grealis, a newer release",
        "url": "https://github.com/kyleGrealis/nascaR.data",
        "licence": "GPL-3.0-or-later",
        "covers": "races since the embedded records end",
        "backs": "results races people stage_winners",
    }

    def __init__(
        self, folder: Path, corrections: Path, days: Mapping[RaceKey, date], since: int
    ) -> None:
        self._folder = folder
        self._correcting = Correcting(corrections)
        self._days = days
        self._since = since

    def races(self) -> Iterator[FinishedRace | Refused]:
        for series in SERIES:
            try:
                file = read_results(self._folder, series)
            except SourceRefused as refused:
                yield Refused(str(refused))
                continue
            recent = [each for each in file.results if each.key.season >= self._since]
            cars: dict[RaceKey, list[Result]] = defaultdict(list)
            for result in self._correcting.results(recent, series):
                if result.key.season >= self._since:
                    cars[result.key].append(result)
            for key, race in sorted(self._correcting.races(file.races.values()).items()):
                if key in cars:
                    yield self._race(race, cars[key])

    def calendar(self) -> Iterator[Planned]:
        """None: it has only what was run."""
        yield from ()

    def _race(self, race: Race, results: list[Result]) -> FinishedRace | Refused:
        results = sorted(results, key=lambda each: each.finish or 0)
        places = [each.finish for each in results]
        if places != list(range(1, len(places) + 1)):
            return Refused(f"{race.file}, {race.key}: the places are not 1 to {len(places)}")
        if race.key not in self._days:
            return Refused(f"{race.file}, {race.key}: nobody says on which day it was run")
        cars = tuple(map(_car, results))
        return FinishedRace(
            file=race.file,
            key=race.key,
            date=self._days[race.key].isoformat(),
            name=race.name,
            track=race.track,
            track_id=None,
            lap_miles=race.lap_miles,
            facts={"laps": cars[0].laps},
            cars=cars,
            stage_winners=_stage_winners(cars),
        )


def _car(result: Result) -> FinishedCar:
    return FinishedCar(
        finish=result.finish or 0,
        start=result.start,
        car=result.car,
        driver=result.driver,
        driver_id=None,
        make=result.make,
        team=result.team,
        laps=result.laps,
        led=result.led,
        status=result.status,
        points=result.points,
        rating=result.rating,
        stage_1=result.stage_1,
        stage_2=result.stage_2,
    )


def _stage_winners(cars: tuple[FinishedCar, ...]) -> dict[int, str]:
    first = [(1, car.car) for car in cars if car.stage_1 == 1]
    return dict([*first, *((2, car.car) for car in cars if car.stage_2 == 1)])

"""The newest nascaR.data of the archive as a source, read and corrected as the compile does."""

from __future__ import annotations

from collections import Counter, defaultdict
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.book.tables import SERIES
from knowledge.sources.correcting import Correcting
from knowledge.sources.fetching.parquet_address import results
from knowledge.sources.results_parquet import read_parquet
from knowledge.sources.source import FinishedCar, FinishedRace, Refused
from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.records import Race, RaceKey, Result
    from knowledge.sources.results_parquet import ParquetResults
    from knowledge.sources.source import Planned, Ranking
    from knowledge.sources.table_writing import Row


class NewestParquet:
    """It has no dates: `days` says when each race was run, and a race without one is left out."""

    origin: Row = {  # noqa: RUF012 - a row is a dict
        "id": "nascardata-newest",
        "title": "nascaR.data by Kyle Grealis, a newer release",
        "url": "https://github.com/kyleGrealis/nascaR.data",
        "licence": "GPL-3.0-or-later",
        "covers": "races since the embedded records end",
        "backs": "results races people stage_winners",
    }

    def __init__(
        self, archive: Archive, corrections: Path, days: Mapping[RaceKey, date], since: int
    ) -> None:
        self._archive = archive
        self._correcting = Correcting(corrections)
        self._days = days
        self._since = since

    def races(self) -> Iterator[FinishedRace | Refused]:
        for series in SERIES:
            try:
                file = self._find(series)
            except SourceRefused as refused:
                yield Refused(str(refused))
                continue
            except ModuleNotFoundError as missing:
                why = f"it takes {missing.name} to read them: pip install 'spotter[fresh]'"
                yield Refused(f"nascaR.data's results are left in the archive, {why}")
                return
            if file:
                yield from self._of_series(series, file)

    def _of_series(self, series: str, file: ParquetResults) -> Iterator[FinishedRace | Refused]:
        recent = [each for each in file.results if each.key.season >= self._since]
        cars: dict[RaceKey, list[Result]] = defaultdict(list)
        for result in self._correcting.results(recent, series):
            if result.key.season >= self._since:
                cars[result.key].append(result)
        without_day = Counter[int]()
        for key, race in sorted(self._correcting.races(file.races.values()).items()):
            if key in cars and key in self._days:
                yield self._race(race, cars[key])
            elif key in cars:
                without_day[key.season] += 1
        for season, many in without_day.items():
            why = f"of {many} races of {season} nobody says on which day they were run"
            yield Refused(f"{series}.parquet: {why}")

    def _find(self, series: str) -> ParquetResults | None:
        latest = self._archive.find_latest(results(series))
        content = latest.find_content() if latest else None
        return read_parquet(BytesIO(content), f"{series}.parquet", series) if content else None

    def calendar(self) -> Iterator[Planned]:
        """None: it has only what was run."""
        yield from ()

    def standings(self) -> Iterator[Ranking | Refused]:
        """None: it has only what was run."""
        yield from ()

    def _race(self, race: Race, results: list[Result]) -> FinishedRace | Refused:
        results = sorted(results, key=lambda each: each.finish or 0)
        places = [each.finish for each in results]
        if places != list(range(1, len(places) + 1)):
            return Refused(f"{race.file}, {race.key}: the places are not 1 to {len(places)}")
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

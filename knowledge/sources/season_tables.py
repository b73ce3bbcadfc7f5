"""The tables of seasons: champions, and final standings where they are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.champions import FILE as CHAMPIONS_FILE
from knowledge.sources.corrections import read_standing_names
from knowledge.sources.report import Section
from knowledge.sources.source_file import SourceRefused
from knowledge.sources.standings import first_gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from knowledge.sources.champions import Champion
    from knowledge.sources.gathering import Gathered
    from knowledge.sources.identities import Identities
    from knowledge.sources.standings import Standing
    from knowledge.sources.table_writing import Row

    Seasons = Mapping[tuple[str, int], Sequence[Standing]]


def champion_rows(people: Identities, champions: Sequence[Champion]) -> list[Row]:
    return [
        {
            "series": champion.series,
            "season": champion.season,
            "driver": _champion(people, champion),
            "car": champion.car,
            "team": champion.team,
            "make": champion.make,
            "points": champion.points,
        }
        for champion in champions
    ]


def _champion(people: Identities, champion: Champion) -> str:
    person = people.find(champion.driver, champion.series, champion.season)
    if person is None:
        why = f"{champion.driver!r} did not race in {champion.series} {champion.season}"
        raise SourceRefused(CHAMPIONS_FILE, champion.row, "champion", why)
    return person


def report_champions(
    people: Identities, champions: Sequence[Champion], second: Mapping[int, str], seasons: Seasons
) -> Section:
    """Compare the champions with the second list and with the first of the final standings."""
    lines = []
    for champion in champions:
        where = (champion.series, champion.season)
        person = _champion(people, champion)
        listed = second.get(champion.season) if champion.series == "xfinity" else None
        if listed and people.find(listed, *where) != person:
            lines.append(f"{' '.join(map(str, where))}: {person}, another list has {listed}")
        first = [standing.driver for standing in seasons.get(where, ()) if standing.rank == 1]
        if first and people.find(first[0], *where) != person:
            lines.append(f"{' '.join(map(str, where))}: {person}, standings have {first[0]}")
    count = f"{len(champions)} champions, {len(second)} of them in another list as well"
    return Section("Champions", (count, *lines))


def standing_rows(
    gathered: Gathered, seasons: Seasons, corrections: Path
) -> tuple[list[Row], Section]:
    """Keep the seasons whose ranks have no gap and whose drivers are known; name the others."""
    named = {
        (name.series, name.season, name.rank, name.name): name.person
        for name in read_standing_names(corrections)
    }
    rows: list[Row] = []
    left_out = []
    for (series, season), standings in seasons.items():
        kept, why = _season(gathered.people, standings, named)
        rows += kept
        if why:
            left_out.append(f"{series} {season} left out: {why}")
    kept_seasons = len(seasons) - len(left_out)
    count = f"{kept_seasons} seasons complete, {len(left_out)} left out"
    return rows, Section("Final standings", (count, *left_out))


def _season(
    people: Identities,
    standings: Sequence[Standing],
    named: Mapping[tuple[str, int, int, str], str],
) -> tuple[list[Row], str]:
    gap = first_gap(standings)
    if gap:
        return [], f"nobody holds rank {gap}"
    rows: list[Row] = []
    for standing in standings:
        series, season, name = standing.series, standing.season, standing.driver
        person = named.get((series, season, standing.rank, name))
        person = person or people.find(name, series, season)
        if person is None:
            return [], f"{name} did not race in that season"
        rows.append(
            {
                "series": series,
                "season": season,
                "rank": standing.rank,
                "driver": person,
                "points": standing.points,
            }
        )
    return rows, ""

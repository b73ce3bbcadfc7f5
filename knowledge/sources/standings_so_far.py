"""A source's standings held against the races here: after which of them, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.raw_answer import AnswerRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.sources.fresh_race import FreshRace
    from knowledge.sources.known_names import KnownNames
    from knowledge.sources.source import Ranked, Ranking
    from knowledge.sources.table_writing import Row


def standings_so_far(
    ranking: Ranking, races: Sequence[FreshRace], names: KnownNames
) -> tuple[list[Row], list[str]]:
    """Rows of our own table, and a line on everybody whom nobody knows; he is left out.

    The source does not say after which race they are: somebody has started them all.
    """
    after = max((each.starts for each in ranking.drivers), default=0)
    if after > len(races):
        why = f"they count {after} races, and only {len(races)} are here"
        raise AnswerRefused(f"{ranking.file}: {why}")
    run = sorted(races, key=lambda race: race.key.round)[:after]
    rows: list[Row] = []
    strangers = []
    for each in ranking.drivers if after else ():
        person = names.find(each.driver_id, each.driver)
        if person is None:
            strangers.append(f"{ranking.file}, place {each.rank}: {_stranger(each)}")
            continue
        _check(each, person, run, ranking.file)
        told: Row = {"series": ranking.series, "season": ranking.season, "after": after}
        rows.append({**told, "rank": each.rank, "driver": person, "points": each.points})
    return rows, strangers


def _check(ranked: Ranked, person: str, run: Sequence[FreshRace], file: str) -> None:
    """His wins are those of the rows; where he won last, so are the points of that race."""
    cars = [race.cars[person] for race in run if person in race.cars]
    wins = sum(car["finish"] == 1 for car in cars)
    if wins != ranked.wins:
        raise AnswerRefused(f"{file}, wins: {ranked.driver} has {ranked.wins}, the races {wins}")
    last = run[-1].cars.get(person)
    won_last = last is not None and last["finish"] == 1
    if won_last and last and last["points"] and ranked.last_points not in (None, last["points"]):
        told = f"{ranked.driver} won with {last['points']}, there with {ranked.last_points}"
        raise AnswerRefused(f"{file}, points_earned: {told}")


def _stranger(ranked: Ranked) -> str:
    return f"nobody knows {ranked.driver!r} (id {ranked.driver_id or 'not given'})"

"""Who was where at the end of a stage: from the results, else from NASCAR's feed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.sources.gathering import Gathered
    from knowledge.sources.nascar_feed import StagePlace
    from knowledge.sources.records import RaceKey

Stages = dict[tuple["RaceKey", int], dict[str, int]]
"""By race and stage: each person's place."""

FIRST_SEASON = 2017


def result_stages(gathered: Gathered) -> Stages:
    stages: Stages = defaultdict(dict)
    for key, entries in gathered.entries.items():
        for entry in entries:
            for stage, place in ((1, entry.result.stage_1), (2, entry.result.stage_2)):
                if place is not None:
                    stages[key, stage][entry.person] = place
    return dict(stages)


def feed_stages(gathered: Gathered, places: Iterable[StagePlace]) -> Stages:
    stages: Stages = defaultdict(dict)
    for place in places:
        key = gathered.feed_races.get(place.race)
        entry = gathered.by_car.get((key, place.car)) if key else None
        if key and entry:
            stages[key, place.stage][entry.person] = place.place
    return dict(stages)


def report_stages(gathered: Gathered, results: Stages, feed: Stages) -> Section:
    """Say what came from the feed, where the two differ, and which stages nobody has."""
    filled = [where for where in feed if where not in results]
    both = [where for where in feed if where in results]
    differing = [where for where in both if feed[where] != results[where]]
    third = sum(1 for _, stage in filled if stage == 3)
    missing = [
        f"{key}, stage {stage}: no source has it"
        for key in gathered.races
        for stage in (1, 2)
        if key.season >= FIRST_SEASON and not ({(key, stage)} & (feed.keys() | results.keys()))
    ]
    return Section(
        "Stages",
        (
            f"{len(results):,} stages from the results, {len(filled):,} from the feed",
            f"{third} of them are a third stage of the Coca-Cola 600",
            "the third stage of the Coca-Cola 600 in 2017-2019 is in no source",
            f"{len(both):,} stages are in both; {len(differing)} differ",
            *(_difference(where, results[where], feed[where]) for where in differing),
            *missing,
        ),
    )


def _difference(where: tuple[RaceKey, int], results: dict[str, int], feed: dict[str, int]) -> str:
    people = sorted(person for person in results | feed if results.get(person) != feed.get(person))
    told = (f"{person} {results.get(person)} / {feed.get(person)}" for person in people)
    return f"{where[0]}, stage {where[1]} (results / feed): {', '.join(told)}"

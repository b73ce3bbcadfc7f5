"""People matched with their ids in other sources, by the rows in which both have them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from knowledge.sources.identities import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.sources.gathering import Gathered
    from knowledge.sources.nascar_feed import FeedDriver, FeedResult
    from knowledge.sources.racing_reference import OtherResult
    from knowledge.sources.records import RaceKey

    Others = dict[tuple[RaceKey, int], list[OtherResult]]

Votes = dict[str, Counter[str]]
"""By person, how often each id of another source stands at the person's place."""


def count_votes(gathered: Gathered, others: Others) -> Votes:
    """Count who of the other copy stands at each car's place; `others` is by our own rounds."""
    votes: Votes = defaultdict(Counter)
    for key, entries in gathered.entries.items():
        for entry in entries:
            for other in others.get((key, entry.finish), ()):
                votes[entry.person][other.driver_id] += 1
    return votes


def settle_votes(votes: Votes) -> dict[str, str]:
    """Give each person the id that most of the rows name, if the id's most rows agree."""
    owners: Votes = defaultdict(Counter)
    for person, ids in votes.items():
        for driver_id, count in ids.items():
            owners[driver_id][person] += count
    first = {person: _most(ids) for person, ids in votes.items()}
    return {person: found for person, found in first.items() if _most(owners[found]) == person}


def feed_ids(gathered: Gathered, drivers: Iterable[FeedDriver]) -> dict[str, int]:
    """Find each person's id in NASCAR's feed by race and name, else by race and car."""
    votes: Votes = defaultdict(Counter)
    for driver in drivers:
        key = gathered.feed_races.get(driver.race)
        if key is None:
            continue
        person = gathered.people.find(driver.driver, key.series, key.season)
        if person is None:
            entry = gathered.by_car.get((key, driver.car))
            person = entry.person if entry else None
        if person:
            votes[person][str(driver.driver_id)] += 1
    return {person: int(found) for person, found in settle_votes(votes).items()}


def add_feed_spellings(gathered: Gathered, results: Iterable[FeedResult]) -> None:
    """Add the feed's spelling of a driver who stands in the same car and place in both."""
    people = gathered.people
    for result in results:
        key = gathered.feed_races.get(result.race)
        entry = gathered.by_car.get((key, result.car)) if key else None
        if not key or not entry or entry.finish != result.finish:
            continue
        found = people.find(result.driver, key.series, key.season)
        if found == entry.person or (found is None and _alike(result.driver, entry.result.driver)):
            people.add_spelling(result.driver, entry.person)


def _alike(one: str, other: str) -> bool:
    """Say whether two names share a word: the feed shortens first names, not surnames."""
    return bool(set(folded(one).split()) & set(folded(other).split()) - {"jr", "sr", "iii"})


def _most(votes: Counter[str]) -> str:
    """Return the first by count, then by name, so that a tie always falls the same way."""
    return min(votes, key=lambda name: (-votes[name], name))

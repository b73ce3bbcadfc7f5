"""What a driver, a team or a make had done by the evening of a race, counted in every way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from knowledge.highlights.saying import owner
from knowledge.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.highlights.race_day import RaceDay


class Known(NamedTuple):
    """A number that the rows give, and what of: "of the 1998 season"."""

    value: float
    words: str = ""
    where: str = "career"  # season, track, career or another season's number


class Did(NamedTuple):
    """One start of a career."""

    series: str
    season: int
    race: int
    venue: str
    kind: str
    finish: int
    start: int | None
    led: int
    laps: int
    stages_won: int
    team: str | None
    make: str | None


_COUNTED: dict[str, Callable[[Did], int]] = {
    "wins": lambda did: did.finish == 1,
    "starts": lambda did: 1,  # noqa: ARG005 - every start is one
    "top_fives": lambda did: did.finish <= 5,
    "top_tens": lambda did: did.finish <= 10,
    "podiums": lambda did: did.finish <= 3,
    "runner_ups": lambda did: did.finish == 2,
    "poles": lambda did: did.start == 1,
    "laps_led": lambda did: did.led,
    "stage_wins": lambda did: did.stages_won,
}
"""What of a career can be counted, start by start."""


@dataclass(frozen=True)
class History:
    """Every start of a driver in the three series up to a race."""

    day: RaceDay
    driver: str

    def counts(self, noun: str, seasons: tuple[int, ...] = ()) -> Iterator[Known]:
        """So many of a thing: of the series, the season, the track, the team, altogether."""
        count = _COUNTED.get(noun if noun != "races" else "starts")
        if count is None:
            return
        for words, where, counts in self._ways(seasons):
            yield Known(sum(count(did) for did in self._rows if counts(did)), words, where)

    def _ways(self, seasons: tuple[int, ...]) -> Iterator[tuple[str, str, Callable[[Did], bool]]]:
        day, race, own = self.day, self.day.race, self.day.by_driver.get(self.driver)
        venue, kind = day.past[-1].venue, str(day.facts["kind"])
        of = race.series
        yield f"in the {day.series}", "career", lambda did: did.series == of
        yield (
            f"of the {race.season} season",
            "season",
            lambda did: did.series == of and did.season == race.season,
        )
        yield f"at {race.venue}", "track", lambda did: did.series == of and did.venue == venue
        if family := day.family:
            yield f"in the {family.name}", "track", lambda did: did.race in family.races
        yield "in all three series", "combined", lambda did: True  # noqa: ARG005 - all of them
        yield (
            f"of {race.season} in all three series",
            "combined",
            lambda did: did.season == race.season,
        )
        yield "on such tracks", "kind", lambda did: did.series == of and did.kind == kind
        if own:
            yield f"for {own.team}", "team", lambda did: did.series == of and did.team == own.team
            yield f"in a {own.make}", "team", lambda did: did.series == of and did.make == own.make
        for season in seasons:
            yield f"in {season}", str(season), partial(_of_season, of, season)

    @once
    def _rows(self) -> tuple[Did, ...]:
        rows = self.day.records.connection.execute(
            """
            select series, season, race, venue, kind, finish, start, coalesce(led, 0),
                coalesce(laps, 0), coalesce(stages_won, 0), team, make
            from result where driver = :driver and race <= :race order by race
            """,
            {"driver": self.driver, "race": self.day.race.id},
        )
        return tuple(map(Did._make, rows))


def _of_season(series: str, season: int, did: Did) -> bool:
    return did.series == series and did.season == season


def wins_of_garage(day: RaceDay, what: str, key: str) -> Iterator[Known]:
    """The wins of a team or make in the series, the season and at the track."""
    won = [
        each
        for each in day.past
        if key == (owner(each.team or "") if what == "team" else each.make)
    ]
    yield Known(len(won), f"in the {day.series}")
    season = day.race.season
    yield Known(sum(each.season == season for each in won), f"of the {season} season", "season")
    venue = day.past[-1].venue
    yield Known(sum(each.venue == venue for each in won), f"at {day.race.venue}", "track")
    if family := day.family:
        number = sum(each.race in family.races for each in won)
        yield Known(number, f"in the {family.name}", "track")

"""Which races and starts a question means: every filter that its mentions name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.measures import ordinal
from knowledge.reading.meanings import (
    AtVenue,
    Car,
    Cue,
    Kind,
    Make,
    MeasureNamed,
    Month,
    NamedRace,
    Number,
    Ordinal,
    Part,
    People,
    RecentSeasons,
    RelativeSeason,
    Round,
    Seasons,
    Series,
    StartPlace,
    Teams,
    Venues,
    only,
)
from knowledge.reading.tracks import venues_meant
from knowledge.scope import Named, RaceSet, Scope, Span
from knowledge.series import ALL_SERIES

if TYPE_CHECKING:
    from datetime import date

    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records

_MOST_RACES_AT_A_TRACK = 4
"""In one season; "race 14" is the fourteenth of the season, wherever it was."""


def seasons_meant(mentions: Mentions, records: Records, today: date | None) -> tuple[Span, ...]:
    """The seasons named; "this season" is that of the day of asking."""
    last = records.last_season
    spans: list[Span] = [(each.first, each.last) for each in mentions.of(Seasons)]
    spans += [(last - each.count + 1, last) for each in mentions.of(RecentSeasons)]
    for relative in mentions.of(RelativeSeason):
        year = (today.year if today else last) + relative.offset
        spans.append((year, year))
    if not spans:
        seasons = [each.season for each in mentions.of(Number) if each.season]
        spans += [(season, season) for season in seasons if season <= last][:1]
    return tuple(dict.fromkeys(spans))


def scope_meant(mentions: Mentions, seasons: tuple[Span, ...], records: Records) -> Scope:
    """All filters together, the tracks' layouts chosen to suit the others."""
    number = only(each.number for each in mentions.of(Round))
    nth_there = _nth_there(mentions, seasons, number)
    scope = Scope(
        series=_series(mentions),
        seasons=seasons,
        kinds=tuple(dict.fromkeys(each.key for each in mentions.of(Kind))),
        round=None if nth_there else number,
        at_venue=nth_there or only((each.which, each.word) for each in mentions.of(AtVenue)),
        part=only(each.key for each in mentions.of(Part)),
        month=only(each.number for each in mentions.of(Month)),
        car=_one_car(mentions),
        start=only((each.low, each.high) for each in mentions.of(StartPlace)),
        races=_race_set(mentions),
        team=_alone(teams_meant(mentions)),
        make=_alone(makes_meant(mentions)),
    )
    return venues_meant(mentions, scope, records)


def ordinal_left(mentions: Mentions, seasons: tuple[Span, ...]) -> int | None:
    """The ordinal, unless it says which of a season's races at a track is meant."""
    nth = only(each.number for each in mentions.of(Ordinal))
    of_races = _is_nth_race_there(mentions, seasons) or nth_running(mentions)
    return None if nth and of_races else nth


def _series(mentions: Mentions) -> tuple[str, ...]:
    named = {each.key for each in mentions.of(Series)}
    if not named and Cue.ALL_SERIES in mentions.cues:
        return ALL_SERIES
    return tuple(key for key in ALL_SERIES if key in named)


def _nth_there(
    mentions: Mentions, seasons: tuple[Span, ...], number: int | None
) -> tuple[int, str] | None:
    """Which of the season's races at the track: "the second Dover race", "Pocono race 2"."""
    nth = only(each.number for each in mentions.of(Ordinal))
    if nth and _is_nth_race_there(mentions, seasons):
        return nth, ordinal(nth)
    if number and number <= _MOST_RACES_AT_A_TRACK and mentions.of(Venues):
        return number, ordinal(number)
    return None


def _is_nth_race_there(mentions: Mentions, seasons: tuple[Span, ...]) -> bool:
    one_season = len(seasons) == 1 and seasons[0][0] == seasons[0][1]
    counted = {each.key for each in mentions.of(MeasureNamed)} - {"starts"}  # he did start
    counts_wins = bool(counted and mentions.of(People))
    there = one_season and mentions.of(Venues) and Cue.RACES in mentions.cues
    return bool(there and not counts_wins)


def nth_running(mentions: Mentions) -> int | None:
    """Which running of a named race is meant: the first Daytona 500, the inaugural one."""
    for nth, race in pairwise(mentions.spans):
        if isinstance(nth.meaning, Ordinal) and isinstance(race.meaning, NamedRace):
            return nth.meaning.number
    return None


def races_meant(mentions: Mentions) -> tuple[RaceSet, ...]:
    """The races of each name, where several are named."""
    named = {each.name: each for each in mentions.of(NamedRace)}
    if len(named) < 2:
        return ()
    return tuple(RaceSet(tuple(sorted(each.races)), each.name) for each in named.values())


def _race_set(mentions: Mentions) -> RaceSet | None:
    named = mentions.of(NamedRace)
    if not named:
        return None
    ids = sorted({race for each in named for race in each.races})
    if nth := nth_running(mentions):
        ids = ids[nth - 1 : nth] or [0]
    return RaceSet(tuple(ids), " and ".join(dict.fromkeys(each.name for each in named)))


def teams_meant(mentions: Mentions) -> tuple[Named, ...]:
    """The teams named, each with every spelling that its name stands for."""
    teams = (span for span in mentions.spans if isinstance(span.meaning, Teams))
    return tuple(_team(span.text, span.meaning.names) for span in teams)  # type: ignore[union-attr]


def makes_meant(mentions: Mentions) -> tuple[Named, ...]:
    names = dict.fromkeys(each.name for each in mentions.of(Make))
    return tuple(Named((name,), name) for name in names)


def _team(said: str, names: tuple[str, ...]) -> Named:
    return Named(names, names[0] if len(names) == 1 else f"{said.title()} ({', '.join(names)})")


def _one_car(mentions: Mentions) -> str | None:
    numbers = {each.number for each in mentions.of(Car)}
    return numbers.pop() if len(numbers) == 1 else None


def _alone(named: tuple[Named, ...]) -> Named | None:
    """One limits the starts that count; several stand against each other."""
    return named[0] if len(named) == 1 else None

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
    from collections.abc import Sequence
    from datetime import date

    from knowledge.reading.mentions import ByKind, Mentions
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
        spans = [each.painted for each in mentions.of(Car) if each.painted]
    if not spans:
        seasons = [each.season for each in mentions.of(Number) if each.season]
        spans += [(season, season) for season in seasons if season <= last][:1]
    return tuple(dict.fromkeys(spans))


def scope_meant(mentions: Mentions, seasons: tuple[Span, ...], records: Records) -> Scope:
    """All filters together, the tracks' layouts chosen to suit the others."""
    named = mentions.told(_FILTERS)
    nth_there = _nth_there(mentions, seasons, named.get("round"))
    if nth_there:
        named |= {"at_venue": nth_there, "round": None}
    if nth := nth_running(mentions):
        named["races"] = named["races"].running(nth)
    if Cue.ALL_SERIES in mentions.cues and not _adds_up_drivers(mentions):
        named.setdefault("series", ALL_SERIES)
    if any(each.painted for each in mentions.of(Car)):
        named.setdefault("series", ("cup",))
    if "races" in named and "series" not in named:
        named["series"] = records.series_of(named["races"].ids)
    scope = Scope(
        seasons=seasons,
        team=_alone(teams_meant(mentions)),
        make=_alone(makes_meant(mentions)),
        **named,
    )
    return venues_meant(mentions, scope, records)


def _adds_up_drivers(mentions: Mentions) -> bool:
    """Whether drivers are put together, and not series: "how many have the Allisons combined"."""
    several = Cue.TOGETHER in mentions.cues and len(mentions.of(People)) > 1
    return several and not mentions.cues & {Cue.COMPARE, Cue.DIFFERENCE, Cue.MORE, Cue.MOST}


def ordinal_left(mentions: Mentions, seasons: tuple[Span, ...]) -> int | None:
    """The ordinal, unless it says which of a season's races at a track is meant."""
    if Ordinal not in mentions.kinds:
        return None
    nth = only(each.number for each in mentions.of(Ordinal))
    of_races = _is_nth_race_there(mentions, seasons) or nth_running(mentions)
    return None if nth and of_races else nth


def _series(named: Sequence[Series]) -> tuple[str, ...]:
    keys = {each.key for each in named}
    return tuple(key for key in ALL_SERIES if key in keys)


def _nth_there(
    mentions: Mentions, seasons: tuple[Span, ...], number: int | None
) -> tuple[int, str] | None:
    """Which of the season's races at the track: "the second Dover race", "Pocono race 2"."""
    nth = only(each.number for each in mentions.of(Ordinal)) if Ordinal in mentions.kinds else None
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
    if NamedRace not in mentions.kinds:
        return None
    following = (*mentions.spans[2:], None)
    for (nth, race), noun in zip(pairwise(mentions.spans), following, strict=False):
        counts = noun and isinstance(noun.meaning, MeasureNamed) and not noun.meaning.verb
        if isinstance(nth.meaning, Ordinal) and isinstance(race.meaning, NamedRace) and not counts:
            return nth.meaning.number  # and not "his first Brickyard win"
    return None


def races_meant(mentions: Mentions) -> tuple[RaceSet, ...]:
    """The races of each name, where several are named."""
    named = {each.name: each for each in mentions.of(NamedRace)}
    if len(named) < 2:
        return ()
    return tuple(RaceSet(tuple(sorted(each.races)), each.name) for each in named.values())


def _race_set(named: Sequence[NamedRace]) -> RaceSet:
    if len(named) == 1:
        return RaceSet(named[0].races, named[0].name)
    ids = sorted({race for each in named for race in each.races})
    return RaceSet(tuple(ids), " and ".join(dict.fromkeys(each.name for each in named)))


def _one_car(named: Sequence[Car]) -> str | None:
    """The car number; several are no filter, but stand against each other."""
    numbers = {each.number for each in named}
    return numbers.pop() if len(numbers) == 1 else None


_FILTERS: ByKind = {
    Series: ("series", _series),
    Kind: ("kinds", lambda named: tuple(dict.fromkeys(each.key for each in named))),
    NamedRace: ("races", _race_set),
    Round: ("round", lambda named: named[0].number),
    AtVenue: ("at_venue", lambda named: (named[0].which, named[0].word)),
    Part: ("part", lambda named: named[0].key),
    Month: ("month", lambda named: named[0].number),
    Car: ("car", _one_car),
    StartPlace: ("start", lambda named: (named[0].low, named[0].high)),
}
"""The filters that mentions of a kind set; of most kinds there is but one."""


def teams_meant(mentions: Mentions) -> tuple[Named, ...]:
    """The teams named, each with every spelling that its name stands for."""
    if Teams not in mentions.kinds:
        return ()
    teams = (span for span in mentions.spans if isinstance(span.meaning, Teams))
    return tuple(_team(span.text, span.meaning.names) for span in teams)  # type: ignore[union-attr]


def makes_meant(mentions: Mentions) -> tuple[Named, ...]:
    if Make not in mentions.kinds:
        return ()
    names = dict.fromkeys(each.name for each in mentions.of(Make))
    return tuple(Named((name,), name) for name in names)


def _team(said: str, names: tuple[str, ...]) -> Named:
    return Named(names, names[0] if len(names) == 1 else f"{said.title()} ({', '.join(names)})")


def _alone(named: tuple[Named, ...]) -> Named | None:
    """One limits the starts that count; several stand against each other."""
    return named[0] if len(named) == 1 else None

"""From Mentions to Parts: rivals settled, numbers given their place, gaps said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from knowledge.answer import Unknown
from knowledge.measures import MEASURE, Measure
from knowledge.reading.correction import corrected
from knowledge.reading.drivers import Strangers, named_drivers
from knowledge.reading.examples import EXAMPLES
from knowledge.reading.meanings import (
    AtVenue,
    Car,
    ChampionshipSeason,
    Cue,
    FinishPlace,
    Kind,
    Make,
    MeasureNamed,
    Minimum,
    NamedRace,
    NotHeld,
    Number,
    Ordinal,
    Part,
    Rank,
    RecentSeasons,
    RelativeSeason,
    Round,
    Seasons,
    Series,
    StartPlace,
    Teams,
    Top,
)
from knowledge.reading.parts import Parts
from knowledge.reading.rivals import settle_rivals
from knowledge.reading.tracks import venues_meant
from knowledge.scope import Named, RaceSet, Scope, Span
from knowledge.series import ALL_SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records

T = TypeVar("T")


def understand(mentions: Mentions, records: Records, today: date | None) -> Parts | Unknown:
    """Give every mention its part; Unknown where a word has none, or the book ends before."""
    if not mentions.words or (mentions.says_nothing and not mentions.left_over):
        return Unknown("I did not find a question in that.", examples=EXAMPLES)
    mentions = settle_rivals(corrected(mentions), records)
    seasons = _seasons(mentions, records, today)
    gap = _gap(mentions) or _beyond(seasons, records)
    if gap:
        return gap
    drivers = named_drivers(mentions)
    if isinstance(drivers, Strangers):
        return Unknown(f"I know no driver called {drivers.said.title()}.", examples=EXAMPLES)
    scope = _scope(mentions, seasons, records)
    numbers = mentions.of(Number)
    if numbers and not _explained(numbers, mentions):
        return _did_not_use((str(numbers[0].number),))
    return Parts(
        cues=_cues(mentions, scope),
        measure=_measure(mentions),
        drivers=tuple(drivers),
        scope=scope,
        place=_first_place(mentions),
        top=_only(top.number for top in mentions.of(Top)),
        ordinal=_only(each.number for each in mentions.of(Ordinal)),
        rank=_only(each.number for each in mentions.of(Rank)),
        minimum=_only(each.starts for each in mentions.of(Minimum)),
        championship_season=bool(mentions.of(ChampionshipSeason)),
        notes=_notes(mentions),
    )


def _cues(mentions: Mentions, scope: Scope) -> frozenset[Cue]:
    """The cues, with "in a ... season" put together and the words of plain scopes dropped."""
    cues = {*mentions.cues, *_asked_across_a_series(mentions)}
    if Cue.IN_ONE in cues and cues & {Cue.MOST, Cue.RECORD, Cue.LEAST, Cue.BEST, Cue.WORST}:
        if Cue.SEASON in cues:
            cues.add(Cue.IN_A_SEASON)
        elif Cue.RACES in cues:
            cues.add(Cue.IN_A_RACE)
    if scope.seasons or Cue.IN_A_SEASON in cues:
        cues.discard(Cue.SEASON)
    return frozenset(cues - {Cue.IN_ONE, Cue.CORRECTION, Cue.WHICH})


def _asked_across_a_series(mentions: Mentions) -> Iterable[Cue]:
    """In "which Cup races" the name of the series stands between the question and its noun."""
    for first, series, noun in zip(
        mentions.spans, mentions.spans[1:], mentions.spans[2:], strict=False
    ):
        if first.meaning is Cue.WHICH and isinstance(series.meaning, Series):
            asked = _NOUNS.get(noun.meaning) if isinstance(noun.meaning, Cue) else None
            if asked:
                yield asked


_NOUNS = {
    Cue.RACES: Cue.WHICH_RACE,
    Cue.SEASON: Cue.WHICH_SEASON,
    Cue.WHICH_DRIVER: Cue.WHICH_DRIVER,
    Cue.WHICH_TEAM: Cue.WHICH_TEAM,
    Cue.WHICH_TRACK: Cue.WHICH_TRACK,
}


def _gap(mentions: Mentions) -> Unknown | None:
    """What the question names that the book does not hold, or that nothing explains."""
    if topics := mentions.of(NotHeld):
        topic = topics[0]
        why = f"The record book holds race results; it cannot tell {topic.topic}."
        return Unknown(why, nearest=topic.nearest, examples=EXAMPLES)
    unread = tuple(word.raw for word in mentions.left_over)
    return _did_not_use(unread) if unread else None


def _did_not_use(words: tuple[str, ...]) -> Unknown:
    shown = ", ".join(f"“{word[:30]}”" for word in words[:4])
    return Unknown(
        f"I could not make out {shown} in that, so I would rather not guess.", examples=EXAMPLES
    )


def _seasons(mentions: Mentions, records: Records, today: date | None) -> tuple[Span, ...]:
    last = records.last_season
    spans: list[Span] = [(each.first, each.last) for each in mentions.of(Seasons)]
    spans += [(last - each.count + 1, last) for each in mentions.of(RecentSeasons)]
    for relative in mentions.of(RelativeSeason):
        year = (today.year if today else last) + relative.offset
        spans.append((year, year))
    if not spans:
        spans += [(n.season, n.season) for n in mentions.of(Number) if n.season][:1]
    return tuple(dict.fromkeys(spans))


def _beyond(seasons: tuple[Span, ...], records: Records) -> Unknown | None:
    """A question about seasons that the book does not reach gets that sentence."""
    last = records.last_season
    for first, end in seasons:
        asked = first if first is not None else end
        if asked is not None and first is not None and first > last:
            reach = records.as_of(())
            return Unknown(
                f"My records end with the {last} season ({reach.race}, {reach.date}), "
                f"so I cannot tell about {asked}.",
                nearest=f"Ask me about {last} or any season before.",
                examples=EXAMPLES,
            )
    return None


def _scope(mentions: Mentions, seasons: tuple[Span, ...], records: Records) -> Scope:
    series = tuple(dict.fromkeys(each.key for each in mentions.of(Series)))
    if Cue.ALL_SERIES in mentions.cues and not series:
        series = ALL_SERIES
    at_venue = _only((each.which, each.word) for each in mentions.of(AtVenue))
    scope = Scope(
        series=tuple(key for key in ALL_SERIES if key in series),
        seasons=seasons,
        kinds=tuple(dict.fromkeys(each.key for each in mentions.of(Kind))),
        round=_only(each.number for each in mentions.of(Round)),
        at_venue=at_venue,
        part=_only(each.key for each in mentions.of(Part)),
        car=_only(each.number for each in mentions.of(Car)),
        start=_only((each.low, each.high) for each in mentions.of(StartPlace)),
        races=_race_set(mentions),
        team=_team(mentions),
        make=_make(mentions),
    )
    return venues_meant(mentions, scope, records)


def _race_set(mentions: Mentions) -> RaceSet | None:
    named = mentions.of(NamedRace)
    if not named:
        return None
    ids = sorted({race for each in named for race in each.races})
    return RaceSet(tuple(ids), " and ".join(dict.fromkeys(each.name for each in named)))


def _team(mentions: Mentions) -> Named | None:
    teams = mentions.of(Teams)
    if not teams:
        return None
    spans = [span.text for span in mentions.spans if isinstance(span.meaning, Teams)]
    names = tuple(dict.fromkeys(name for team in teams for name in team.names))
    return Named(names, names[0] if len(names) == 1 else f"{spans[0].title()} ({', '.join(names)})")


def _make(mentions: Mentions) -> Named | None:
    makes = tuple(dict.fromkeys(each.name for each in mentions.of(Make)))
    return Named(makes, " or ".join(makes)) if makes else None


def _explained(numbers: list[Number], mentions: Mentions) -> bool:
    """A bare number is a season, or the distance of a race at a named track."""
    distances = [each for each in numbers if each.number >= 100]
    if len(distances) == len(numbers):
        return any(type(meaning).__name__ == "Venues" for meaning in mentions.meanings())
    return len(numbers) == 1 and numbers[0].season is not None and not mentions.of(Seasons)


def _measure(mentions: Mentions) -> Measure | None:
    cues = mentions.cues
    named = list(dict.fromkeys(each.key for each in mentions.of(MeasureNamed)))
    named = _with_cues(named, cues)
    if len(named) > 1 and "wins" in named:
        named.remove("wins")  # the verb: "how many poles did he win"
    if len(named) > 1 and "starts" in named:
        named.remove("starts")
    return MEASURE[named[0]] if named else None


def _with_cues(named: list[str], cues: frozenset[Cue]) -> list[str]:
    """Measures that are said in two words apart: laps ... led, stages ... won."""
    if Cue.CHAMPION in cues:
        return ["titles"]
    if Cue.LAPS in cues and "laps_led" not in named:
        named.append("laps_led" if Cue.LED in cues else "laps")
    elif Cue.LED in cues and not named:
        named.append("races_led" if Cue.RACES in cues else "laps_led")
    if Cue.STAGES in cues and not any(key.startswith("stage") for key in named):
        named.append("stage_wins")
    if Cue.WINNER in cues and not named:
        named.append("wins")
    counts_races = Cue.HOW_MANY in cues and cues & {Cue.RACES, Cue.TIMES, Cue.RUN}
    if not named and counts_races and not cues & {Cue.FINISHED, Cue.AHEAD, Cue.LED}:
        named.append("starts")
    return named


def _first_place(mentions: Mentions) -> tuple[int, int] | None:
    return _only((each.low, each.high) for each in mentions.of(FinishPlace))


def _only(values: Iterable[T]) -> T | None:
    return next(iter(values), None)


def _notes(mentions: Mentions) -> tuple[str, ...]:
    notes = [f"I read “{each.word}” as “{each.read_as}”." for each in mentions.respelt]
    unused = " ".join(word.raw for word in mentions.asides)
    if unused:
        notes.append(f"I did not use “{unused}”.")
    return tuple(notes)

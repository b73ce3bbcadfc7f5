"""From Mentions to Parts: rivals settled, every mention given its part, gaps said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.answer import Unknown
from knowledge.reading.correction import corrected
from knowledge.reading.cues_meant import cues_meant
from knowledge.reading.drivers import Strangers, named_drivers
from knowledge.reading.exception import split_exception, split_never
from knowledge.reading.gaps import gap_in, no_champion, no_question, no_such_driver
from knowledge.reading.how_often import with_limits
from knowledge.reading.meanings import (
    Car,
    Career,
    Cue,
    Day,
    FactNamed,
    FinishPlace,
    LastOnes,
    Limits,
    MeasureNamed,
    Minimum,
    OwnSeason,
    People,
    Rank,
    SeasonShift,
    SplitBy,
    Stage,
    Teams,
    Top,
    TraitNamed,
    only,
)
from knowledge.reading.measure_meant import counts_wins_only, measure_meant, without_meant
from knowledge.reading.parts import Parts
from knowledge.reading.rivals import settle_rivals
from knowledge.reading.scope_meant import (
    makes_meant,
    ordinal_left,
    races_meant,
    scope_meant,
    seasons_meant,
    teams_meant,
)
from knowledge.reading.terms import term_meant
from knowledge.reading.titled import champion_meant, reigning, speaks_of_champion
from knowledge.reading.two_digits import with_years
from knowledge.scope import Scope

if TYPE_CHECKING:
    from datetime import date

    from knowledge.measures import Measure
    from knowledge.reading.mentions import ByKind, Mentions
    from knowledge.records import Records
    from knowledge.scope import Named


_PARTS: ByKind = {
    FinishPlace: ("place", lambda named: (named[0].low, named[0].high)),
    Top: ("top", lambda named: named[0].number),
    Rank: ("rank", lambda named: named[0].number),
    Minimum: ("minimum", lambda named: named[0].starts),
    Stage: ("stage", lambda named: named[0].number),
    SplitBy: ("split", lambda named: named[0].column),
    Limits: ("limits", lambda named: (named[0].low, named[0].high)),
    FactNamed: ("fact", lambda named: named[0].key),
    TraitNamed: ("trait", lambda named: named[0].key),
    LastOnes: ("recent", lambda named: named[0].number),
    SeasonShift: ("shift", lambda named: named[0].by),
    Career: ("all_time", bool),
    OwnSeason: ("own_season", lambda named: named[0].which),
}
"""The parts that mentions of a kind make; there is but one of each."""


def understand(mentions: Mentions, records: Records, today: date | None) -> Parts | Unknown:
    """Give every mention its part; Unknown where a word has none, or the book ends before."""
    if not mentions.words or (mentions.says_nothing and not mentions.left_over):
        return no_question()
    if term := term_meant(mentions, records):
        scope = scope_meant(mentions, seasons_meant(mentions, records, today), records)
        return Parts(term=term, scope=Scope(series=scope.series, seasons=scope.seasons))
    mentions, left_out, never = _taken_apart(mentions, records)
    seasons = seasons_meant(mentions, records, today)
    if gap := gap_in(mentions, seasons, records):
        return gap
    drivers, measure = named_drivers(mentions), measure_meant(mentions)
    if isinstance(drivers, Strangers):
        return no_such_driver(drivers.said)
    if isinstance(measure, Unknown):
        return measure
    scope = scope_meant(mentions, seasons, records)
    if counts_wins_only(mentions, measure):
        scope = scope.but(finish=(1, 1))
    if left_out:
        scope = scope.but(excluding=_beside(left_out, records, today))
    of_champion = speaks_of_champion(mentions)
    last = reigning(scope, records) if Cue.REIGNING in mentions.cues else scope
    if of_champion:
        drivers = [*champion_meant(last, records)]
        if not drivers:
            return no_champion(scope, measure, records)
    scope = scope if of_champion or scope.seasons else last
    return Parts(
        cues=cues_meant(mentions, scope) - (_OF_A_CHAMPION if of_champion else _REIGNING),
        measure=measure,
        drivers=tuple(drivers),
        scope=scope,
        ordinal=ordinal_left(mentions, seasons),
        without=without_meant(mentions),
        rival_teams=_several(teams_meant(mentions)),
        rival_makes=_several(makes_meant(mentions)),
        day=_day(mentions, today),
        rival_cars=_several_cars(mentions),
        rival_races=races_meant(mentions),
        never_in=_beside(never, records, today) if never else None,
        today=today,
        notes=_notes(mentions),
        **_told(mentions, measure),
    )


_REIGNING = frozenset({Cue.REIGNING})
_OF_A_CHAMPION = _REIGNING | {Cue.CHAMPION, Cue.SAME_SEASON}
"""Cues that name the champion and his season: they ask for nothing more."""


def _taken_apart(
    mentions: Mentions, records: Records
) -> tuple[Mentions, Mentions | None, Mentions | None]:
    """What counts, what an "except" takes away, and where it must never have happened."""
    settled = with_limits(with_years(settle_rivals(corrected(mentions), records)))
    counting, left_out = split_exception(settled)
    here, never = split_never(counting)
    return here, left_out, never


def _beside(mentions: Mentions, records: Records, today: date | None) -> Scope:
    """The scope of mentions that stand beside the question's own."""
    return scope_meant(mentions, seasons_meant(mentions, records, today), records)


def _told(mentions: Mentions, measure: Measure | None) -> dict[str, Any]:
    """The parts that stand in the words; of a percentage a "top 10" is what it is of."""
    told = mentions.told(_PARTS)
    told["by_noun"] = any(not each.verb for each in mentions.of(MeasureNamed))
    low, high = told.get("place", (0, -1))
    of_all = People not in mentions.kinds and Teams not in mentions.kinds
    ranks = measure is not None and measure.key not in ("points", "titles")  # those have tables
    if told["by_noun"] and low == high and of_all and ranks:
        told["rank"] = told.pop("place")[0]  # "who is fourth in wins"
    if Cue.PERCENT in mentions.cues and measure is None and "top" in told:
        told["place"] = (1, told.pop("top"))
    return told


def _several(named: tuple[Named, ...]) -> tuple[Named, ...]:
    return named if len(named) > 1 else ()


def _several_cars(mentions: Mentions) -> tuple[str, ...]:
    numbers = tuple(dict.fromkeys(each.number for each in mentions.of(Car)))
    return numbers if len(numbers) > 1 else ()


def _day(mentions: Mentions, today: date | None) -> tuple[int, int] | None:
    """The day of the year that is named, or today's for "on this day"."""
    named = only((each.month, each.day) for each in mentions.of(Day))
    if named is None and today and Cue.THIS_DAY in mentions.cues:
        return today.month, today.day
    return named


def _notes(mentions: Mentions) -> tuple[str, ...]:
    """How words were read that did not stand there, and which were not used."""
    notes = [f"I read “{each.word}” as “{each.read_as}”." for each in mentions.respelt]
    unused = " ".join(word.raw for word in mentions.asides)
    if unused:
        notes.append(f"I did not use “{unused}”.")
    return tuple(notes)

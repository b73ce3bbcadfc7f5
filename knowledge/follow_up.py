"""A follow-up: the question before it with the parts replaced that the new words name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.measures import ordinal
from knowledge.reading.drivers import NamedDriver
from knowledge.reading.meanings import Cue
from knowledge.reading.parts import NEUTRAL, Parts
from knowledge.scope import FILTERS, Scope

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.measures import Measure
    from knowledge.records import Records

_RANKING = frozenset({Cue.MOST, Cue.LEAST, Cue.BEST, Cue.WORST})
_MODIFIERS = frozenset({Cue.CURRENT, Cue.ALL_SERIES})
"""Cues that change the question before them and ask nothing by themselves: "current?"."""

_CONTEXT = frozenset({Cue.EVERYWHERE, Cue.HE, Cue.SAME_SEASON, Cue.THOSE})
"""Cues that only point at the question before."""

_TARGETS = frozenset({Cue.WHEN, Cue.WHERE, Cue.WHICH_RACE, Cue.WHICH_SEASON, Cue.WHICH_TRACK})
_WITHOUT_A_NUMBER = frozenset(
    {Cue.DROVE, Cue.FINISHED, Cue.FINISHERS, Cue.FULL_RESULT, Cue.STARTED, Cue.STORY}
)
"""Cues that ask for a place or a name, whatever was counted before."""

_IN_THE_RACE = frozenset({Cue.FINISHED, Cue.STARTED, Cue.WHERE, Cue.SAME_SEASON, Cue.THOSE})
"""Cues of what he did in the race, or the season, that was spoken of."""

_ANSWERED_BY_SUBJECT = frozenset({"driver", "team", "make", "car"})
_PLACES = frozenset({"venues", "kinds", "races"})
_OF_ONE_RACE = _PLACES | {"round", "at_venue", "part", "month"}
_OF_THE_SHAPE = ("rank", "recent", "ordinal", "day", "fact", "trait", "split", "limits", "without")
"""Parts that belong to a question's shape: a new shape drops them."""


def completed(now: Parts, before: Parts) -> Parts:
    """What `now` asks when it is understood after `before`."""
    if now.place and not now.measure and before.cues & _RANKING and not now.drivers:
        now = replace(now, place=None, rank=now.place[0], cues=now.cues - {Cue.WHO})
    cues = _cues(now, before)
    changes_shape = cues != before.cues and not now.cues & _MODIFIERS
    keeps_length = not changes_shape or now.measure is None
    shape: dict[str, Any] = {
        name: getattr(now, name) or (None if changes_shape else getattr(before, name))
        for name in _OF_THE_SHAPE
    }
    if now.top:
        shape["rank"] = None
    if before.scope.at_venue:  # an ordinal says which race of the year there
        shape["ordinal"] = None
    asks_place = bool(now.drivers and now.cues & {Cue.FINISHED, Cue.STARTED})
    if cues & _TARGETS and Cue.LAST not in now.cues:  # "where was that?"
        shape["ordinal"] = now.ordinal or before.ordinal
    return replace(
        before,
        **shape,
        cues=cues,
        measure=_measure(now, before),
        drivers=_drivers(now, before),
        spoken_of=before.drivers if now.drivers else before.spoken_of,
        scope=_scope(now, before.scope),
        place=now.place or (None if now.measure or now.top or asks_place else before.place),
        top=now.top or (before.top if keeps_length and not now.place else None),
        rival_teams=now.rival_teams or (() if now.drivers else before.rival_teams),
        rival_makes=now.rival_makes or (() if now.drivers else before.rival_makes),
        rival_races=now.rival_races,
        minimum=now.minimum or before.minimum,
        stage=now.stage or before.stage,
        own_season=now.own_season,
        shift=None,
        today=now.today,
        notes=now.notes,
    )


def with_person_meant(now: Parts, after: Answer, records: Records) -> Parts | None:
    """The parts with the one whom "he" stands for: asked about before, or the answer itself."""
    if Cue.HE not in now.cues or now.drivers or not isinstance(after.question, Parts):
        return None
    if after.question.drivers:
        return None  # the question before names him, and is completed
    name = after.value if isinstance(after.value, str) else ""
    driver = records.driver_called(name)
    if driver is None:
        return None
    named = NamedDriver(name.casefold(), ((driver, 1.0),), full=True)
    return replace(now, drivers=(named,), cues=now.cues - {Cue.HE})


def stays_there(now: Parts, before: object) -> bool:
    """Whether what he did is asked of the race spoken of, or of what he was found the best at."""
    if now.cues & _IN_THE_RACE:
        return True
    ranked = isinstance(before, Parts) and bool(before.cues & _RANKING)
    return ranked and not now.scope.columns and not now.all_time


def _cues(now: Parts, before: Parts) -> frozenset[Cue]:
    told = now.cues - NEUTRAL - _CONTEXT
    if now.place and Cue.CHAMPION in before.cues:  # who came second in the season he won
        return told | {Cue.STANDINGS}
    if told <= _MODIFIERS:
        return before.cues | told
    if told <= _TARGETS:
        return told | (before.cues & {Cue.LAST})
    return told


def _measure(now: Parts, before: Parts) -> Measure | None:
    asks_who_started = now.scope.start and Cue.WHO in now.cues  # "who started on the pole"
    lengthens = now.top and before.cues & _RANKING  # "top 5" of what was ranked
    names = (now.place, now.fact, now.trait, asks_who_started, now.top and not lengthens)
    dropped = any(names) or now.cues & _WITHOUT_A_NUMBER
    return now.measure or (None if dropped else before.measure)


def _drivers(now: Parts, before: Parts) -> tuple[NamedDriver, ...]:
    if not now.drivers:
        # "who had the most?" asks about everybody, "how many cautions?" about the race.
        if now.cues & {Cue.MORE, Cue.OF_TWO}:  # of the two that were spoken of
            rivals = before.drivers if len(before.drivers) > 1 else _both(before)
            if len(rivals) > 1:
                return rivals
        asks_who = len(before.drivers) == 1 and now.cues & {Cue.WHO, Cue.WHICH_DRIVER}
        of_all = now.cues & _RANKING or now.fact or now.trait or now.scope.car or asks_who
        return () if of_all else before.drivers
    if len(now.drivers) == len(before.drivers) == 1:
        among = before.drivers[0].among or before.drivers[0].candidates
        known = {person for person, _ in among}
        both = tuple(each for each in now.drivers[0].candidates if each[0] in known)
        if both and len(known) > 1:  # "labonte wins", "Terry": the first name settles it
            return (NamedDriver(now.drivers[0].said, both, full=True, among=among),)
    return now.drivers


def _both(before: Parts) -> tuple[NamedDriver, ...]:
    """Whoever was asked about, and who before him: "labonte wins", "and Terry?"."""
    return (*before.spoken_of, *before.drivers)


def _scope(now: Parts, before: Scope) -> Scope:
    new = {name: getattr(now.scope, name) for name in FILTERS if getattr(now.scope, name)}
    dropped: set[str] = set()
    if now.drivers or _ANSWERED_BY_SUBJECT & new.keys() or now.cues & _RANKING:
        dropped |= _ANSWERED_BY_SUBJECT
    if _PLACES & new.keys():
        dropped |= _PLACES | {"round", "part"}
    if Cue.EVERYWHERE in now.cues or now.all_time:
        dropped |= _PLACES
    if {Cue.SAME_SEASON, Cue.HOW_MANY} <= now.cues and now.measure:  # "how many that season?"
        dropped |= _OF_ONE_RACE
    if now.all_time:
        dropped |= {"seasons", "round", "part"}
    if now.ordinal and before.at_venue and not now.measure:  # "how about the second one"
        new["at_venue"] = (now.ordinal, ordinal(now.ordinal))
    if now.shift and before.one_season:
        new["seasons"] = ((before.one_season + now.shift,) * 2,)
    kept = {name: getattr(before, name) for name in FILTERS if name not in dropped}
    return Scope(**{**kept, **new})

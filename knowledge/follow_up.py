"""A follow-up: the question before it with the parts replaced that the new words name."""

from __future__ import annotations

from dataclasses import replace

from knowledge.reading.drivers import NamedDriver
from knowledge.reading.meanings import Cue
from knowledge.reading.parts import NEUTRAL, Parts
from knowledge.scope import FILTERS, Scope

_RANKING = frozenset({Cue.MOST, Cue.LEAST, Cue.BEST, Cue.WORST})
_ANSWERED_BY_SUBJECT = frozenset({"driver", "team", "make", "car"})
_PLACES = frozenset({"venues", "kinds", "races"})


def completed(now: Parts, before: Parts) -> Parts:
    """What `now` asks when it is understood after `before`."""
    tells_shape = bool(now.cues - NEUTRAL)
    keeps_length = not tells_shape or now.measure is None
    return replace(
        before,
        cues=now.cues if tells_shape else before.cues,
        measure=now.measure or (None if now.place or now.top else before.measure),
        drivers=_drivers(now, before),
        scope=_scope(now, before.scope),
        place=now.place or (None if now.measure or now.top else before.place),
        top=now.top or (before.top if keeps_length and not now.place else None),
        ordinal=now.ordinal or (None if tells_shape else before.ordinal),
        rank=now.rank or (None if tells_shape else before.rank),
        rival_teams=now.rival_teams,
        rival_makes=now.rival_makes,
        minimum=now.minimum or before.minimum,
        stage=now.stage or before.stage,
        day=now.day or (None if tells_shape else before.day),
        fact=now.fact or (None if tells_shape else before.fact),
        championship_season=now.championship_season,
        notes=now.notes,
    )


def _drivers(now: Parts, before: Parts) -> tuple[NamedDriver, ...]:
    if not now.drivers:
        # "who had the most?" asks about everybody; so does "Ford?" after a driver's name.
        ranked = now.cues & _RANKING or now.scope.team or now.scope.make or now.scope.car
        return () if ranked else before.drivers
    if len(now.drivers) == len(before.drivers) == 1:
        known = {person for person, _ in before.drivers[0].candidates}
        both = tuple(each for each in now.drivers[0].candidates if each[0] in known)
        if both and len(known) > 1:  # "labonte wins", "Terry": the first name settles it
            return (NamedDriver(now.drivers[0].said, both, full=True),)
    return now.drivers


def _scope(now: Parts, before: Scope) -> Scope:
    new = {name: getattr(now.scope, name) for name in FILTERS if getattr(now.scope, name)}
    dropped: set[str] = set()
    if now.drivers or _ANSWERED_BY_SUBJECT & new.keys() or now.cues & _RANKING:
        dropped |= _ANSWERED_BY_SUBJECT
    if _PLACES & new.keys():
        dropped |= _PLACES | {"round", "part"}
    kept = {name: getattr(before, name) for name in FILTERS if name not in dropped}
    return Scope(**{**kept, **new})

"""Which layout of a track is meant: Bristol's concrete or its dirt, Charlotte's oval or Roval."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Number, Venues
from knowledge.scope import Named, RaceSet, Scope

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records


def venues_meant(mentions: Mentions, scope: Scope, records: Records) -> Scope:
    """The scope with the layouts that the question's tracks mean in its series and seasons."""
    if Venues not in mentions.kinds:
        return scope
    kinds = scope.kinds
    venues = []
    for meaning in mentions.of(Venues):
        ids, kinds = _layouts(meaning, scope, kinds, records)
        venues.append(Named(ids, records.venue_name(ids[0])))
    scope = replace(scope, venues=tuple(dict.fromkeys(venues)), kinds=kinds)
    distances = [each.number for each in mentions.of(Number) if each.is_distance]
    if distances and venues and not scope.races:
        return _of_distance(scope, distances[0], records)
    return scope


def _layouts(
    meaning: Venues, scope: Scope, kinds: tuple[str, ...], records: Records
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The layouts meant, and the kinds of track that are left to filter by."""
    usual = meaning.candidates[0]
    if meaning.candidates == records.layouts(usual) and len(meaning.candidates) == 1 and not kinds:
        return meaning.candidates, kinds
    raced = _raced(meaning, scope, records)
    named = [venue for venue, _ in raced if venue in meaning.candidates]
    of_kind = tuple(dict.fromkeys(venue for venue, kind in raced if kind in kinds))
    if of_kind and usual not in of_kind:
        return of_kind, ()
    if of_kind:
        return (usual,), kinds
    if scope.at_venue and usual == records.layouts(usual)[0]:
        everywhere = tuple(dict.fromkeys(venue for venue, _ in raced)) or (usual,)
        return tuple(sorted(everywhere, key=lambda venue: venue != usual)), kinds
    if usual in named or not raced:
        return (usual,), kinds
    return ((named or [raced[0][0]])[0],), kinds


def _raced(meaning: Venues, scope: Scope, records: Records) -> list[tuple[str, str]]:
    """Layouts at the sites named, with their kind, where the series raced in those seasons."""
    limits = Scope(series=scope.series, seasons=scope.seasons)
    venues = {f"venue_{index}": venue for index, venue in enumerate(meaning.candidates)}
    rows = records.connection.execute(
        f"""
        select venue, kind from race
        where site in (select site from venue where id in (:{", :".join(venues)}))
          and {limits.sql}
        group by venue, kind order by count(*) desc
        """,
        {**venues, **limits.parameters},
    )
    return list(rows)


def _of_distance(scope: Scope, distance: int, records: Records) -> Scope:
    """In "the 500 at Daytona": the races there whose name has the distance."""
    places = Scope(venues=scope.venues)
    rows = records.connection.execute(
        f"select id from race where {places.sql} and name like :distance"
        " and name not like '%qualif%'",
        {**places.parameters, "distance": f"%{distance}%"},
    )
    ids = tuple(sorted(race for (race,) in rows))
    if not ids:
        return scope
    return replace(scope, races=RaceSet(ids, f"{scope.venues[0].name} {distance}"))

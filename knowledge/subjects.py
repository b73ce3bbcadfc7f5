"""Whose number is asked: one driver, or a team, a make or a car number standing for one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.answer import Unknown, WhichOne
from knowledge.counting import starts_by_series
from knowledge.proof import reading
from knowledge.reading.drivers import NamedDriver, names, settle
from knowledge.scope import Named, RaceSet, Scope
from knowledge.sentences import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.parts import Parts
    from knowledge.records import Records


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is counted, by the name a sentence says, and the starts that are his."""

    name: str
    scope: Scope
    others: tuple[str, ...] = ()  # who else the name could mean

    @property
    def is_driver(self) -> bool:
        return self.scope.driver is not None

    @property
    def kind(self) -> str:
        """driver, team, make or car: what a sentence about the scope need not say again."""
        scope = self.scope
        if scope.driver:
            return "driver"
        return "team" if scope.team else "make" if scope.make else "car" if scope.car else "winner"


def subject_of(parts: Parts, records: Records) -> Subject | WhichOne | None:
    """The one subject of a question; None where it has none or several."""
    if len(parts.drivers) > 1:
        return None
    scope = parts.scope
    if parts.drivers:
        return driver_subject(parts.drivers[0], parts, records)
    if scope.team:
        return Subject(scope.team.name, scope)
    if scope.make:
        return Subject(scope.make.name, scope)
    if scope.car:
        return Subject(f"The number {scope.car}", scope)
    if scope.finish == (1, 1):
        return Subject("The winner", scope)
    return None


def subjects_of(parts: Parts, records: Records) -> tuple[Subject, ...] | WhichOne:
    """Every subject of a comparison: its drivers, or its teams or makes."""
    subjects: list[Subject] = []
    found = [driver_subject(driver, parts, records) for driver in parts.drivers]
    sure = [each for each in found if isinstance(each, Subject)]
    for driver, subject in zip(parts.drivers, found, strict=True):
        settled = subject
        if isinstance(subject, WhichOne) and (rival := _rival(driver, sure, records)):
            settled = driver_subject(rival, parts, records)
        if isinstance(settled, WhichOne):
            return settled
        subjects.append(settled)
    teams, makes = parts.rival_teams, parts.rival_makes
    subjects += (Subject(team.name, replace(parts.scope, team=team)) for team in teams)
    subjects += (Subject(make.name, replace(parts.scope, make=make)) for make in makes)
    subjects += (
        Subject(f"The number {car}", replace(parts.scope, car=car)) for car in parts.rival_cars
    )
    return tuple(subjects)


def _rival(driver: NamedDriver, sure: Sequence[Subject], records: Records) -> NamedDriver | None:
    """Whoever of a shared name raced most against another: Larson's Elliott is Chase."""
    if not sure or sure[0].scope.driver is None:
        return None
    other = sure[0].scope.driver.ids[0]
    met = [
        (weight * records.met(person, other), person)
        for person, weight in driver.candidates[:_CLOSEST]
    ]
    (most, person), (next_most, _), *_ = sorted(met, reverse=True)
    if not most or most < _FAR_MORE * next_most:
        return None
    return replace(driver, candidates=((person, 1.0),), among=driver.candidates)


_NONE = ((0, 0),)
_CLOSEST = 6
_FAR_MORE = 3
"""How many times more races against the others, by how well known he is, settle a name."""


def driver_subject(driver: NamedDriver, parts: Parts, records: Records) -> Subject | WhichOne:
    """Settle one named driver within the question's scope."""
    settled = settle(driver, parts.scope, records)
    if len(settled) > 1:
        choices = names(settled, records)
        return WhichOne(_as_named(driver.said.title(), choices), choices)
    name = records.person(settled[0]).name
    others = () if driver.full else tuple(person for person, _ in driver.candidates[:3])
    scope = parts.scope.but(driver=Named(settled, name))
    if parts.championship_season:
        scope = replace(scope, seasons=title_seasons(scope, records) or _NONE)
    elif parts.own_season:
        scope = _in_own_season(in_likeliest_series(scope, records), parts.own_season, records)
    if parts.recent:
        scope = _last_starts(in_likeliest_series(scope, records), parts.recent, records)
    return Subject(name, scope, tuple(each for each in others if each not in settled))


def without_title(parts: Parts, records: Records) -> Unknown | None:
    """Who of those asked about has no championship season to look at."""
    if not parts.championship_season:
        return None
    for driver in parts.drivers:
        subject = driver_subject(driver, parts, records)
        if isinstance(subject, Subject) and not title_seasons(subject.scope, records):
            return Unknown(
                f"{subject.name} was never champion{where(parts.scope)}.",
                reading=reading("champion", subject.scope.but(seasons=parts.scope.seasons)),
            )
    return None


def _as_named(said: str, choices: tuple[str, ...]) -> str:
    """The name without the s of "Earnhardts wins"."""
    bare = said.removesuffix("s")
    return bare if any(choice.endswith((bare, f"{bare} Jr.")) for choice in choices) else said


def _last_starts(scope: Scope, number: int, records: Records) -> Scope:
    """The scope with only its last so many starts."""
    rows = records.connection.execute(
        f"select race from result where {scope.sql} order by +race desc limit :number",
        {**scope.parameters, "number": number},
    )
    races = tuple(sorted(race for (race,) in rows))
    return replace(scope, races=RaceSet(races, f"last {number} starts"))


def _in_own_season(scope: Scope, which: str, records: Records) -> Scope:
    """The scope in his first or his last season of a series."""
    extreme = "min" if which == "first" else "max"
    career = Scope(driver=scope.driver, series=scope.series)
    (season,) = records.connection.execute(
        f"select {extreme}(season) from season_total where {career.sql}", career.parameters
    ).fetchone()
    return replace(scope, seasons=((season, season),)) if season else scope


def title_seasons(scope: Scope, records: Records) -> tuple[tuple[int, int], ...]:
    """The seasons in which he was champion, each as a span of one."""
    limits = Scope(driver=scope.driver, series=scope.series, seasons=scope.seasons)
    rows = records.connection.execute(
        f"select season from champion where {limits.sql} order by season",
        limits.parameters,
    )
    return tuple((season, season) for (season,) in rows)


def likeliest_series(starts: dict[str, int], scope: Scope) -> str:
    """The series a fan means who names none: Cup for a Cup career, else where he raced most."""
    if not any(starts.values()):
        return "cup"
    if not scope.seasons and starts.get("cup", 0) >= CUP_CAREER:
        return "cup"
    return max(starts, key=lambda series: (starts[series], series == "cup"))


def in_likeliest_series(scope: Scope, records: Records) -> Scope:
    """The scope of somebody's starts in the series named, else in the likeliest one."""
    if scope.series:
        return scope
    return replace(scope, series=(likeliest_series(starts_by_series(scope, records), scope),))


def series_raced(scope: Scope, records: Records) -> tuple[str, ...]:
    """The series of a question that names none and no driver: Cup, or who raced there at all."""
    if scope.series:
        return scope.series
    limits = scope.limited_to_races()
    if limits.columns <= {"season"}:  # Cup raced in every season
        return ("cup",)
    rows = records.connection.execute(
        f"select series, count(*) from ({RACES_IN_SCOPE}) where {limits.sql} group by series",
        limits.parameters,
    ).fetchall()
    raced = dict(rows)
    return ("cup",) if "cup" in raced or not raced else (max(raced, key=lambda key: raced[key]),)


RACES_IN_SCOPE = (
    "select id, id as race, series, season, round, date, venue, site, kind, playoff, opener,"
    " finale, nth_at_venue, times_at_venue, name from race"
)
"""Races under the column names that filters use."""

CUP_CAREER = 20
"""Cup starts from which a career is first of all a Cup career."""

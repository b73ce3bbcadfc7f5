"""How sure the doctor can be that an answer of the rows is the only right one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue, Day, Number, Ordinal, OwnSeason, Seasons
from knowledge.reading.parts import Parts
from knowledge.trivia_doctor.likeness import number_in
from knowledge.trivia_doctor.other_readings import is_open

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records
    from knowledge.trivia_doctor.diagnosis import Asked

_DISPUTED = {
    "poles": "a pole here is starting first, which is not always the pole that was awarded",
    "points": "points were counted in many ways",
}
"""Measures in which others count otherwise, and why."""

_BESIDES = re.compile(
    r"\b(?:includ\w+|counting|qualif\w+|exhibitions?|non-?points?)\b", re.IGNORECASE
)
"""Words that let count what no row holds."""

_EXACT = frozenset({"wins", "titles", "top_fives", "top_tens"})
"""Measures of which every source has the same number."""

_NEAR = 0.05
_MORE_THAN_A_SEASON = 15
"""Of what is counted; nobody adds as many in the races that the book does not know yet."""

_SEASONS = range(1949, 2100)

_EXTREME = frozenset({Cue.MOST, Cue.BEST, Cue.RECORD, Cue.LEAST, Cue.LONGEST, Cue.WORST})


def doubt(asked: Asked, answer: Answer, mentions: Mentions, records: Records) -> str:
    """Why another answer than that of the rows may be right after all; empty where it is not."""
    parts = answer.question
    if not isinstance(parts, Parts) or not answer.table.rows:
        return "there are no rows to hold against it"
    if mentions.respelt:
        return f"“{mentions.respelt[0].word}” was read as “{mentions.respelt[0].read_as}”"
    if mentions.asides:
        return f"“{' '.join(word.raw for word in mentions.asides)}” was left aside"
    if _BESIDES.search(asked.prompt):
        return "the rows count points races alone"
    if _has_namesakes(parts, records):
        return "several races of that season had the same name"
    if parts.fact and not parts.scope.one_race:
        return "it differs from race to race"
    return _doubt_of_number(asked, answer, parts, records)


def _has_namesakes(parts: Parts, records: Records) -> bool:
    """Whether a race was named of which there were several in its season."""
    scope = parts.scope
    if scope.races is None or scope.one_season is None:
        return False
    held = records.connection.execute(
        "select id from race where season = :season", {"season": scope.one_season}
    )
    return len(set(scope.races.ids).intersection(race for (race,) in held)) > 1


def _doubt_of_number(asked: Asked, answer: Answer, parts: Parts, records: Records) -> str:
    value, measure = answer.value, parts.counted
    key = measure.key if measure else ""
    if key in _DISPUTED:
        return _DISPUTED[key]
    if not isinstance(value, int | float) or (value in _SEASONS and not measure):
        return ""
    stated = [number for text in asked.accepted if (number := number_in(text)) is not None]
    if key not in _EXACT and any(_is_near(each, value) for each in stated):
        return "sources differ by so little"
    known = asked.as_of is not None and asked.as_of <= records.last_season
    grows = measure is not None and measure.format == "count" and not parts.cues & _EXTREME
    added = any(0 < each - value <= _MORE_THAN_A_SEASON for each in stated)
    if added and grows and not known and _goes_on(answer, parts, records):
        return "there may have been more since then"
    return ""


def _is_near(stated: float, value: float) -> bool:
    return abs(stated - value) <= max(1, _NEAR * value)


def _goes_on(answer: Answer, parts: Parts, records: Records) -> bool:
    """Whether it is counted on: of a driver, where he raced in the last season."""
    drivers = people_in(parts)
    return is_open(answer) and (not drivers or any(_raced_last(each, records) for each in drivers))


def people_in(parts: Parts) -> list[str]:
    """Everybody who is asked about, by his id."""
    driver = parts.scope.driver.ids if parts.scope.driver else ()
    return [*driver, *(person for named in parts.drivers for person in _ids(named))]


def _ids(people: object) -> tuple[str, ...]:
    return tuple(person for person, _ in getattr(people, "candidates", ()))


def _raced_last(driver: str, records: Records) -> bool:
    row = records.connection.execute(
        "select 1 from season_total where driver = :driver and season = :season limit 1",
        {"driver": driver, "season": records.last_season},
    ).fetchone()
    return row is not None


def names_no_season(answer: Answer, mentions: Mentions) -> bool:
    """Whether the last race of a name was taken, for want of a season: the Daytona 500."""
    is_of_a_race = answer.table.columns[:3] == ("Finish", "Start", "Car")
    return is_of_a_race and not mentions.kinds & _NAMES_A_SEASON and not mentions.cues & _EXTREME


_NAMES_A_SEASON = {Seasons, Day, Ordinal, OwnSeason, Number}


def are_tied(answer: Answer) -> bool:
    """Whether several names share the first place, and no list was asked for."""
    parts = answer.question
    return (
        isinstance(parts, Parts)
        and bool(parts.cues & _EXTREME)
        and not (parts.top or parts.recent or parts.rank)
        and isinstance(answer.value, tuple)
        and len(answer.value) > 1
    )


def are_winners(answer: Answer) -> bool:
    """Whether the names are those of the winners of several races, one row each."""
    races = {"Race", "Driver"} <= set(answer.table.columns)
    several = isinstance(answer.value, tuple) and len(answer.value) == len(answer.table.rows) > 1
    return races and several and answer.reading.startswith("winner")

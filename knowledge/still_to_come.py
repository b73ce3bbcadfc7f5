"""Questions about what a running season has not decided: said to be still to come, with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import StillToCome
from knowledge.proof import reading
from knowledge.races import races_in
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.series import ALL_SERIES, series_words
from knowledge.undecided import undecided

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.running import Coming, Running
    from knowledge.scope import Scope

_OF_A_SCHEDULE = frozenset({Cue.LEFT, Cue.NEXT})
_WHEN = frozenset({Cue.WHEN, Cue.WHERE})


def still_to_come(parts: Parts, records: Records) -> StillToCome | None:
    """Why a running season has no answer yet; None where it has, or where none was asked about."""
    season = parts.scope.one_season
    running = [each for each in records.running.values() if each.season == season]
    if not running or parts.term or parts.cues & _OF_A_SCHEDULE:
        return None
    series = _series_meant(parts, records, running)
    if not series:
        return _not_begun(parts)
    if _asks_for_champion(parts):
        return undecided([each for each in running if each.series in series], records)
    if parts.cues & _WHEN and not parts.drivers:
        return None
    return _not_run(parts, series, records)


def _series_meant(parts: Parts, records: Records, running: list[Running]) -> tuple[str, ...]:
    """The series named, else those that a driver raced in that season, else Cup."""
    known = tuple(each.series for each in running)
    if parts.scope.series:
        return tuple(each for each in parts.scope.series if each in known)
    named: tuple[str, ...] = ()
    if parts.drivers:
        who = {person for driver in parts.drivers for person, _ in driver.candidates}
        rows = records.connection.execute(
            "select distinct series, driver from season_total where season = :season",
            {"season": parts.scope.one_season},
        )
        named = tuple({series for series, driver in rows if driver in who}) or known
    wanted = named or ("cup",)
    return tuple(each for each in ALL_SERIES if each in known and each in wanted) or known


def _asks_for_champion(parts: Parts) -> bool:
    of_titles = parts.measure is not None and parts.measure.table == "champion"
    return of_titles or Cue.CHAMPION in parts.cues


def _not_begun(parts: Parts) -> StillToCome | None:
    """Of a season of which no race is known there is no champion, whoever it will be."""
    if not _asks_for_champion(parts):
        return None
    season = f"{parts.scope.one_season} season of the {series_words(parts.scope.series)}"
    return StillToCome(f"The book holds nothing of the {season}, so its title is open.")


def _not_run(parts: Parts, series: tuple[str, ...], records: Records) -> StillToCome | None:
    """The races asked about, where all of them are to come."""
    limits = parts.scope.limited_to_races()
    asked = limits.but(series=series)
    if not records.coming(asked) and not parts.scope.series:
        asked = limits  # of the other series, where Cup never goes there
    coming = records.coming(asked)
    if not coming or races_in(asked, records):
        return None
    today = parts.today.isoformat() if parts.today else ""
    is_late = bool(coming[0].date) and coming[0].date < today
    still = "not in the book yet" if is_late else "still to come"
    return StillToCome(
        f"{_told(coming, limits)} {still}: {_days(coming, 'was' if is_late else 'is')}.",
        reading=reading("races to come", limits.but(series=(coming[0].series,))),
    )


def _told(coming: tuple[Coming, ...], limits: Scope) -> str:
    if len(coming) == 1:
        return f"The {coming[0].title} is"
    of = series_words(tuple(dict.fromkeys(each.series for each in coming)))
    return f"All {len(coming)} races of the {of}{where(limits, series=False)} are"


def _days(coming: tuple[Coming, ...], verb: str) -> str:
    first, last = coming[0], coming[-1]
    if not first.date:
        return "its day is not known yet" if first is last else "their days are not known yet"
    if first is last:
        return f"it {verb} planned for {first.date}"
    end = f"the last is for {last.date}" if last.date else "the day of the last is not known yet"
    return f"the first {verb} planned for {first.date}, {end}"

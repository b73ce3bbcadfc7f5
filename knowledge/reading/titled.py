"""A driver named by his title: in "wins of the 2003 Cup champion" the champion is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.drivers import NamedDriver
from knowledge.reading.meanings import Cue, MeasureNamed, People
from knowledge.running import last_decided

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records
    from knowledge.scope import Scope


def speaks_of_champion(mentions: Mentions) -> bool:
    """Whether a champion stands where a driver's name could, beside what he is asked for."""
    if Cue.CHAMPION not in mentions.cues or People in mentions.kinds or Cue.NEVER in mentions.cues:
        return False
    counted = {each.key for each in mentions.of(MeasureNamed) if not each.verb}
    return bool(counted - {"titles"})


def reigning(scope: Scope, records: Records) -> Scope:
    """The scope in the season of the last title that was decided, of the series or of Cup."""
    series = scope.series or ("cup",)
    season = max(last_decided(key, records.connection) for key in series)
    return scope.but(seasons=((season, season),)) if season else scope


def champion_meant(scope: Scope, records: Records) -> tuple[NamedDriver, ...]:
    """The champion of the one season named, in the series named or in Cup."""
    row = records.connection.execute(
        "select driver from champion where series = :series and season = :season",
        {"series": scope.series[0] if scope.series else "cup", "season": scope.one_season},
    ).fetchone()
    return (NamedDriver("champion", ((row[0], 1.0),), full=True),) if row else ()

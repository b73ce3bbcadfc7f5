"""What every answer about a season that is still running says: how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sentences import listed
from knowledge.series import ALL_SERIES

if TYPE_CHECKING:
    from knowledge.records import Records
    from knowledge.running import Coming, Running
    from knowledge.scope import Scope

_OF_A_SEASON = frozenset({"series", "season"})


def still_running(scope: Scope, records: Records) -> tuple[Running, ...]:
    """The seasons with races in the book and more to come, where a scope names or ends with one."""
    if not records.running:
        return ()
    named = {last if last is not None else first for first, last in scope.seasons}
    return tuple(
        season
        for season in records.running.values()
        if season.season in named
        and season.series in (scope.series or ALL_SERIES)
        and season.run
        and season.goes_on
    )


def so_far(scope: Scope, records: Records) -> str:
    """Say how far the season of a scope is; nothing where all that it asks about has been run."""
    seasons = still_running(scope, records)
    if not seasons:
        return ""
    running = f"The {seasons[0].season} season is still running"
    limits = scope.limited_to_races()
    if limits.columns <= _OF_A_SEASON:
        if not all(each.planned for each in seasons):
            return f"{running}: this is how it stands so far."
        return f"{running}: so far, {listed([each.reach for each in seasons])}."
    coming = records.coming(limits.but(series=tuple(each.series for each in seasons)))
    if coming:
        return f"{running}: {_more(coming)}."
    unknown = not all(each.planned for each in seasons) and not limits.one_race
    return f"{running}: this is how it stands so far." if unknown else ""


def _more(coming: tuple[Coming, ...]) -> str:
    """Say what is to come of the same kind: the other race there, the other nine playoff races."""
    race = f"the {coming[0].title}{f' on {coming[0].date}' if coming[0].date else ''}"
    if len(coming) == 1:
        return f"{race} is still to come"
    return f"{len(coming)} more of these races are still to come, the next {race}"


def said_so_far(sentence: str, scope: Scope) -> str:
    """A sentence about a running season: "in 2026 so far"."""
    season = f"in {scope.one_season}"
    return sentence.replace(season, f"{season} so far", 1)

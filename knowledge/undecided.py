"""Titles that nobody has won yet: how far the season is, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import StillToCome
from knowledge.proof import reading
from knowledge.scope import Scope
from knowledge.sentences import listed
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.records import Records
    from knowledge.running import Running


def undecided(seasons: Sequence[Running], records: Records) -> StillToCome:
    """Why there is no champion of these seasons, all of one year."""
    words = [SERIES_WORDS[each.series] for each in seasons]
    one = len(seasons) == 1
    title = f"The {seasons[0].season} {listed(words)} Series {'title is' if one else 'titles are'}"
    scope = Scope(
        series=tuple(each.series for each in seasons),
        seasons=((seasons[0].season, seasons[0].season),),
    )
    return StillToCome(
        f"{title} not decided yet. {' '.join(_how_far(each, records) for each in seasons)}",
        nearest=" ".join(_leader(each, records) for each in seasons).strip(),
        reading=reading("champion", scope),
    )


def _leader(season: Running, records: Records) -> str:
    """Who is first in the standings so far, where they are held."""
    after, ranked = records.points(season.series, season.season)
    if not ranked:
        return ""
    series, name = SERIES_WORDS[season.series], records.person(ranked[0][1]).name
    return f"{name} leads the {series} Series standings after {season.after(after)}."


def _how_far(season: Running, records: Records) -> str:
    if not season.goes_on:
        return f"All {season.planned} races were run, but the book has no champion so far."
    if not season.run:
        return f"None of the {season.reach.removeprefix('0 of ')} has been run."
    if not season.planned:
        return f"So far, it has had {season.reach}."
    finale = Scope(
        series=(season.series,), seasons=((season.season, season.season),), part="finale"
    )
    told = f"{season.reach} were run so far"
    for last in records.coming(finale):
        day = f" on {last.date}" if last.date else ""
        told += f"; the last is to be the {last.there}{day}"
    return f"{told}."

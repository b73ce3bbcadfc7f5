"""Which way of counting the words beside a number mean: the season, the career, this track."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.charts import short_track

if TYPE_CHECKING:
    from knowledge.highlights.race_day import RaceDay
    from knowledge.race_claims.histories import Known
    from knowledge.race_claims.parsed import Parsed
    from knowledge.race_claims.words import Number, Thing

_SEASON = re.compile(r"\bseason\b|\b(?:this|the) year\b", re.IGNORECASE)
_CAREER = re.compile(r"\b(?:career|all-time|series)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:there|here|(?:in|at) (?:that|this|the) (?:race|track))\b", re.IGNORECASE)
_COMBINED = re.compile(r"\b(?:combined|three|national|overall|altogether)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|with|in an?)\b", re.IGNORECASE)
_KIND = re.compile(r"\b(?:tracks|ovals|courses|superspeedways?|speedways)\b", re.IGNORECASE)
_SELDOM = {"combined": _COMBINED, "team": _FOR, "kind": _KIND}
"""Ways of counting that are meant only where the words say so."""


def in_scope(
    known: list[Known], number: Number, thing: Thing, parsed: Parsed, day: RaceDay
) -> list[Known]:
    """Those counted as the words say; all of them where the words say nothing."""
    words = _beside(number, parsed)
    where = _where(words, day)
    if not where and thing.noun.startswith("laps"):
        where = "race"
    said = [each for each in known if each.where in _SELDOM and _SELDOM[each.where].search(words)]
    plain = [each for each in known if each.where not in _SELDOM]
    meant = [each for each in plain if each.where in (where, "stated")]
    fits = where and any(each.where == where for each in plain)
    return [*said, *(meant if fits else plain)]


def _beside(number: Number, parsed: Parsed) -> str:
    """The words from a number to the next one or the next comma."""
    start = number.end
    ends = [each.start for each in parsed.numbers if each.start > start]
    ends += [at for at in (parsed.text.find(",", start), len(parsed.text)) if at > start]
    years = [each.start for each in parsed.numbers if each.digits and each.value > 1940]
    return parsed.text[start : min((end for end in ends if end not in years), default=start)]


def _where(words: str, day: RaceDay) -> str:
    there = [day.race.venue, short_track(day.race.venue)]
    if day.family:
        there.append(day.family.name)
    if any(each in words for each in there) or _THERE.search(words):
        return "track"
    if _SEASON.search(words):
        return "season"
    return "career" if _CAREER.search(words) else ""

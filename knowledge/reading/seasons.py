"""A small grammar of seasons: "in 2025", "since '18", "the 90s", "last five seasons"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Meaning, RecentSeasons, RelativeSeason, Seasons, SeasonShift

if TYPE_CHECKING:
    from knowledge.reading.phrase_book import Meant, PhraseBook


def _only(year: int) -> Meaning:
    return Seasons(year, year)


def _since(year: int) -> Meaning:
    return Seasons(year, None)


def _after(year: int) -> Meaning:
    return Seasons(year + 1, None)


def _until(year: int) -> Meaning:
    return Seasons(None, year)


def _before(year: int) -> Meaning:
    return Seasons(None, year - 1)


def _between(first: int, last: int) -> Meaning:
    return Seasons(min(first, last), max(first, last))


def _decade(first: int) -> Meaning:
    return Seasons(first, first + 9)


def _early(first: int) -> Meaning:
    return Seasons(first, first + 3)


def _late(first: int) -> Meaning:
    return Seasons(first + 6, first + 9)


_YEAR = (
    ("in|during|for|of {y}", _only),
    ("in|during|for|of the {y} season|campaign|year", _only),
    ("since|from the? start? of? {y} season?", _since),
    ("since {y} and? on|onward|onwards?", _since),
    ("from {y} and? on|onward|onwards|forward", _since),
    ("from {y} to|through|til|until date|now|present|today", _since),
    ("starting|beginning in|with|from {y}", _since),
    ("{y} and? on|onward|onwards|forward|later", _since),
    ("{y} to|through|til|until date|now|present|today", _since),
    ("after|post the? {y} season?", _after),
    ("until|till|through|thru|to the? end? of? {y} season?", _until),
    ("up to|through|until {y}", _until),
    ("before|pre|prior the? {y} season?", _before),
    ("prior to {y}", _before),
    ("from? {y} to|through|thru|til|till|until|and {y}", _between),
    ("between {y} and|to {y}", _between),
    ("from {y} {y}", _between),
)

_PHRASES: tuple[tuple[str, Meant], ...] = (
    ("{year}", _only),
    ("{ay}", _only),  # '98
    ("in|during|for|of? the {year} season|campaign?", _only),
    ("{year} season|campaign", _only),
    ("{year} {year}", _between),  # 2010-2015
    ("the? {yy} season|campaign", _only),
    ("back? in|during|for|of {decade}", _decade),
    ("back? in|during|for|of|from the {decade}", _decade),
    ("the? {decade}", _decade),
    ("in|during? the? early {decade}", _early),
    ("in|during? the? late {decade}", _late),
    ("since the {decade}", _since),
    ("before the {decade}", _before),
    ("in|over|during? the? last|past|previous {n} seasons|years|yrs", RecentSeasons),
    ("in|over|during? the? last|past couple of? seasons|years", RecentSeasons(2)),
    ("in|over|during? the? last|past few seasons|years", RecentSeasons(3)),
    ("in|over|during? the? last|past decade", RecentSeasons(10)),
    ("in|during|for? this|current season|year|campaign", RelativeSeason(0)),
    ("in|during|for? the current season|year", RelativeSeason(0)),
    ("so far this season|year", RelativeSeason(0)),
    ("in|during|for? last season|year", RelativeSeason(-1)),
    ("in|during|since? the? modern era", Seasons(1972, None)),
    ("in|during? the? playoff|chase era", Seasons(2004, None)),
    ("in|during? the? stage racing? era", Seasons(2017, None)),
    ("in|during? the? next gen|generation era|car?", Seasons(2022, None)),
    ("with|in|during? the? gen 7 era|car?", Seasons(2022, None)),
    ("in|during? the? gen 6 era|car?", Seasons(2013, 2021)),
    ("the? year|season before|prior|earlier", SeasonShift(-1)),
    ("the? previous|preceding|prior year|season", SeasonShift(-1)),
    ("the? year|season after|later", SeasonShift(1)),
    ("the? following year|season", SeasonShift(1)),
    ("a year|season later", SeasonShift(1)),
    ("in|during? the? winston cup era", Seasons(1971, 2003)),
    ("in|during? the? sprint cup era", Seasons(2008, 2016)),
    ("in|during? the? nextel cup era", Seasons(2004, 2007)),
)


def add_seasons(book: PhraseBook) -> None:
    """Teach a phrase book every way of naming seasons."""
    for pattern, meant in _PHRASES:
        book.add(pattern, meant)
    for pattern, meant in _YEAR:
        spans = ("{year}", "{yy}")
        for first in spans:
            if pattern.count("{y}") == 1:
                book.add(pattern.replace("{y}", first), meant)
                continue
            for last in spans:
                book.add(pattern.replace("{y}", first, 1).replace("{y}", last, 1), meant)

"""One meaning for each span: what the rest of the question says of a word with rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import (
    Cue,
    Make,
    Meaning,
    MeasureNamed,
    NamedRace,
    NotHeld,
    Number,
    People,
    Seasons,
    Series,
    Teams,
    Venues,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.reading.mentions import Mentions, Span
    from knowledge.records import Records

_BEFORE_A_TEAM = frozenset({"with", "for", "at", "by"})
_BEFORE_A_TRACK = frozenset({"at", "in", "on"})
_ASKS_WHO = frozenset({Cue.WHO, Cue.MOST, Cue.BEST, Cue.WHICH_DRIVER, Cue.WINNER})
_WELL_KNOWN = 20.0
"""Prominence from which a driver is meant by a name that a track has too: "Austin wins"."""

_GRAND_NATIONAL_WAS_BUSCH = 1986

_OWNER_OUTWEIGHS = 150.0
"""A driver weightier than this is meant by a surname that is a team's name too."""

_A_DRIVER = 10.0
"""Prominence from which a full name is the driver's, though a team is called so as well."""


def settle_rivals(mentions: Mentions, records: Records) -> Mentions:
    """Keep one meaning a span."""
    if all(len(span.rivals) == 1 for span in mentions.spans):
        return mentions
    context = _Context(mentions, records)
    spans = tuple(
        span if len(span.rivals) == 1 else span._replace(rivals=(context.prefer(span),))
        for span in mentions.spans
    )
    return mentions.with_spans(spans)


class _Context:
    """What else the question names."""

    def __init__(self, mentions: Mentions, records: Records) -> None:
        self._mentions = mentions
        self._records = records
        sure = [span.meaning for span in mentions.spans if len(span.rivals) == 1]
        self._driver = any(isinstance(each, People) for each in sure)
        self._series = [each.key for each in sure if isinstance(each, Series)]
        self._seasons = [each for each in sure if isinstance(each, Seasons)]
        cues = {each for each in sure if isinstance(each, Cue)}
        self._track = any(isinstance(each, Venues) for each in sure)
        self._asks_who = bool(cues & _ASKS_WHO)
        self._people = [each for each in sure if isinstance(each, People)]

    def prefer(self, span: Span) -> Meaning:
        rivals = list(span.rivals)
        for kind, choose in self._order():
            found = [each for each in rivals if isinstance(each, kind)]
            if found and choose(span, found):
                return self._best(kind, found)
        return rivals[0]

    def _best(self, kind: type, found: list[Meaning]) -> Meaning:
        if kind is Series:
            return self._best_series(found)
        return _anybody(found) if kind is People else found[0]

    def _order(self) -> tuple[tuple[type, Callable[[Span, list[Meaning]], bool]], ...]:
        return (
            (MeasureNamed, _always),
            (NotHeld, _always),
            (Make, _always),
            (Series, self._means_series),
            (NamedRace, self._means_race),
            (Teams, self._means_team),
            (Venues, self._means_venue),
            (People, _always),
            (Venues, _always),
            (Teams, _always),
            (Number, _always),
        )

    def _means_series(self, span: Span, _: list[Meaning]) -> bool:
        """Busch is a series beside another driver, and where nobody is being asked about."""
        people = [each for each in span.rivals if isinstance(each, People)]
        if not people or any(each.key in self._series for each in _series_in(span)):
            return True
        return self._driver or (self._asks_who and not self._series)

    def _best_series(self, found: list[Meaning]) -> Meaning:
        """Grand National was the first series, later the second: season or driver decide."""
        if not any(isinstance(each, Series) and each.key == "xfinity" for each in found):
            return found[0]
        if self._seasons:
            later = all((each.first or 0) >= _GRAND_NATIONAL_WAS_BUSCH for each in self._seasons)
        else:
            later = any(self._raced_most_in_second(each) for each in self._people)
        key = "xfinity" if later else "cup"
        return next(
            (each for each in found if isinstance(each, Series) and each.key == key), found[0]
        )

    def _raced_most_in_second(self, people: People) -> bool:
        rows = self._records.connection.execute(
            "select series from career_total where driver = :driver and series <> 'truck'"
            " order by starts desc limit 1",
            {"driver": people.candidates[0][0]},
        )
        return bool(rows.fetchone() == ("xfinity",))

    def _means_race(self, span: Span, _: list[Meaning]) -> bool:
        """The Brickyard is the Cup race; in another series it is the track."""
        if any(isinstance(each, Number) for each in span.rivals) and self._track:
            return False  # the 500 at Atlanta
        no_track = not any(isinstance(each, Venues) for each in span.rivals)
        return no_track or self._series in ([], ["cup"])

    def _means_team(self, span: Span, _: list[Meaning]) -> bool:
        people = [each for each in span.rivals if isinstance(each, People)]
        if not people or self._driver or self._word_before(span) in _BEFORE_A_TEAM:
            return True
        weight = people[0].candidates[0][1]
        return weight < (_A_DRIVER if people[0].part == "full" else _OWNER_OUTWEIGHS)

    def _means_venue(self, span: Span, _: list[Meaning]) -> bool:
        people = [each for each in span.rivals if isinstance(each, People)]
        if not people or self._driver or self._asks_who:
            return True
        if self._word_before(span) in _BEFORE_A_TRACK:
            return True
        venue = next(each for each in span.rivals if isinstance(each, Venues))
        return people[0].candidates[0][1] < max(_WELL_KNOWN, 2 * venue.races)

    def _word_before(self, span: Span) -> str:
        return self._mentions.words[span.start - 1].text if span.start else ""


def _anybody(found: list[Meaning]) -> People:
    """Everybody a word can mean: "Junior" is Dale Earnhardt Jr. before Junior Johnson."""
    people = [each for each in found if isinstance(each, People)]
    weights: dict[str, float] = {}
    for person, weight in (each for one in people for each in one.candidates):
        weights[person] = max(weight, weights.get(person, 0.0))
    ranked = tuple(sorted(weights.items(), key=lambda each: (-each[1], each[0])))
    likeliest = next(each for each in people if ranked[0] in each.candidates)
    return People(ranked, likeliest.part)


def _series_in(span: Span) -> list[Series]:
    return [each for each in span.rivals if isinstance(each, Series)]


def _always(_: Span, __: list[Meaning]) -> bool:
    return True

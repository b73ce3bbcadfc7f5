"""What was true of each winner's career in a series, and of whom else the same was."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.rows import Won
    from knowledge.trivia.series_rows import SeriesRows

Fact: TypeAlias = tuple[object, ...]


class Careers:
    """What the clues are made of, of every winner of the series, and who shares each fact.

    How often he won is a clue of each: no driver without a win fits them all.
    """

    def __init__(self, rows: SeriesRows) -> None:
        self.won: dict[str, list[Won]] = defaultdict(list)
        for won in rows.all_wins:
            self.won[won.driver].append(won)
        self.starts = _starts_of(rows)
        self.facts: dict[str, dict[str, Fact]] = {}
        self._sharing: dict[tuple[str, Fact], set[str]] = defaultdict(set)
        for driver in self.starts:
            facts = dict(_facts(driver, self.won[driver], rows))
            self.facts[driver] = facts
            for name, fact in facts.items():
                self._sharing[name, fact].add(driver)

    def sharing(self, name: str, driver: str) -> frozenset[str]:
        """Every driver of whom the same is true."""
        return frozenset(self._sharing[name, self.facts[driver][name]])


def _starts_of(rows: SeriesRows) -> dict[str, int]:
    found = rows.records.connection.execute(
        "select driver, starts from career_total where series = :series and wins > 0"
        " order by driver",
        {"series": rows.series},
    )
    return dict(found.fetchall())


def _facts(driver: str, won: list[Won], rows: SeriesRows) -> Iterator[tuple[str, Fact]]:
    span = rows.spans[driver]
    yield "debut", (span.first,)
    yield "span", (span.first, span.last)
    yield "titles", rows.titles.get(driver, ())
    yield "wins", (len(won),)
    yield "first win", (won[0].season, won[0].venue)
    if track := _most([each.venue for each in won]):
        yield "track", track
    if car := _most([each.car for each in won if each.car]):
        yield "car", car[:1]
    jewels = Counter(rows.jewels[each.race] for each in won if each.race in rows.jewels)
    for jewel, number in jewels.items():
        yield jewel, (number,)


def _most(each_win: list[str]) -> tuple[str, int] | None:
    """What stands most often among the wins, and how often; None where two do."""
    counted = Counter(each_win).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0]

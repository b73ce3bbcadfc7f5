"""What a fan would ask next: follow-ups to an answer, each tried before it is offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.book.spelling import spell
from knowledge.once import once
from knowledge.reading.drivers import settle
from knowledge.reading.meanings import Cue
from knowledge.reading.parts import Parts
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.answer import Outcome
    from knowledge.records import Records

_TRIED = 4
"""Follow-ups that are asked to find those that have an answer; each costs as much as a question."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SAME_CLASS = 4
"""Seasons between the first starts of two who are compared."""

_WELL_KNOWN = 60.0
"""Prominence from which a namesake is somebody to ask about."""


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A follow-up as a button says it, and as it is asked."""

    label: str
    text: str


class NextQuestions:
    """Offers what could be asked after an answer."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def after(
        self, answer: Answer, ask: Callable[[str], Outcome], limit: int
    ) -> tuple[NextQuestion, ...]:
        """The first follow-ups that come to another answer."""
        if not isinstance(answer.question, Parts):
            return ()
        offered: list[NextQuestion] = []
        for tried, each in enumerate(self._candidates(answer, answer.question)):
            if len(offered) == limit or tried == _TRIED:
                break
            if _tells_something_else(ask(each.text), answer):
                offered.append(each)
        return tuple(offered)

    def _candidates(self, answer: Answer, parts: Parts) -> Iterator[NextQuestion]:
        if len(parts.drivers) == 1:
            yield from self._other_drivers(answer, parts)
        of_standings = Cue.STANDINGS in parts.cues
        season = parts.scope.one_season
        if of_standings and not parts.scope.seasons:
            season = self._records.last_season
        scope = parts.scope
        is_race = bool(scope.races or scope.venues or scope.round) and not parts.drivers
        if season and (is_race or of_standings):
            yield NextQuestion(str(season - 1), f"what about {season - 1}?")
        if season and is_race and not parts.stage:
            yield NextQuestion("On the pole", "who was on the pole?")
        if not scope.races and not scope.round:
            yield from _other_series(answer.series)
        if parts.measure and not parts.scope.seasons:
            last = self._records.last_season
            yield NextQuestion(f"In {last}", f"in {last}")
        if parts.measure and parts.measure.key != "wins":
            yield NextQuestion("Wins", "wins")
        elif parts.measure and not scope.one_race:
            yield NextQuestion("Top fives", "top fives")

    def _other_drivers(self, answer: Answer, parts: Parts) -> Iterator[NextQuestion]:
        """The other Busch, and whom the driver raced against."""
        (person, *others) = settle(parts.drivers[0], parts.scope, self._records)
        if others:
            return
        if namesake := self._rivals.get((person, True)):
            yield NextQuestion(namesake, f"and {namesake}?")
        rival = self._rivals.get((person, False))
        counted = isinstance(answer.value, int | float) and not isinstance(answer.value, bool)
        if rival and parts.measure and counted:
            name = self._records.person(person).name
            words = [f"who has more {parts.measure.plural}, {name} or {rival}"]
            words += [f"in {SERIES_WORDS[key]}" for key in answer.series if len(answer.series) == 1]
            words += [f"at {venue.name}" for venue in parts.scope.venues]
            words += [str(parts.scope.one_season)] if parts.scope.one_season else []
            yield NextQuestion(f"Compare {rival}", " ".join(words))

    @once
    def _rivals(self) -> dict[tuple[str, bool], str]:
        """The best known contemporary, of the same surname (True) and of another, by person."""
        rows = self._records.connection.execute(
            """
            select id, name, first_season, last_season from person
            where prominence >= :well_known order by prominence desc
            """,
            {"well_known": _WELL_KNOWN},
        ).fetchall()
        known = [(*row, _surname(row[1])) for row in rows]
        rivals: dict[tuple[str, bool], str] = {}
        for person, _, first, last, surname in known:
            others = [each for each in known if each[0] != person]
            for _, name, other_first, other_last, other_surname in others:
                alike = surname == other_surname
                met = first <= other_last and other_first <= last
                if met if alike else abs(first - other_first) <= _SAME_CLASS:
                    rivals.setdefault((person, alike), name)
        return rivals


def _tells_something_else(outcome: Outcome, answer: Answer) -> bool:
    """Whether a follow-up has an answer of its own, and not just that there is nothing."""
    return isinstance(outcome, Answer) and outcome.headline != answer.headline and _is_some(outcome)


def _is_some(answer: Answer) -> bool:
    return answer.value not in (0, False) or isinstance(answer.value, str)


def _other_series(series: tuple[str, ...]) -> Iterator[NextQuestion]:
    if len(series) == 1:
        yield NextQuestion("All series", "all three series")
    for key, word in SERIES_WORDS.items():
        if series != (key,):
            yield NextQuestion(f"{word} Series", f"in the {word} Series")


def _surname(name: str) -> str:
    words = [word for word in spell(name) if word not in _SUFFIXES]
    return words[-1] if words else name

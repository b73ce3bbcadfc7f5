"""What counts: what a term means here, and whether such a thing is in the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown
from knowledge.proof import Finding
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from knowledge.reading.meanings import Cue
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"term"})


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with its meaning, in the series and season asked about where that changed."""

    parts: Parts
    key: str
    asks_whether: bool

    USES: ClassVar = _USES
    CUES: ClassVar[frozenset[Cue]] = frozenset()
    UNDERSTANDS: ClassVar = (
        "what is a DNF",
        "does the Clash count?",
        "what counts as a win",
        "what is the playoff format in 2014 cup",
        "what does driver rating mean",
    )
    DECLINES: ClassVar = (
        "what is Heim's win count",
        "what is the most wins at Talladega",
        "what is Larson's driver rating in 2021",
        "how many poles count for Gordon",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Definition | None:  # noqa: ARG003 - as all shapes
        if not parts.term:
            return None
        return cls(parts, *parts.term)

    def answer(self, records: Records) -> Outcome:
        series = self.parts.scope.series[0] if self.parts.scope.series else "cup"
        rows = _held(self.key, series, records)
        season = self._season(records)
        row = next((each for each in rows if _was_so(each, season)), None)
        if row is None:
            return Unknown(f"I hold no {self._name} for {SERIES_WORDS[series]} in {season}.")
        sentence, value = self._told(row)
        return Finding(
            sentence,
            value,
            read_as=" · ".join(["what counts", self._name, *self._scope_words(row)]),
            table=_rules(rows),
            backed_by="definitions",
        ).answer(self.parts, self.parts.scope, records)

    def _season(self, records: Records) -> int:
        spans = self.parts.scope.seasons
        first = spans[0][0] or spans[0][1] if spans else None
        return first or records.last_season

    @property
    def _name(self) -> str:
        return self.key.replace("_", " ")

    def _told(self, row: tuple[str | int | None, ...]) -> tuple[str, str | bool]:
        counts, *_, text = map(str, row)
        if not self.asks_whether or not row[0]:
            return text, text
        return f"{counts.capitalize()}. {text}", counts == "yes"

    def _scope_words(self, row: tuple[str | int | None, ...]) -> tuple[str, ...]:
        _, series, first, last, _ = row
        if series is None:
            return ()
        return f"{SERIES_WORDS[str(series)]} Series", f"{first} to {last or 'now'}"


def _held(key: str, series: str, records: Records) -> list[tuple[str | int | None, ...]]:
    return records.connection.execute(
        """
        select counts, series, first, last, text from definition
        where key = :key and (series is null or series = :series) order by first
        """,
        {"key": key, "series": series},
    ).fetchall()


def _was_so(row: tuple[str | int | None, ...], season: int) -> bool:
    _, _, first, last, _ = row
    return int(first or 0) <= season <= int(last or season)


def _rules(rows: list[tuple[str | int | None, ...]]) -> Table:
    """The rule in every era; the first and the last season are empty where it never changed."""
    return Table(
        ("First", "Last", "Rule"), tuple((first, last, text) for *_, first, last, text in rows)
    )

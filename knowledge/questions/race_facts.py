"""Facts of a race: its cautions, lead changes, speeds, margin, date, or the race on one card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Answer, Cell, Outcome, Table, Unknown, Value
from knowledge.charts import moves
from knowledge.measures import ordinal
from knowledge.proof import Finding, reading
from knowledge.race_facts import RACE_FACT, RACE_FACTS, RaceFact, written
from knowledge.races import Race, races_in
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "fact", "ordinal"})
_CUES = frozenset(
    {
        Cue.EACH,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LONGEST,  # of "how long"
        Cue.LAST,
        Cue.LIST,
        Cue.STORY,
        Cue.WHEN,
        Cue.WHERE,
        Cue.WHICH,
        Cue.WHICH_TRACK,
        Cue.YES_NO,
    }
)
_DATE, _STORY, _TRACK = "date", "story", "track"
_ONE_SEASON_AT_A_TRACK = 4
"""More races than any series ran at one track in a season: each is told by itself."""

_RESULT_COLUMNS = ("Finish", "Start", "Car", "Driver", "Make", "Team", "Laps", "Led", "Status")
_TOP = 10


@dataclass(frozen=True, slots=True)
class RaceFacts:
    """One fact of each race of a small scope, or the whole story of one race."""

    parts: Parts
    scope: Scope
    key: str  # of a RaceFact, or date, track or story

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many cautions in the 2001 Daytona 500",
        "how many lead changes in the fall 2010 Talladega race",
        "margin of victory in the 2020 Southern 500",
        "average speed of the 1980 Daytona 500",
        "how many cars started the 2020 Coke 600",
        "what was the date of the 2016 Daytona 500",
        "what happened in the 1979 Daytona 500",
        "tell me about the 2024 finale",
    )
    DECLINES: ClassVar = (
        "who won the 1979 Daytona 500",
        "when did Heim last win",
        "how many laps did Kyle Busch lead in Trucks in 2014",
        "most lead changes in a Cup race",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RaceFacts | None:
        key = _asked(parts)
        if key is None or parts.scope.columns & {"team", "make", "car", "start"}:
            return None
        return cls(parts, replace(parts.scope, series=series_raced(parts.scope, records)), key)

    def answer(self, records: Records) -> Outcome:
        races = races_in(self.scope, records)
        if not races:
            return Unknown(f"The book holds no race{where(self.scope)}.")
        chosen = self._chosen(races)
        if not chosen:
            return Unknown(f"There were only {len(races)} races{where(self.scope)}.")
        if len(chosen) == 1:
            return self._one(chosen[0], records, latest=len(races) > 1)
        if self.key in RACE_FACT and (RACE_FACT[self.key].adds_up or _few(chosen)):
            return self._each(RACE_FACT[self.key], chosen, records)
        if self.key == _DATE and _few(chosen):
            return self._dates(chosen, records)
        return Unknown(
            f"There were {len(chosen)} races{where(self.scope)}; tell me which one.",
            nearest=_names(chosen) if _few(chosen) else "",
            reading=reading(self._what(), self.scope),
        )

    def _chosen(self, races: Sequence[Race]) -> Sequence[Race]:
        if self.parts.ordinal:
            return races[self.parts.ordinal - 1 : self.parts.ordinal]
        named_season = self.scope.seasons and Cue.LAST not in self.parts.cues
        return races if named_season else races[-1:]

    def _what(self) -> str:
        return RACE_FACT[self.key].noun if self.key in RACE_FACT else self.key

    def _one(self, race: Race, records: Records, *, latest: bool) -> Outcome:
        facts = _facts(race, records)
        caveat = f"No year was named: this is the {race.title}."
        caveats = (caveat if latest and not self.parts.ordinal else "",)
        if self.key == _STORY:
            return self._story(race, facts, caveats, records)
        if self.key == _TRACK:
            there = f"The {race.title} was run at {race.venue} on {race.date}."
            return self._finding(there, race.venue, race, facts, caveats, records)
        if self.key == _DATE:
            return self._finding(
                f"The {race.title} was run on {race.date}.",
                race.date,
                race,
                facts,
                caveats,
                records,
            )
        fact = RACE_FACT[self.key]
        if facts[self.key] is None:
            return self._missing(fact, race, facts)
        sentence = f"{fact.sentence(facts[self.key])} the {race.title} on {race.date}."
        told = capital(sentence)
        value = facts[self.key]
        if Cue.YES_NO in self.parts.cues:
            told, value = f"{'Yes' if value else 'No'}: {sentence}", bool(value)
        return self._finding(told, value, race, facts, caveats, records)

    def _finding(
        self,
        headline: str,
        value: Value,
        race: Race,
        facts: dict[str, Cell],
        caveats: tuple[str, ...],
        records: Records,
    ) -> Answer:
        known = [(RACE_FACT[key].noun, facts[key]) for key in facts if facts[key] is not None]
        about = (("race", race.title), ("date", race.date))
        return Finding(
            headline,
            value,
            read_as=reading(self._what(), self.scope),
            table=Table(("Fact", "Value"), (*about, *known)),
            caveats=caveats,
            backed_by="races",
        ).answer(self.parts, self.scope, records)

    def _missing(self, fact: RaceFact, race: Race, facts: dict[str, Cell]) -> Unknown:
        known = [
            f"{RACE_FACT[key].noun} {written(facts[key])}{RACE_FACT[key].unit}"
            for key in ("lead_changes", "cautions", "average_mph", "cars")
            if facts[key] is not None
        ]
        return Unknown(
            f"The book does not hold the {fact.noun} of the {race.title}. {fact.note}".strip(),
            nearest=f"What it holds: {listed(known)}." if known else "",
            reading=reading(fact.noun, self.scope),
        )

    def _each(self, fact: RaceFact, races: Sequence[Race], records: Records) -> Outcome:
        """One fact of several races, added up where that means something."""
        rows = [
            (race.date, race.name, race.venue, _facts(race, records)[fact.key]) for race in races
        ]
        known = [row[3] for row in rows if row[3] is not None]
        if not known:
            return Unknown(
                f"The book does not hold the {fact.noun}{where(self.scope)}.", nearest=fact.note
            )
        told = listed(
            [
                f"{value} in the {name} on {date}"
                for date, name, _, value in rows
                if value is not None
            ]
        )
        total = sum(int(value) for value in known) if fact.adds_up else None
        heading = fact.noun.capitalize() if total is None else f"{total:,} {fact.noun}"
        gap = len(rows) - len(known)
        return Finding(
            f"{heading}{where(self.scope)}: {told}."
            if _few(races)
            else f"{heading}{where(self.scope)} in {len(known)} races.",
            tuple(map(_plain, known)) if total is None else total,
            read_as=reading(fact.noun, self.scope),
            table=Table(("Date", "Race", "Track", fact.noun.capitalize()), tuple(rows)),
            caveats=(f"It is not known for {gap} of {len(rows)} races." if gap else "", fact.note),
            backed_by="races",
        ).answer(self.parts, self.scope, records)

    def _dates(self, races: Sequence[Race], records: Records) -> Answer:
        rows = tuple((race.date, race.name, race.venue) for race in races)
        told = listed([f"the {name} on {date}" for date, name, _ in rows])
        return Finding(
            f"There were {len(rows)} races{where(self.scope)}: {told}.",
            tuple(date for date, *_ in rows),
            read_as=reading(_DATE, self.scope),
            table=Table(("Date", "Race", "Track"), rows),
            backed_by="races",
        ).answer(self.parts, self.scope, records)

    def _story(
        self, race: Race, facts: dict[str, Cell], caveats: tuple[str, ...], records: Records
    ) -> Answer:
        top = _top_ten(race, records)
        return Finding(
            _story(race, facts, top),
            str(top[0][3]),
            read_as=reading("race", self.scope),
            table=Table(_RESULT_COLUMNS, top),
            drawing=lambda: moves(
                [(str(r[3]), r[1], r[0]) for r in top], f"Start against finish, {race.title}"
            ),
            caveats=caveats,
            backed_by="races",
        ).answer(self.parts, self.scope, records)


def _asked(parts: Parts) -> str | None:
    """The fact asked for; None where the question is about something else."""
    if (Cue.HOW_LONG in parts.cues) != (Cue.LONGEST in parts.cues):
        return None
    if parts.fact:
        return _fact(parts)
    if _asks_for_track(parts):
        return _TRACK
    return _of_races(parts) if _names_races(parts.scope) else None


def _fact(parts: Parts) -> str | None:
    if not _names_races(parts.scope) and not parts.scope.one_season:
        return None  # left to a follow-up
    return parts.fact if _key(parts) in (None, "starts", "laps") else None


def _of_races(parts: Parts) -> str | None:
    """What is asked of a named race without naming a fact: how long, how many laps, when."""
    key, cues = _key(parts), parts.cues
    if Cue.HOW_LONG in cues and key is None:
        return "duration"
    if key == "laps" and Cue.HOW_MANY in cues:
        return "laps"
    if key is None and cues & {Cue.STORY, Cue.ABOUT}:
        one = parts.scope.one_season or parts.ordinal or Cue.LAST in cues
        return _STORY if one else None
    one_running = parts.scope.races is not None and len(parts.scope.races.ids) == 1
    named = parts.scope.seasons or one_running
    return _DATE if key in (None, "starts") and Cue.WHEN in cues and named else None


def _key(parts: Parts) -> str | None:
    return parts.measure.key if parts.measure else None


def _asks_for_track(parts: Parts) -> bool:
    """Where a race was run, named by its number or name: "where was the 10th race of 1999"."""
    scope = parts.scope
    one = scope.one_season and (scope.round or scope.part or parts.ordinal or scope.races)
    asks = parts.cues & {Cue.WHERE, Cue.WHICH_TRACK} and not scope.venues
    return bool(asks and one and _key(parts) in (None, "starts"))


def _names_races(scope: Scope) -> bool:
    return bool(scope.races or scope.venues or scope.round or scope.part in ("opener", "finale"))


def _plain(value: str | float) -> str | int:
    return value if isinstance(value, int) else str(value)


def _names(races: Sequence[Race]) -> str:
    return f"They were {listed([f'the {race.name} on {race.date}' for race in races])}."


def _few(races: Sequence[Race]) -> bool:
    return len(races) <= _ONE_SEASON_AT_A_TRACK


def _facts(race: Race, records: Records) -> dict[str, Cell]:
    """Every fact of a race by its key; None where it is not known."""
    keys = [fact.key for fact in RACE_FACTS]
    row = records.connection.execute(
        f"select {', '.join(keys)} from race where id = :race", {"race": race.id}
    ).fetchone()
    return dict(zip(keys, map(_typed, row), strict=True))


def _typed(cell: Cell) -> Cell:
    """Margins stand as text, for some are words."""
    if isinstance(cell, str) and cell.replace(".", "", 1).isdigit():
        return float(cell)
    return cell or None if isinstance(cell, str) else cell


def _top_ten(race: Race, records: Records) -> tuple[tuple[Cell, ...], ...]:
    rows = records.connection.execute(
        """
        select finish, start, car, driver, make, team, laps, led, status from result
        where race = :race and finish <= :top order by finish
        """,
        {"race": race.id, "top": _TOP},
    )
    return tuple((*row[:3], records.person(row[3]).name, *row[4:]) for row in rows)


def _story(race: Race, facts: dict[str, Cell], top: tuple[tuple[Cell, ...], ...]) -> str:
    """Who won from where, who came next, and how the race went."""
    start = f" from {ordinal(int(str(top[0][1])))} on the grid" if top[0][1] else ""
    after = listed([str(row[3]) for row in top[1:3]])
    counts = [
        f"{facts[key]} {RACE_FACT[key].noun}"
        for key in ("lead_changes", "cautions")
        if facts[key] is not None and facts[key] != 1
    ]
    went = f" There were {listed(counts)} among {facts['cars']} cars." if counts else ""
    ahead = f", ahead of {after}" if after else ""
    return f"{top[0][3]} won the {race.title} on {race.date}{start}{ahead.rstrip('.')}.{went}"

"""One edition of the record book: everything that is read from one built book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.answer import Answer, AsOf, Outcome, Source, Unknown, WhichOne
from knowledge.chosen import chosen
from knowledge.corrected import corrected_since
from knowledge.follow_up import completed, stays_there, with_person_meant
from knowledge.naming import names_only
from knowledge.next_questions import NextQuestions
from knowledge.once import once
from knowledge.questions.note import Note
from knowledge.reading.claiming import is_claim
from knowledge.reading.examples import EXAMPLES, examples_like
from knowledge.reading.meanings import Cue
from knowledge.reading.parts import Parts
from knowledge.reading.reader import Reader
from knowledge.reading.understanding import understand
from knowledge.reading.words import LONGEST_QUESTION
from knowledge.series import ALL_SERIES
from knowledge.shapes import fitting
from knowledge.so_far import said_so_far, still_running
from knowledge.still_to_come import still_to_come
from knowledge.subjects import without_title
from knowledge.suggested import Suggestions

if TYPE_CHECKING:
    from datetime import date

    from knowledge.claims.claim import Desk, Verdict
    from knowledge.claims.stated_facts import StatedFact
    from knowledge.corrected import CorrectedRace
    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay
    from knowledge.next_questions import NextQuestion
    from knowledge.races import Race
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records
    from knowledge.suggesting import Suggestion
    from knowledge.trivia.recounting import Recounting
    from knowledge.trivia.trivia import AskedBefore, Mark, Recount, Trivia, Wish
    from knowledge.trivia_doctor.diagnosis import Asked, Diagnosis


_DAYS_AT_HAND = 8


@dataclass(frozen=True, slots=True)
class SeriesStatus:
    """What the book holds of one series."""

    series: str
    races: int
    starts: int
    first_season: int
    last: AsOf


@dataclass(frozen=True, slots=True)
class BookStatus:
    """What the book holds, as of which races, from which sources."""

    series: tuple[SeriesStatus, ...]
    drivers: int
    sources: tuple[Source, ...]
    fingerprint: str  # of all that the book was built from
    fresh_races: int = 0  # taken in since the embedded records end


class Edition:
    """A book as it was when it was opened; a newer one takes nothing away from it."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.fingerprint = records.fingerprint
        self.reader = Reader(records.connection)
        self._suggestions = Suggestions(records)
        self._next = NextQuestions(records)
        self._days: dict[int, RaceDay] = {}

    def ask(self, text: str, after: Outcome | None = None, today: date | None = None) -> Outcome:
        """Answer a question; `after` is what the question before it came back as."""
        if len(text) > LONGEST_QUESTION:
            return Unknown(
                f"That is {len(text):,} characters; a question fits in {LONGEST_QUESTION}.",
                examples=EXAMPLES,
            )
        if isinstance(after, WhichOne) and (parts := chosen(text, after, self.records)):
            return self._answer(parts) or _not_a_question(after)
        mentions = self.reader.read(text)
        outcome = self._by_rows(mentions, after, today)
        if not isinstance(outcome, Unknown):
            return outcome
        if noted := Note.on(mentions, self.records):
            return replace(noted.answer(self.records), question=outcome.question)
        if is_claim(mentions) and (settled := self._settled(text, today)):
            return replace(settled, question=outcome.question)
        return replace(outcome, examples=examples_like(mentions, self.records))

    def _settled(self, text: str, today: date | None) -> Answer | None:
        """A statement answered as a yes or no, where the rows settle it whole."""
        verdicts = self.settle(text, today)
        if len(verdicts) != 1 or verdicts[0].answer is None:
            return None
        verdict, answer = verdicts[0], verdicts[0].answer
        if verdict.judgement == "can't tell":
            return None
        headline = f"{verdict.judgement.capitalize()}: {verdict.words}"
        return replace(answer, headline=headline, value=verdict.judgement == "true")

    def _by_rows(self, mentions: Mentions, after: Outcome | None, today: date | None) -> Outcome:
        parts = understand(mentions, self.records, today)
        if isinstance(parts, Unknown):
            return replace(parts, question=after.question if after else None)
        if parts.cues == {Cue.WHY} and isinstance(after, Answer):
            return _explained(after)
        if isinstance(after, Answer) and (named := with_person_meant(parts, after, self.records)):
            there = self._follow_up(named, after) if stays_there(named, after.question) else None
            return there or self._answer(named) or _not_a_question(after)
        if parts.only_completes:
            return self._follow_up(parts, after) or self._answer(parts) or _not_a_question(after)
        own = self._answer(parts)
        if isinstance(own, Unknown) and isinstance(after, Answer):
            followed = self._follow_up(parts, after)
            return followed if isinstance(followed, Answer) else own
        return own or self._follow_up(parts, after) or _not_a_question(after)

    def settle(self, text: str, today: date | None = None) -> tuple[Verdict, ...]:
        """Check a statement against the rows, part by part."""
        # Loaded only now: most who start the program ask one question and settle nothing.
        from knowledge.claims.settling import settle

        return settle(text, self._desk(today))

    def stated_facts(self, text: str, today: date | None = None) -> tuple[StatedFact, ...]:
        """Check each number and name that a text states, with its place in the text."""
        from knowledge.claims.stated_facts import stated_facts

        return stated_facts(text, self._desk(today))

    def races(self, text: str, today: date | None = None) -> tuple[Race, ...]:
        """The races that a text names, in the order they were run; none where it names none."""
        from knowledge.races import races_named

        parts = understand(self.reader.read(text), self.records, today)
        return () if isinstance(parts, Unknown) else races_named(parts, self.records)

    def race_day(self, race: Race) -> RaceDay:
        """A race with its rows as they stood that evening; a recap looks at them many times."""
        from knowledge.highlights.race_day import RaceDay

        if race.id not in self._days:
            if len(self._days) >= _DAYS_AT_HAND:
                del self._days[next(iter(self._days))]
            self._days[race.id] = RaceDay(race, self.records)
        return self._days[race.id]

    def highlights(self, race: Race) -> tuple[Highlight, ...]:
        """What was remarkable in a race as it stood that evening, the weightiest first."""
        from knowledge.highlights.finding import highlights_of

        return highlights_of(self.race_day(race))

    def record_watch(self, series: str, track: str = "") -> tuple[Highlight, ...]:
        """What could fall in the next race of a series, counted from the last one here."""
        from knowledge.record_watch.finding import watched
        from knowledge.record_watch.race_to_come import RaceToCome, last_race

        last = last_race(series, self.records)
        if last is None:
            return ()
        return watched(RaceToCome(self.race_day(last), self._venue_called(track)))

    def _venue_called(self, track: str) -> str:
        """The layout of that very name, else the one that a fan's name of it means; or none."""
        names = {name: venue for venue, name in self.records.venue_names.items()}
        if not track or track in names:
            return str(names.get(track, ""))
        parts = understand(self.reader.read(track), self.records, None)
        venues = () if isinstance(parts, Unknown) else parts.scope.venues
        return venues[0].ids[0] if len(venues) == 1 and len(venues[0].ids) == 1 else ""

    def facts_about(self, race: Race, text: str) -> tuple[StatedFact, ...]:
        """Check each number and name of a text about a race against its rows of that evening."""
        from knowledge.race_claims.checking import checked

        return checked(text, self.race_day(race), self._desk(None))

    def trivia(self, wish: Wish, many: int, seed: int) -> tuple[Trivia, ...]:
        """Quiz questions that fit a wish, the same for the same seed; fewer where there are not."""
        from knowledge.trivia.asking import trivia_for

        return trivia_for(wish, many, seed, self.reader, self.records)

    def recount(self, asked: AskedBefore) -> Recount | None:
        """What is right by now in a question asked before; None where it is none of ours."""
        return self._recounting.recount(asked)

    @once
    def _recounting(self) -> Recounting:
        from knowledge.trivia.recounting import Recounting

        return Recounting(self.records)

    def mark(self, trivia: Trivia, text: str) -> Mark:
        """Mark a typed answer to a quiz question."""
        from knowledge.trivia.marking import mark

        return mark(trivia, text, self.reader, self.records)

    def corrected(self, since: str) -> tuple[CorrectedRace, ...]:
        """The races whose result was corrected on that day or later, the latest first."""
        return corrected_since(since, self.records)

    def diagnose(self, question: Asked) -> Diagnosis:
        """What the rows contradict in a trivia question, what has expired, what is ambiguous."""
        from knowledge.trivia_doctor.diagnosing import diagnosed
        from knowledge.trivia_doctor.diagnosis import Practice

        desk = self._desk(None)
        practice = Practice(desk.read, desk.ask, self._answer, self.settle, desk.records)
        return diagnosed(question, practice)

    def _desk(self, today: date | None) -> Desk:
        from knowledge.claims.claim import Desk

        def ask(question: str) -> Outcome:  # of the rows alone: a note proves nothing
            return self._by_rows(self.reader.read(question), None, today)

        return Desk(self.reader.read, ask, self.records)

    def _answer(self, parts: Parts) -> Outcome | None:
        """The answer of the first shape that reads the parts."""
        if untitled := without_title(parts, self.records):
            return _asked(untitled, parts)
        if reason := still_to_come(parts, self.records):
            return _asked(reason, parts)
        for shape in fitting(parts):
            question = shape.read(parts, self.records)
            if question is None:
                continue
            if isinstance(question, Outcome):
                return _asked(question, parts)
            outcome = _asked(question.answer(self.records), parts)
            return self._so_far(outcome, parts) if isinstance(outcome, Unknown) else outcome
        return None

    def _so_far(self, unknown: Unknown, parts: Parts) -> Unknown:
        """What is not there in a running season may still come."""
        if not still_running(parts.scope, self.records):
            return unknown
        return replace(unknown, why=said_so_far(unknown.why, parts.scope))

    def _follow_up(self, parts: Parts, after: Outcome | None) -> Outcome | None:
        if after is None or not isinstance(after.question, Parts):
            return None
        return self._answer(completed(parts, after.question))

    def suggest(self, kind: str, typed: str, limit: int = 25) -> tuple[Suggestion, ...]:
        """Complete the name of a driver, track, race, series or season while it is typed."""
        return self._suggestions.find(kind, typed, limit)

    def next_questions(
        self, answer: Answer, today: date | None = None, limit: int = 2
    ) -> tuple[NextQuestion, ...]:
        """What could be asked after an answer, and has an answer too."""
        return self._next.after(answer, lambda text: self.ask(text, answer, today), limit)

    def knows(self, kind: str, text: str) -> bool:
        """Whether a text names something of a kind that can be suggested; races are asked for."""
        if kind == "series":
            return bool(self.suggest(kind, text, limit=1))
        return kind == "race" or names_only(kind, self.reader.read(text))

    def status(self) -> BookStatus:
        rows = self.records.connection.execute(
            "select series, count(*), sum(cars), min(season) from race group by series"
        )
        held = {series: tuple(numbers) for series, *numbers in rows}
        (drivers,) = self.records.connection.execute("select count(*) from person").fetchone()
        return BookStatus(
            tuple(self._series_status(key, *held[key]) for key in ALL_SERIES),
            drivers,
            self.records.sources(),
            self.fingerprint,
            self.records.fresh_races,
        )

    def _series_status(self, key: str, races: int, starts: int, first: int) -> SeriesStatus:
        return SeriesStatus(key, races, starts, first, self.records.as_of((key,)))


def _asked(outcome: Outcome, parts: Parts) -> Outcome:
    return outcome if outcome.question is parts else replace(outcome, question=parts)


def _explained(answer: Answer) -> Answer:
    """Why the answer is what it is: how it was read, and how many rows stand behind it."""
    rows = len(answer.table.rows)
    told = f"{rows} {'row stands' if rows == 1 else 'rows stand'} behind it"
    return replace(answer, headline=f"I read it as {answer.reading}; {told}. {answer.headline}")


def _not_a_question(after: Outcome | None) -> Unknown:
    return Unknown(
        "I could not tell what is asked there.",
        examples=EXAMPLES,
        question=after.question if after else None,
    )

"""The record book as the bot needs it: something to ask that says what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from knowledge.answer import Answer, Outcome
    from knowledge.claims.claim import Verdict
    from knowledge.claims.stated_facts import StatedFact
    from knowledge.corrected import CorrectedRace
    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay
    from knowledge.next_questions import NextQuestion
    from knowledge.races import Race
    from knowledge.record_book import BookStatus
    from knowledge.suggesting import Suggestion
    from knowledge.trivia.trivia import AskedBefore, Mark, Recount, Trivia, Wish
    from knowledge.trivia_doctor.diagnosis import Asked, Diagnosis


class Book(Protocol):
    """What the bot asks; in production it is knowledge's RecordBook."""

    def ask(
        self, text: str, after: Outcome | None = None, today: date | None = None
    ) -> Outcome: ...

    def settle(self, text: str, today: date | None = None) -> tuple[Verdict, ...]: ...

    def suggest(self, kind: str, typed: str, limit: int) -> tuple[Suggestion, ...]: ...

    def next_questions(
        self, answer: Answer, today: date | None = None, limit: int = 2
    ) -> tuple[NextQuestion, ...]: ...

    def races(self, text: str, today: date | None = None) -> tuple[Race, ...]: ...

    @property
    def fingerprint(self) -> str: ...

    def race_day(self, race: Race) -> RaceDay: ...

    def highlights(self, race: Race) -> tuple[Highlight, ...]: ...

    def record_watch(self, series: str, track: str = "") -> tuple[Highlight, ...]: ...

    def facts_about(self, race: Race, text: str) -> tuple[StatedFact, ...]: ...

    def knows(self, kind: str, text: str) -> bool: ...

    def trivia(self, wish: Wish, many: int, seed: int) -> tuple[Trivia, ...]: ...

    def recount(self, asked: AskedBefore) -> Recount | None: ...

    def mark(self, trivia: Trivia, text: str) -> Mark: ...

    def corrected(self, since: str) -> tuple[CorrectedRace, ...]: ...

    def diagnose(self, question: Asked) -> Diagnosis: ...

    def status(self) -> BookStatus: ...

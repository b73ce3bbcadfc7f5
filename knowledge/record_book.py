"""RecordBook: the only door into knowledge."""

from __future__ import annotations

import gc
import weakref
from threading import Lock
from typing import TYPE_CHECKING

from knowledge.book.newer import newer_book, stamp
from knowledge.book.no_collecting import no_collecting
from knowledge.book.opening import FILE, book_home, open_book
from knowledge.edition import BookStatus, Edition, SeriesStatus
from knowledge.records import Records

if TYPE_CHECKING:
    import sqlite3
    from datetime import date
    from pathlib import Path
    from typing import Self

    from knowledge.answer import Answer, Outcome
    from knowledge.claims.claim import Verdict
    from knowledge.claims.stated_facts import StatedFact
    from knowledge.corrected import CorrectedRace
    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay
    from knowledge.next_questions import NextQuestion
    from knowledge.races import Race
    from knowledge.reading.reader import Reader
    from knowledge.sources.changes import Changes
    from knowledge.sources.fetching.archive import Archive
    from knowledge.suggesting import Suggestion
    from knowledge.trivia.trivia import AskedBefore, Mark, Recount, Trivia, Wish
    from knowledge.trivia_doctor.diagnosis import Asked, Diagnosis

__all__ = ["BookStatus", "RecordBook", "SeriesStatus"]


class RecordBook:
    """Every national-series race since 1949, to be asked in plain words.

    Each question is answered by one edition, whole, while a newer one may be put in its place.
    """

    def __init__(self, records: Records, home: Path | None = None) -> None:
        self._edition = Edition(records)
        self._home = home
        self._renewing = Lock()
        self._seen: tuple[int, ...] = ()

    @classmethod
    def open(cls, home: Path | None = None) -> Self:
        """Open the book, built first where it is missing or old; BookRefused says why not."""
        home = home or book_home()
        with no_collecting():
            book = cls(_records(open_book(home)), home)
        gc.freeze()  # what was read now is kept: to search it again would hold an answer up
        return book

    def renew(self) -> bool:
        """Go on with the newer book that has taken this one's place; False where none has.

        Looking is one call to the file system. Questions that are being answered end on theirs.
        """
        if self._home is None:
            return False
        with self._renewing:
            seen = stamp(self._home / FILE)
            if seen == self._seen:
                return False
            opened = newer_book(self._home / FILE, self._records.connection)
            if opened:
                with no_collecting():
                    self._edition = Edition(_records(opened))
            self._seen = seen
        if not opened:
            return False
        gc.unfreeze()  # the old edition's circles are let go, once nobody asks it any more
        gc.collect()
        gc.freeze()
        return True

    def take_in(self, archive: Archive, noted: date) -> Changes:
        """Take the archived races into the book, and go on with the new one."""
        from knowledge.sources.taking_in import take_in_archive

        changes = take_in_archive(archive, noted, self._home or book_home())
        self.renew()
        return changes

    def ask(self, text: str, after: Outcome | None = None, today: date | None = None) -> Outcome:
        """Answer a question; `after` is what the question before it came back as."""
        return self._edition.ask(text, after, today)

    def settle(self, text: str, today: date | None = None) -> tuple[Verdict, ...]:
        """Check a statement against the rows, part by part."""
        return self._edition.settle(text, today)

    def stated_facts(self, text: str, today: date | None = None) -> tuple[StatedFact, ...]:
        """Check each number and name that a text states, with its place in the text."""
        return self._edition.stated_facts(text, today)

    def races(self, text: str, today: date | None = None) -> tuple[Race, ...]:
        """The races that a text names, in the order they were run; none where it names none."""
        return self._edition.races(text, today)

    def race_day(self, race: Race) -> RaceDay:
        """A race with its rows as they stood that evening; a recap looks at them many times."""
        return self._edition.race_day(race)

    def highlights(self, race: Race) -> tuple[Highlight, ...]:
        """What was remarkable in a race as it stood that evening, the weightiest first."""
        return self._edition.highlights(race)

    def record_watch(self, series: str, track: str = "") -> tuple[Highlight, ...]:
        """What could fall in the next race of a series, at that track; the weightiest first.

        Everything counts from the last race that the book holds; later ones are not in it.
        """
        return self._edition.record_watch(series, track)

    def facts_about(self, race: Race, text: str) -> tuple[StatedFact, ...]:
        """Check each number and name of a text about a race against its rows of that evening."""
        return self._edition.facts_about(race, text)

    def trivia(self, wish: Wish, many: int, seed: int) -> tuple[Trivia, ...]:
        """Quiz questions that fit a wish, the same for the same seed; fewer where there are not."""
        return self._edition.trivia(wish, many, seed)

    def recount(self, asked: AskedBefore) -> Recount | None:
        """What is right by now in a question asked before; None where it is none of ours."""
        return self._edition.recount(asked)

    def mark(self, trivia: Trivia, text: str) -> Mark:
        """Mark a typed answer to a quiz question."""
        return self._edition.mark(trivia, text)

    def corrected(self, since: str) -> tuple[CorrectedRace, ...]:
        """The races whose result was corrected on that day or later, the latest first."""
        return self._edition.corrected(since)

    def diagnose(self, question: Asked) -> Diagnosis:
        """What the rows contradict in a trivia question, what has expired, what is ambiguous."""
        return self._edition.diagnose(question)

    def suggest(self, kind: str, typed: str, limit: int = 25) -> tuple[Suggestion, ...]:
        """Complete the name of a driver, track, race, series or season while it is typed."""
        return self._edition.suggest(kind, typed, limit)

    def next_questions(
        self, answer: Answer, today: date | None = None, limit: int = 2
    ) -> tuple[NextQuestion, ...]:
        """What could be asked after an answer, and has an answer too."""
        return self._edition.next_questions(answer, today, limit)

    def knows(self, kind: str, text: str) -> bool:
        """Whether a text names something of a kind that can be suggested; races are asked for."""
        return self._edition.knows(kind, text)

    def status(self) -> BookStatus:
        return self._edition.status()

    @property
    def fingerprint(self) -> str:
        """Tells this book from the one before and the one after."""
        return self._edition.fingerprint

    @property
    def _records(self) -> Records:
        return self._edition.records

    @property
    def _reader(self) -> Reader:
        return self._edition.reader


def _records(connection: sqlite3.Connection) -> Records:
    """The records of an open book, which is closed when nobody reads it any more."""
    records = Records(connection)
    weakref.finalize(records, connection.close)
    return records

"""A record book of three answers: small enough to know by heart, real enough to talk with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer, AsOf, Outcome, Source, Table, Unknown, WhichOne
from knowledge.next_questions import NextQuestion
from knowledge.record_book import BookStatus, SeriesStatus
from knowledge.suggesting import Suggestion

if TYPE_CHECKING:
    from datetime import date

PHOENIX = AsOf("Championship Race at Phoenix Raceway", 2025, "2025-11-02")
ROWS = Source("Racing rows", "https://example.org/rows", "MIT")

HEIM = Answer(
    headline="Corey Heim won 12 Truck Series races in 2025.",
    value=12,
    reading="wins · Corey Heim · Truck Series · 2025",
    table=Table(
        ("Date", "Race", "Average", "Laps led"),
        (
            ("2025-02-14", "Fresh From Florida 250", 13.1944, 12_345),
            ("2025-03-14", "Ecosave 200", 2.0, None),
        ),
    ),
    caveats=("12 counts points races only.",),
    sources=(ROWS,),
    as_of=PHOENIX,
)
PETTY = WhichOne("Petty", ("Richard Petty", "Lee Petty"), reading="wins · Cup Series")
WEATHER = Unknown("I hold results, no weather.", nearest="I can say who won.", reading="weather")


class SmallBook:
    """Knows Heim and, when he was talked of, Petty too; notes what it was asked; can break."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Outcome | None]] = []
        self.days: list[date | None] = []

    def ask(
        self,
        text: str,
        after: Outcome | None = None,
        today: date | None = None,
    ) -> Outcome:
        self.asked.append((text, after))
        self.days.append(today)
        if text == "break":
            raise ZeroDivisionError
        if text == "and petty" and after is not None:
            return PETTY
        return {"heim": HEIM, "petty": PETTY}.get(text, WEATHER)

    def knows(self, kind: str, text: str) -> bool:
        return text != "nobody"

    def next_questions(
        self, answer: Answer, today: date | None = None, limit: int = 2
    ) -> tuple[NextQuestion, ...]:
        return (NextQuestion("All series", "all three series"),)[:limit]

    def suggest(self, kind: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        if typed == "break":
            raise ZeroDivisionError
        return (Suggestion(f"{kind} {typed}", typed),)[:limit]

    @property
    def fingerprint(self) -> str:
        return "small"

    def status(self) -> BookStatus:
        truck = SeriesStatus("truck", 729, 25_484, 1995, PHOENIX)
        return BookStatus((truck,), 3_210, (ROWS,), "small")

"""Every question shape, the most particular first: the first that fits a question answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from knowledge.questions.champion import Champion
from knowledge.questions.driver_in_race import DriverInRace
from knowledge.questions.leaders import Leaders
from knowledge.questions.race import RaceResult
from knowledge.questions.stage_winner import StageWinner
from knowledge.questions.total import Total
from knowledge.questions.when import Occasion

if TYPE_CHECKING:
    from knowledge.answer import Outcome, Unknown, WhichOne
    from knowledge.reading.parts import Parts
    from knowledge.records import Records


class Question(Protocol):
    """A question read in full."""

    def answer(self, records: Records) -> Outcome: ...


class Shape(Protocol):
    """A kind of question, with sentences that it must and must not read."""

    UNDERSTANDS: tuple[str, ...]
    DECLINES: tuple[str, ...]

    def read(self, parts: Parts, records: Records) -> Question | WhichOne | Unknown | None: ...


SHAPES = (Leaders, Champion, StageWinner, RaceResult, DriverInRace, Occasion, Total)

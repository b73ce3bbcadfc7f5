"""A night as it is planned: what it is called, played by and asks about."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Literal, TypeAlias

from bot.quiz.rules import Rules
from bot.quiz.seasons import seasons_in_words
from bot.quiz.wording import rules_in_words
from knowledge.series import SERIES_WORDS

LONGEST_TITLE = 60
"""Characters; it stands in the title of every message of the night."""

EVERY_LEVEL = (1, 5)
LEVELS = {"1-5": "mixed", "1-2": "easy", "2-3": "middling", "3-5": "hard"}


Mix: TypeAlias = Literal["only", "half", "first"]
MIXES: dict[Mix, str] = {
    "only": "alone",
    "half": "and made questions in turn",
    "first": "first, then made questions",
}
"""How the questions of a pack are asked with those made from the records."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What is empty limits nothing."""

    title: str = "Quiz night"
    rules: Rules = field(default_factory=Rules)
    series: str = ""
    seasons: tuple[int, int] | None = None  # first and last
    track: str = ""
    driver: str = ""
    race: str = ""  # as the record book finds it
    race_title: str = ""
    levels: tuple[int, int] = EVERY_LEVEL
    pack: str = ""  # the key of a pack of the community's own
    pack_title: str = ""
    mix: Mix = "only"
    starts: float | None = None  # seconds since 1970; none where the host opens it himself
    also: tuple[str, ...] = ()  # further channels that show it, as they are named here

    def about(self) -> str:
        """What is asked about: "Truck Series · 2025 · easy"."""
        if self.pack and self.mix == "only":
            return f"“{self.pack_title}” alone"
        lines = [
            f"“{self.pack_title}” {MIXES[self.mix]}" if self.pack else "",
            f"{SERIES_WORDS[self.series]} Series" if self.series else "",
            seasons_in_words(self.seasons),
            self.track,
            self.driver,
            self.race_title,
            LEVELS.get(levels_key(self.levels), "") if self.levels != EVERY_LEVEL else "",
        ]
        return " · ".join(filter(None, lines)) or "everything since 1949"

    def in_words(self) -> str:
        return f"{rules_in_words(self.rules)} · {self.about()}"

    def under(self, **rules: object) -> Programme:
        """The same with other rules."""
        return replace(self, rules=replace(self.rules, **rules))  # type: ignore[arg-type]


def levels_key(levels: tuple[int, int]) -> str:
    return f"{levels[0]}-{levels[1]}"


def written(programme: Programme) -> str:
    return json.dumps(asdict(programme))


def read(text: str) -> Programme:
    told = json.loads(text)
    seasons = tuple(told["seasons"]) if told["seasons"] else None
    return Programme(
        **{
            **told,
            "rules": Rules(**told["rules"]),
            "seasons": seasons,
            "levels": tuple(told["levels"]),
            "also": tuple(told["also"]),
        }
    )

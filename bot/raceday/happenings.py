"""What happened in a race as a followed channel is told: by its way of telling results."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.channel import Post
from bot.preferences import OPEN, TAGGED, THREAD
from bot.raceday.series import series_words
from bot.reply import Button, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.command import Stand
    from bot.request import Press
    from knowledge.live.changes import Change
    from knowledge.live.snapshot import Snapshot

VERB = "happened"
_UNOFFICIAL = "Unofficial, as the live feed shows it."
_LONGEST_NAME = 60
"""Characters of a driver that a button can carry; nobody has more."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that followers are told of, as it is kept with its job."""

    kind: str  # green, stage, finish
    race: str
    series: str
    lap: int
    stage: int
    driver: str  # empty where nobody can tell
    at: float  # seconds since 1970

    @classmethod
    def of(cls, change: Change, seen: Snapshot) -> Happening:
        name = seen.name or f"race at {seen.track}"
        when = seen.told_at.timestamp()
        return cls(change.kind, name, seen.series, change.lap, change.stage, change.driver, when)

    @classmethod
    def read(cls, work: Mapping[str, Any]) -> Happening:
        return cls(**{name: work[name] for name in cls.__slots__})

    @property
    def safe_title(self) -> str:
        """Who won is never in it."""
        about = f"{self.race} ({series_words(self.series)})" if self.series else self.race
        return {
            "green": f"Green flag: {about}.",
            "stage": f"Stage {self.stage} is over: {about}.",
            "finish": f"The race is over: {about}.",
        }[self.kind]

    @property
    def title(self) -> str:
        if not self.driver:
            return self.safe_title
        won = f"stage {self.stage} of {self.race}" if self.kind == "stage" else self.race
        about = f" ({series_words(self.series)})" if self.series else ""
        return f"{self.driver} wins {won}{about}."

    @property
    def words(self) -> str:
        """What a cover hides."""
        if self.kind == "green":
            return "The race has begun."
        who = f"{self.driver} won it" if self.driver else "Who won it, the feed does not tell"
        return f"{who}, with lap {self.lap}."


def post_of(happening: Happening, spoilers: str, mark: str) -> Post:
    """A start gives nothing away; who won stays out of the title unless results are told openly."""
    status = Text(_UNOFFICIAL, "quiet")
    series = (happening.series,) if happening.series else ()
    if spoilers == OPEN or happening.kind == "green":
        reply = Reply(happening.title, (Text(happening.words), status), series=series)
        return Post(reply, mark)
    safe = Reply(happening.safe_title, (Text(happening.words), status), series=series)
    post = Post(safe, mark)
    if spoilers == TAGGED:
        return replace(post, cover=Button("Show the result", f"{VERB}:{_packed(happening)}:"))
    return replace(post, thread=happening.safe_title[:100]) if spoilers == THREAD else post


def _packed(happening: Happening) -> str:
    return f"{happening.lap} {happening.driver[:_LONGEST_NAME]}".strip()


async def show_happening(words: str, press: Press, stand: Stand) -> Reply:
    """To whoever presses, alone; the message above says which race it was."""
    lap, _, driver = words.partition(" ")
    told = Happening("finish", "", "", int(lap), 0, driver, 0.0)
    return Reply(told.words, (Text(_UNOFFICIAL, "quiet"),), private=True)

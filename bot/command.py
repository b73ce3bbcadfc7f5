"""Commands as every platform declares them, and what a command has at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.preferences import NOTHING_CHOSEN
from bot.race_control import NO_CONTROL
from bot.zones import day_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from bot.book import Book
    from bot.card import Cards
    from bot.conversations import Conversations, Talks
    from bot.preferences import Preferences, PreferenceShelf
    from bot.quiz.dailies import Dailies
    from bot.quiz.nights import Nights
    from bot.quiz.packs.kept import Packs
    from bot.race_control import RaceControl
    from bot.recap.newsroom import Newsroom
    from bot.reply import Reply
    from bot.request import Request
    from bot.standing_answers import StandingAnswers

LONGEST_NAME = 100
"""Characters; no driver, track or race has a longer name."""

Kind: TypeAlias = Literal[
    "text", "driver", "track", "race", "series", "season", "number", "channel"
]
"""A channel is picked where the platform lets one, and its key is the value."""

_SUGGESTED: frozenset[Kind] = frozenset(("driver", "track", "race", "series", "season"))


@dataclass(frozen=True, slots=True)
class Option:
    """A command's option, typed by the user as text of limited length."""

    name: str
    summary: str
    longest: int = LONGEST_NAME  # characters
    required: bool = False
    kind: Kind = "text"
    choices: tuple[str, ...] = ()  # where there are some, one of them is the value

    @property
    def suggests(self) -> bool:
        """Whether `Bot.suggest` completes it while it is typed."""
        return self.kind in _SUGGESTED


@dataclass(frozen=True, slots=True)
class Command:
    """Something a user can ask Spotter to do, declared once for all platforms."""

    name: str
    summary: str
    handle: Callable[[Request, Stand], Awaitable[Reply]]
    options: tuple[Option, ...] = ()
    for_moderators: bool = False
    slow: bool = False  # a platform that waits only briefly must be told that it takes longer
    private: bool = False
    asks_right: bool = False  # for all, but moderators get more
    on_message: str = ""  # label of the menu entry by which a message's text is its first option


@dataclass(frozen=True, slots=True)
class Stand:
    """Where Spotter stands while it handles a command, and what it sees from there."""

    book: Book
    now: Callable[[], float]  # seconds since 1970
    conversations: Conversations
    commands: tuple[Command, ...]
    cards: Cards
    kept: PreferenceShelf
    newsroom: Newsroom
    nights_kept: Callable[[], Nights]
    packs: Packs
    control: RaceControl = NO_CONTROL
    preferences: Preferences = NOTHING_CHOSEN  # of whoever asks, where he asks
    dailies: Dailies | None = None  # none where nothing is kept
    answers: StandingAnswers | None = None  # none where nothing can be corrected later
    talks: Talks | None = None  # none where a talk ends with the process

    @property
    def nights(self) -> Nights:
        """Looked for only where a quiz is meant: it is slow to load, and most ask a question."""
        return self.nights_kept()

    def today(self) -> date:
        """The day that whoever asks has: by his zone, else his channel's or community's."""
        return day_in(self.preferences.zone, self.now())

"""What a span of words can mean: one small class a kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


class Cue(Enum):
    """The small words that carry a question's shape."""

    __hash__ = object.__hash__  # there is one of each; an Enum's own hash is slow

    ABOUT = auto()  # tell me about
    AHEAD = auto()  # finished ahead, beat
    ALL_SERIES = auto()  # combined, all three series
    AVERAGE = auto()
    BEHIND = auto()  # second to, right behind: whoever is named stood before the one asked for
    BEST = auto()
    CORRECTION = auto()  # no wait: what follows replaces what stood before
    BORN = auto()
    BOTH = auto()
    CHAMPION = auto()  # the champion, not a count of titles
    COMPARE = auto()  # or, versus, than
    CURRENT = auto()
    DAYS = auto()  # days since
    DIFFERENCE = auto()  # how many more
    DIFFERENT = auto()  # different winners
    DROUGHT = auto()
    DROVE = auto()
    EACH = auto()
    EVER = auto()
    EVERYWHERE = auto()  # all tracks: no longer only the one
    EXCEPT = auto()  # what follows does not count
    FINISHED = auto()  # where did X finish
    FINISHERS = auto()  # top three finishers
    FIRST_TIME = auto()  # first-time winners
    FULL_RESULT = auto()
    GONE = auto()  # has gone without: up to now, unless the longest is asked for
    HE = auto()  # whoever was spoken of
    HOW_LONG = auto()
    HOW_MANY = auto()
    HOW_OLD = auto()
    IN_A_RACE = auto()
    IN_A_SEASON = auto()
    IN_A_TRACK = auto()  # at a single track
    IN_ONE = auto()  # in a, in one: a single season, where the word follows
    KIN = auto()  # his brother: whom that is, no row tells
    LAPS = auto()  # laps without saying led or run
    LAST = auto()
    LEAST = auto()
    LED = auto()
    LEFT = auto()  # races left: those to come
    LIST = auto()
    LONGEST = auto()
    MORE = auto()
    MOST = auto()
    NEVER = auto()
    NEXT = auto()  # the next race
    NEXT_TO = auto()  # the race before or after another: no shape knows which that was
    OLDEST = auto()
    OF_TWO = auto()  # better: of the two that are compared
    OPINION = auto()
    OWN = auto()  # his first: the first of his career
    PERCENT = auto()
    RACES = auto()  # the noun: races, race
    RECORD = auto()
    REIGNING = auto()  # the reigning champion: of the last title that was decided
    RUN = auto()  # ran, raced, competed
    SAME_SEASON = auto()  # that year
    SEASON = auto()  # the bare noun
    SAID = auto()  # what somebody said: only a note can tell
    STAGES = auto()
    STANDINGS = auto()  # in points, in the standings
    STARTED = auto()  # started, qualified
    STORY = auto()  # what happened
    SINCE = auto()  # since he won: no season follows
    STATS = auto()
    STREAK = auto()
    SWEPT = auto()  # won all of a season's races at a track
    TEAMMATES = auto()
    THAN = auto()  # more than the other one, not which of the two has more
    THIS_DAY = auto()  # the day of asking, in other years
    THOSE = auto()  # of those: what was spoken of
    TIMES = auto()
    TOGETHER = auto()  # combined: series, or drivers where there are several
    UNTIL = auto()  # up to the first time: how many starts it took
    WHEN = auto()
    WHERE = auto()
    WHICH = auto()  # which, what: what follows says of what
    WHICH_DRIVER = auto()
    WHICH_MAKE = auto()
    WHICH_NUMBER = auto()
    WHICH_RACE = auto()
    WHICH_SEASON = auto()
    WHICH_SERIES = auto()
    WHICH_TEAM = auto()
    WHICH_TRACK = auto()
    WHO = auto()
    WHY = auto()  # why, prove it
    WINNER = auto()
    WORST = auto()
    YES_NO = auto()
    YOUNGEST = auto()


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that need no meaning: the, did, please."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series by its key, and the name that was said."""

    key: str


@dataclass(frozen=True, slots=True)
class Seasons:
    """First to last season, both included; None is open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class RecentSeasons:
    """The last `count` seasons that the book holds."""

    count: int


@dataclass(frozen=True, slots=True)
class RelativeSeason:
    """A season seen from the day of asking: 0 this one, -1 the last."""

    offset: int


@dataclass(frozen=True, slots=True)
class SeasonShift:
    """Seasons before (below zero) or after the one that was asked about before."""

    by: int


@dataclass(frozen=True, slots=True)
class Career:
    """No limit in time: career, all time."""


@dataclass(frozen=True, slots=True)
class OwnSeason:
    """A season of the driver asked about: his first, his last, or those that he was champion in."""

    which: Literal["first", "last", "title"]


@dataclass(frozen=True, slots=True)
class MeasureNamed:
    """A measure by its key in measures.py; a verb gives way to a noun beside it."""

    key: str
    verb: bool = False


@dataclass(frozen=True, slots=True)
class FactNamed:
    """A fact of a race by its key in race_facts.py."""

    key: str


@dataclass(frozen=True, slots=True)
class TraitNamed:
    """What was true of a race, by its key in race_traits.py."""

    key: str


@dataclass(frozen=True, slots=True)
class People:
    """Drivers that a name may mean, each with a weight; the likeliest first."""

    candidates: tuple[tuple[str, float], ...]
    part: str  # full, surname, first or nickname


@dataclass(frozen=True, slots=True)
class Venues:
    """Layouts of one track that a name may mean, the usual one first, and its races so far."""

    candidates: tuple[str, ...]
    races: float


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of track: superspeedway, intermediate, short, road or dirt."""

    key: str


@dataclass(frozen=True, slots=True)
class Teams:
    """Every spelling that a team's name stands for."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Make:
    """A manufacturer as the rows spell it."""

    name: str


@dataclass(frozen=True, slots=True)
class NamedRace:
    """Races known by one name, by their ids in the book."""

    name: str
    races: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Car:
    """A car number, as text: "03" is not "3"; a Cup car named by its paint has its seasons."""

    number: str
    painted: tuple[int, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """The nth race of a season."""

    number: int


@dataclass(frozen=True, slots=True)
class Stage:
    """The nth stage of a race."""

    number: int


@dataclass(frozen=True, slots=True)
class AtVenue:
    """Which of a season's races at one track: 1 the first (spring), -1 the last (fall)."""

    which: int
    word: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year, 1 to 12."""

    number: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the season: opener, finale or playoffs."""

    key: str


@dataclass(frozen=True, slots=True)
class FinishPlace:
    """Finished between two places, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class StartPlace:
    """Started between two places, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Top:
    """Top n: places, or a length of a list, as the rest of the question decides."""

    number: int


@dataclass(frozen=True, slots=True)
class Ordinal:
    """First, second, 200th."""

    number: int


@dataclass(frozen=True, slots=True)
class Rank:
    """Second most, third best."""

    number: int


@dataclass(frozen=True, slots=True)
class LastOnes:
    """The last so many races, winners or champions."""

    number: int


@dataclass(frozen=True, slots=True)
class SplitBy:
    """By season, track or another column of the rows."""

    column: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of what is counted: exactly 8, at least 5; an open end is None."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Minimum:
    """At least so many starts."""

    starts: int


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number; `season` where two digits can be a year."""

    number: int
    season: int | None

    @property
    def is_distance(self) -> bool:
        """Three digits are miles or laps: the 500 at Daytona."""
        return self.number >= 100


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A topic that the book does not hold, said plainly."""

    topic: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """Words that mean several things at once."""

    meanings: tuple[Meaning, ...]


Meaning: TypeAlias = (
    Cue
    | Filler
    | Series
    | Seasons
    | RecentSeasons
    | RelativeSeason
    | SeasonShift
    | Career
    | OwnSeason
    | MeasureNamed
    | FactNamed
    | TraitNamed
    | People
    | Venues
    | Kind
    | Teams
    | Make
    | NamedRace
    | Car
    | Round
    | AtVenue
    | Stage
    | Part
    | Month
    | Day
    | FinishPlace
    | StartPlace
    | Top
    | Ordinal
    | Rank
    | Minimum
    | Limits
    | LastOnes
    | SplitBy
    | Number
    | NotHeld
    | Several
)


def only(values: Iterable[T]) -> T | None:
    """The value where there is one; who calls has made sure that there are not two."""
    return next(iter(values), None)

"""What is known of a race besides who finished where: each fact with its column and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.answer import Cell


@dataclass(frozen=True, slots=True)
class RaceFact:
    """One fact of a race; `key` is its column in the table of races."""

    key: str
    noun: str
    told: str  # how a sentence says it: "there were {} cautions in"
    said: tuple[str, ...]  # ways of saying it, as phrase patterns
    most: tuple[str, ...] = ()  # one word for most of it: "fastest"
    least: tuple[str, ...] = ()
    number: str = ""  # how to compare it as a number, where it is text
    unit: str = ""
    one: str = ""  # how a sentence says it of one
    highest: str = "most"
    lowest: str = "fewest"
    adds_up: bool = False
    note: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is a number of something, so that sums and averages mean something."""
        return self.adds_up or self.key in ("leaders", "cars", "lead_lap_cars")

    @property
    def as_number(self) -> str:
        """SQL for the fact as a number; null where it is not known."""
        return self.number or self.key

    def sentence(self, value: Cell) -> str:
        """The fact as the beginning of a sentence that ends in the race."""
        if self.one and value == 1:
            return self.one
        unit = self.unit if isinstance(value, int | float) else ""
        return self.told.format(f"{written(value)}{unit}")


def written(value: Cell) -> str:
    """A fact's value as it stands in a sentence."""
    if value == _NO_MARGIN:
        return f"not taken (the race ended: {_NO_MARGIN})"
    return f"{value:,}" if isinstance(value, int) else str(value)


_NO_MARGIN = "Under Caution"
_SINCE_2018 = "Known since 2018 only."

RACE_FACTS = (
    RaceFact(
        "cautions",
        "cautions",
        "there were {} cautions in",
        (
            "caution|cautions flag|flags|period|periods?",
            "yellow|yellows flag|flags|period|periods?",
            "times was the caution|yellow out",
            "times did the caution|yellow flag? come|fly|go|wave out?",
        ),
        one="there was 1 caution in",
        adds_up=True,
    ),
    RaceFact(
        "caution_laps",
        "caution laps",
        "there were {} caution laps in",
        (
            "caution|yellow laps|lap",
            "laps run? under? the? caution|yellow",
            "laps behind the pace|safety car",
            "laps of caution|yellow",
        ),
        one="there was 1 caution lap in",
        adds_up=True,
        note=_SINCE_2018,
    ),
    RaceFact(
        "lead_changes",
        "lead changes",
        "there were {} lead changes in",
        (
            "lead change|changes",
            "lead changed|changes|change|swap|swapped|switch|switched hands?",
            "changes|swaps of|for|in the? lead",
        ),
        one="there was 1 lead change in",
        adds_up=True,
    ),
    RaceFact(
        "leaders",
        "leaders",
        "{} drivers led",
        (
            "how many different? leaders",
            "how many different? drivers led",
            "how many different? guys|people|racers|cars|trucks led",
            "number of different? leaders",
            "most different leaders",
            "race leaders",
            "different leaders",
            "drivers lead|led|leading",
            "drivers to lead",
            "drivers have led",
        ),
        one="one driver alone led",
        note="Before 2018 those are counted whom the results give laps led.",
    ),
    RaceFact(
        "average_mph",
        "average speed",
        "the average speed was {} in",
        ("average|avg race? speed|speeds|mph", "race speed"),
        most=("fastest|quickest", "fastest|quickest race|races"),
        least=("slowest", "slowest race|races"),
        unit=" mph",
        highest="highest",
        lowest="lowest",
        note="Speeds are averages over the race, cautions included.",
    ),
    RaceFact(
        "pole_mph",
        "pole speed",
        "the pole speed was {} for",
        (
            "pole|qualifying speed|speeds",
            "pole winning|position|sitters|sitter speed",
            "speed of the pole sitter?",
        ),
        most=("fastest|quickest pole|qualifying speed|lap|run?",),
        least=("slowest pole speed",),
        unit=" mph",
        highest="highest",
        lowest="lowest",
    ),
    RaceFact(
        "duration",
        "race time",
        "it took {} to run",
        (
            "race time|duration",
            "duration",
            "elapsed|running time",
            "time of the? race",
            "by|in time",
            "in hours",
        ),
        highest="longest",
        lowest="shortest",
        note=_SINCE_2018,
    ),
    RaceFact(
        "margin",
        "margin of victory",
        "the margin of victory was {} in",
        (
            "margin of? victory?",
            "winning|victory margin",
            "how close was the? finish|race?",
            "by how much|many seconds",
            "margin at the? finish|line",
        ),
        most=("biggest|largest|widest|greatest margin|win of? victory?",),
        least=(
            "closest|tightest|narrowest|slimmest finish|finishes|race|races",
            "closest|smallest|tightest|narrowest|slimmest margin of? victory?",
            "closest",
        ),
        number="case when margin glob '[0-9]*' then cast(margin as real) end",
        unit=" seconds",
        highest="largest",
        lowest="smallest",
        note="Margins are known since 2018 only; a finish under caution has none.",
    ),
    RaceFact(
        "laps",
        "laps",
        "{} laps were run in",
        ("laps run|completed|raced in|of the race", "how many laps long"),
    ),
    RaceFact(
        "cars",
        "cars",
        "{} cars started",
        (
            "how many cars|trucks|starters|entrants",
            "how many cars|trucks started|start|entered|ran|raced|competed",
            "how many cars|drivers|trucks took the green flag?",
            "how many cars|trucks were? in the field|race|grid",
            "number of cars|trucks|starters|entrants",
            "cars|trucks|drivers to ever? start|run|race",
            "cars|trucks|drivers to ever? start|run|race",
            "how many drivers started|start|entered",
            "grid size",
            "size of the grid",
            "field|fields size?",
            "starting field",
            "size of the? starting? field",
            "car count",
        ),
    ),
    RaceFact(
        "lead_lap_cars",
        "cars on the lead lap",
        "{} cars finished on the lead lap in",
        (
            "cars|drivers|trucks|finishers finished|finish|finishing|were|ended? on the? lead lap",
            "lead lap cars|drivers|finishers",
            "how many cars|drivers|trucks? finished|finish|were|ended on the lead lap",
            "how many cars|drivers|trucks on the lead lap",
        ),
        one="one car alone finished on the lead lap in",
    ),
)

RACE_FACT = {fact.key: fact for fact in RACE_FACTS}

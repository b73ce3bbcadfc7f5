"""What can be counted: each measure with its SQL, its words, and how its number is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_HONOURS = frozenset({"driver", "series", "season", "team", "make", "car"})
"""The columns of the table of champions."""

_ADDS_MORE = frozenset({"laps", "laps_led", "places_gained", "places_lost", "points", "stage_wins"})

_AGGREGATE = re.compile(r"\b(?:sum|min|max)(?=\()")

Format = Literal["count", "average", "percent", "place"]

FIRST_SEASON = 1949


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `sql` is an aggregate over the tallies that rows and totals share."""

    key: str
    sql: str
    singular: str
    plural: str
    said: tuple[str, ...]  # ways of saying it, as phrase patterns
    verbs: tuple[str, ...] = ()  # words that may only say how: "how many poles did he win"
    did: tuple[str, str] | None = None  # "led {} lap" and "led {} laps"; else "had ..."
    undid: tuple[str, str] | None = None  # the same of a number below zero: "lost {} places"
    format: Format = "count"
    higher_is_better: bool = True
    known_since: int = FIRST_SEASON
    needs: str = "starts"  # the tally that must be above zero for the measure to exist
    rows: str = ""  # which rows stand behind the number, as a condition on one result
    note: str = ""  # what a careful reader must know
    minimum_starts: int = 0  # a ranking without this many starts says nothing
    over_rows: bool = False  # not among the tallies: counted over starts, never over totals
    table: str = ""  # a table of its own, where the measure is not counted over starts

    @property
    def counts_starts(self) -> bool:
        """Whether one start adds one at most; laps, points and stages can add more."""
        return self.key not in _ADDS_MORE

    @property
    def of_a_start(self) -> str:
        """The same of a single start, where there is nothing to add up."""
        return _AGGREGATE.sub("", self.sql)

    def knows(self, columns: frozenset[str]) -> bool:
        """Whether the rows it is counted over have these columns: titles are won at no track."""
        return not self.table or columns <= _HONOURS

    def write(self, value: float) -> str:
        """Write a value as it stands in a sentence."""
        if self.format == "average":
            return f"{value:.1f}"
        if self.format == "percent":
            return f"{value:.1f}%"
        if self.format == "place":
            return _ordinal(int(value))
        return f"{value:,.0f}"

    def counted(self, value: float) -> str:
        """Write a value with its noun: "12 wins", "1 win", "an average finish of 9.2"."""
        if self.format == "count":
            return f"{self.write(value)} {self.singular if value == 1 else self.plural}"
        article = "an" if self.singular[0] in "aeio" else "a"
        return f"{article} {self.singular} of {self.write(value)}"

    def told(self, value: float) -> str:
        """Write what a subject did: "had 12 top fives", "led 1,625 laps"."""
        if not self.did:
            return f"had {self.counted(value)}"
        one, several = self.undid if self.undid and value < 0 else self.did
        number = abs(value) if self.undid else value
        return (one if number == 1 else several).format(self.write(number))


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


ordinal = _ordinal

_POLE_NOTE = "A pole here is starting first; in 2020 and 2021 many grids were drawn or set by rule."
_STAGE_NOTE = (
    "Stages are known since 2017, the third stage of the Coca-Cola 600 since 2020; "
    "the race win is no stage win."
)

MEASURES = (
    Measure(
        "wins",
        "sum(wins)",
        "win",
        "wins",
        (
            "triumph",
            "wins|victory|victories|dub|dubs|ws|triumphs",
            "race win|wins|victory|victories",
            "win|wins column",
            "winners? trophy|trophies",
            "w count|tally|total",
            "trip|trips|visit|visits to victory lane",
            "checkered|chequered flag|flags",
            "drive|drives|drove|go|goes|went|gone|pull|pulled in|into|to victory lane",
            "find|finds|found|hit|reach|reached|reaches|visit|visited|visits victory lane",
            "in|to victory lane",
            "get|got|grab|grabbed|saw|see|take|takes|took the checkered|checkers|chequered flag?",
        ),
        rows="finish = 1",
        verbs=(
            "win|won|winning",
            "go|goes|went|gone to",
            "prevail|prevailed|prevails|triumphed",
            "took|claimed|captured|bagged|nabbed|snatched|conquered",
            "take|takes|claim|claims|capture|captures|bag|bags|conquer|conquers|nab|snatch",
            "bring|brings|brought|take|takes|took home",
            "get|gets|got one",
            "come|comes|came out on top",
        ),
    ),
    Measure(
        "starts",
        "sum(starts)",
        "start",
        "starts",
        (
            "starts|start|appearances|entries",
            "races started|run|entered|contested",
            "race starts|appearances|entries",
            "take|takes|took|taken the green flag?",
        ),
        rows="1",
        verbs=("make|makes|made|making the field|show|race",),
    ),
    Measure(
        "top_fives",
        "sum(top_fives)",
        "top five",
        "top fives",
        ("t5|t5s|top5|top5s", "t 5|5s"),
        rows="finish <= 5",
    ),
    Measure(
        "top_tens",
        "sum(top_tens)",
        "top ten",
        "top tens",
        ("t10|t10s|top10|top10s", "t 10|10s"),
        rows="finish <= 10",
    ),
    Measure(
        "podiums",
        "sum(podiums)",
        "top three",
        "top threes",
        (
            "podium|podiums|top3|top3s",
            "podium finish|finishes",
            "on the podium",
            "end|ended|finish|finished|stand|stood|wind|wound up? on the podium",
        ),
        rows="finish <= 3",
    ),
    Measure(
        "poles",
        "sum(poles)",
        "pole",
        "poles",
        (
            "poles",
            "pole",
            "pole position|positions|award|awards|start|starts|win|wins",
            "sat? on the? pole",
            "sit|sits|sitting|sat|starts|started on the? pole",
            "qualify|qualified|qualifies|start|started|starts first|fastest",
            "first starting position|spot|spots",
            "p1|first|1st place? start|starts",
            "fast|fastest|top qualifier|qualifiers",
            "polesitter|polesitters|polesitting",
            "pole sitter|sitters|winner|winners|man",
        ),
        rows="start = 1",
        note=_POLE_NOTE,
    ),
    Measure(
        "laps_led",
        "sum(laps_led)",
        "lap led",
        "laps led",
        (
            "laps led|lead|leading|paced",
            "laps in|at the front|lead|point",
            "laps in|out|up front",
            "led|lead|leads|leading|pace|paced laps",
        ),
        did=("led {} lap", "led {} laps"),
        rows="led > 0",
        needs="led_known",
    ),
    Measure(
        "laps",
        "sum(laps)",
        "lap completed",
        "laps completed",
        (
            "laps completed|done|driven|finished|logged|raced|run|turned",
            "completed|finished|logged|turned laps",
        ),
        rows="laps > 0",
        needs="laps_known",
    ),
    Measure(
        "races_led",
        "sum(races_led)",
        "race led",
        "races led",
        (
            "races led",
            "led|lead|leads|leading races",
            "led|lead|leads|leading a|at least? one|1? lap",
            "led|lead|leads|leading a single lap",
        ),
        rows="led > 0",
        needs="led_known",
    ),
    Measure(
        "dnfs",
        "sum(dnfs)",
        "DNF",
        "DNFs",
        (
            "dnf|dnfs|dnfd",
            "did not|not finish|finishes",
            "didnt|doesnt|couldnt|not finish|finishing",
            "did not finishes",
            "didnt|couldnt|not make|making|reach|see it? to? the checkered|end|finish flag?",
            "fail|failed|fails|failing|failure|failures to finish",
            "fail|failed|fails|failing to make|reach|see it? to? the checkered|end|finish flag?",
            "drop|dropped|drops|fall|fell|falls|knocked out of the? race|races?",
            "early exit|exits",
            "non finish|finishes",
            "retirement|retirements",
            "retire|retired|retires from the race",
            "times out of the race",
            "unfinished race|races",
        ),
        higher_is_better=False,
        rows="running = 0",
        note=(
            "A DNF is a start not listed as running at the end; "
            "2,000 starts of the 1950s have no status and count as one."
        ),
    ),
    Measure(
        "crashes",
        "sum(status = 'accident')",
        "crash",
        "crashes",
        (
            "crash|crashes|crashed|crashing|wreck|wrecks|wrecked|wrecking|accident|accidents",
            "crash|crashed|crashes|wreck|wrecked|wrecks out",
            "caught? up? in a|an crash|wreck|accident",
            "taken|took out in|by a|an crash|wreck|accident",
            "crash|wreck|accident dnf|dnfs",
            "dnf|dnfs due|from|by to? crash|crashes|wreck|wrecks|accident|accidents",
        ),
        higher_is_better=False,
        rows="status = 'accident'",
        note="A crash here is a start whose end the results give as an accident.",
        over_rows=True,
    ),
    Measure(
        "stage_wins",
        "sum(stage_wins)",
        "stage win",
        "stage wins",
        ("stage win|wins|victory|victories", "stages won", "win|won a? stage|stages"),
        known_since=2017,
        rows="stages_won > 0",
        note=_STAGE_NOTE,
    ),
    Measure(
        "stage_1_wins",
        "sum(stage_1_wins)",
        "stage 1 win",
        "stage 1 wins",
        ("stage 1|one win|wins", "first stage win|wins"),
        known_since=2017,
        rows="stage_1 = 1",
    ),
    Measure(
        "stage_2_wins",
        "sum(stage_2_wins)",
        "stage 2 win",
        "stage 2 wins",
        ("stage 2|two win|wins", "second stage win|wins"),
        known_since=2017,
        rows="stage_2 = 1",
    ),
    Measure(
        "points",
        "sum(points)",
        "race point",
        "race points",
        ("points", "pts", "points scored|earned", "race points"),
        did=("scored {} point in races", "scored {} points in races"),
        rows="points is not null",
        needs="points_known",
        note=(
            "These are points scored in races, added up; they are not the standings, "
            "which playoffs and resets change. Before 1975 the Cup rows hold few of them."
        ),
    ),
    Measure(
        "average_finish",
        "1.0 * sum(finish_sum) / sum(starts)",
        "average finish",
        "average finish",
        (
            "average|avg|ave|mean finish|finishes|finishing|result|results place|position|spot?",
            "average|avg|ave|mean fin|finisher|result|results",
            "average|avg|mean place|position",
            "finish|finishes|finished on average",
            "on average finish|finished",
            "average as|for a|his finish",
            "average|averages|averaged|averaging a|an|the? finish",
            "average|averages|averaged a|an|the finish|finishing place|position|spot",
            "finish|finished on average",
        ),
        format="average",
        higher_is_better=False,
        rows="1",
        minimum_starts=5,
    ),
    Measure(
        "average_start",
        "1.0 * sum(start_sum) / sum(start_known)",
        "average start",
        "average start",
        (
            "average|avg|ave|mean start|starts|starting|qualifying place|position|slot|spot?",
            "average|avg|ave|mean grid place|position|slot|spot?",
            "average|avg|mean qualifying effort|result",
            "start|starts|started|qualify|qualified on average",
            "on average start|started|qualify|qualified",
        ),
        format="average",
        higher_is_better=False,
        needs="start_known",
        rows="start is not null",
        minimum_starts=5,
    ),
    Measure(
        "places_gained",
        "sum(start - finish)",
        "place gained",
        "places gained",
        (
            "places|positions|spots gained|improved",
            "gained|gain|gains|gaining places|positions|spots",
            "gain|gains|gained|gainer|climb|climbs|climbed|climber|mover|movers",
            "pick|picked|picks|made|make places|positions|spots? up places|positions|spots?",
            "climb|charge|improvement|comeback|jump from|through start|the|last? to? finish|field",
            "improvement from start to finish",
            "passed the? most cars",
        ),
        did=("gained {} place", "gained {} places"),
        undid=("lost {} place", "lost {} places"),
        rows="start is not null and finish < start",
        needs="start_known",
        note="Places gained are the starting place less the finish.",
        over_rows=True,
    ),
    Measure(
        "places_lost",
        "sum(finish - start)",
        "place lost",
        "places lost",
        (
            "places|positions|spots lost",
            "lost|lose|loses|losing places|positions|spots",
            "lost|lose|loses|loser",
            "fell|dropped places|positions|spots? furthest|farthest",
        ),
        did=("lost {} place", "lost {} places"),
        undid=("gained {} place", "gained {} places"),
        higher_is_better=False,
        rows="start is not null and finish > start",
        needs="start_known",
        over_rows=True,
    ),
    Measure(
        "best_finish",
        "min(best_finish)",
        "best finish",
        "best finish",
        (
            "best|highest|top finish|finishing|placing|result|showing place|position|spot?",
            "best|highest ever|career finish|placing|result|showing",
            "career best|high finish|result|showing",
            "best place",
            "best|highest he|she|they ever? finished|placed",
        ),
        format="place",
        higher_is_better=False,
        rows="1",
    ),
    Measure(
        "worst_finish",
        "max(worst_finish)",
        "worst finish",
        "worst finish",
        (
            "worst|lowest finish|finishing|placing|result|showing place|position|spot?",
            "worst|lowest ever|career finish|placing|result|showing",
            "career worst finish|result|showing",
        ),
        format="place",
        rows="1",
    ),
    Measure(
        "best_start",
        "min(best_start)",
        "best start",
        "best start",
        (
            "best|highest start|starting|qualifying effort|place|position|result|slot|spot?",
            "career best start|starting|qualifying effort|place|position|spot?",
        ),
        format="place",
        higher_is_better=False,
        needs="start_known",
        rows="start is not null",
    ),
    Measure(
        "worst_start",
        "max(start)",
        "worst start",
        "worst start",
        (
            "worst|lowest start|starting|qualifying place|position|spot|effort?",
            "furthest|farthest|deepest|deep back?",
            "furthest|farthest|deepest back|down the? grid|field?",
            "furthest|farthest|deepest start|starting place|position|spot?",
        ),
        format="place",
        needs="start_known",
        rows="start is not null",
        over_rows=True,
    ),
    Measure(
        "win_percentage",
        "100.0 * sum(wins) / sum(starts)",
        "win percentage",
        "win percentage",
        (
            "win|winning|wins|victory percentage|percent|pct|perc|rate|ratio|average",
            "percentage|percent|pct|share of his|her|their|the? races|starts won",
            "percentage|percent of wins",
            "batting average",
            "strike rate",
            "wins per race|start",
        ),
        format="percent",
        rows="finish = 1",
        minimum_starts=5,
    ),
    Measure(
        "rating",
        "sum(rating_sum) / sum(rating_known)",
        "driver rating",
        "driver rating",
        ("average|avg|mean? driver? rating|ratings", "loop data? rating"),
        format="average",
        known_since=2005,
        needs="rating_known",
        rows="rating is not null",
        note="Driver ratings are known since 2005.",
        minimum_starts=5,
    ),
    Measure(
        "lead_lap_finishes",
        "sum(lead_lap_finishes)",
        "lead-lap finish",
        "lead-lap finishes",
        (
            "lead lap finish|finishes",
            "finish|finishes|finished|finishing on the? lead lap",
            "on the lead lap",
        ),
        rows="lead_lap = 1",
        needs="laps_known",
    ),
    Measure(
        "last_places",
        "sum(last_places)",
        "last-place finish",
        "last-place finishes",
        (
            "last place finish|finishes?",
            "finish|finishes|finished|finishing|came|come|ended|placed|wound up? dead? last",
            "finish|finishes|finished|finishing in last place?",
            "dead last",
            "bring|brings|bringing|brought up the rear",
        ),
        higher_is_better=False,
        rows="last_place = 1",
    ),
    Measure(
        "titles",
        "count(*)",
        "championship",
        "championships",
        (
            "ring|rings",
            "championship|championships|title|titles|crown|crowns",
            "championship|title trophy|trophies",
            "championship title|titles|win|wins|won",
            "win|wins|won it all",
            "series championship|championships|title|titles",
            "drivers|points|season|playoff championship|championships|title|titles",
        ),
        did=("won {} championship", "won {} championships"),
        table="champion",
        rows="1",
    ),
)

MEASURE = {measure.key: measure for measure in MEASURES}
"""Measures by key."""


def share_of(measure: Measure) -> Measure:
    """How many of a hundred starts did it: a win percentage, the share of top tens."""
    if measure.key == "wins":
        return MEASURE["win_percentage"]
    return Measure(
        key=f"{measure.key}_share",
        sql=f"100.0 * {measure.sql} / sum(starts)",
        singular=f"{measure.singular} percentage",
        plural=f"{measure.singular} percentage",
        said=(),
        format="percent",
        higher_is_better=measure.higher_is_better,
        known_since=measure.known_since,
        rows=measure.rows,
        note=measure.note,
        minimum_starts=5,
        over_rows=measure.over_rows,
    )


def places(low: int, high: int) -> Measure:
    """Finishes between two places, as a measure: second places, top threes, top twenties."""
    for key, limits in (
        ("wins", (1, 1)),
        ("podiums", (1, 3)),
        ("top_fives", (1, 5)),
        ("top_tens", (1, 10)),
    ):
        if (low, high) == limits:
            return MEASURE[key]
    words = f"{_ordinal(low)}-place finish" if low == high else f"{low} to {high} finish"
    if low == 1:
        words = f"top {high}"
    condition = f"finish between {low} and {high}"
    second = (low, high) == (2, 2)
    return Measure(
        key=f"places_{low}_{high}",
        sql="sum(runner_ups)" if second else f"sum({condition})",
        singular=words,
        plural=f"{words}s" if low == 1 else f"{words}es",
        said=(),
        rows=condition,
        over_rows=not second,
    )

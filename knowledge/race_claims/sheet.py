"""Everything that can be said in numbers of a race, of whom, as the rows have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.highlights.career import run, wait
from knowledge.highlights.highlight import PLACE, RUN, WAIT
from knowledge.once import once
from knowledge.race_claims.histories import History, Known, wins_of_garage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.highlight import Fact, Highlight
    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Start
    from knowledge.race_claims.names import Bearer

_FACTS = {
    "cautions": ("cautions",),
    "caution_laps": ("caution_laps",),
    "lead_changes": ("lead_changes",),
    "leaders": ("leaders",),
    "laps": ("laps", "scheduled_laps", "caution_laps", "stage_1_laps", "stage_2_laps"),
    "cars": ("cars", "lead_lap_cars"),
    "mph": ("average_mph", "pole_mph"),
    "margin": ("margin",),
    "miles": ("lap_miles",),
}
"""Which columns of a race a number of something can be."""

_RUNS = ("wins", "top fives", "top tens")


@dataclass(frozen=True)
class Sheet:
    """The numbers of one race; those of careers are counted when they are asked for."""

    day: RaceDay
    highlights: tuple[Highlight, ...]

    def of_race(self, noun: str) -> Iterator[Known]:
        """What the race itself had so many of."""
        facts, result = self.day.facts, self.day.result
        for column in _FACTS.get(noun, ()):
            number = _as_number(facts[column])
            if number is not None:
                yield Known(number, where="race")
        if noun == "cars":
            yield Known(sum(start.running for start in result), "running at the finish", "race")
        if noun == "leaders":
            yield Known(sum(bool(start.led) for start in result), "leaders", "race")
        if noun == "miles" and facts["laps"] and facts["lap_miles"]:
            yield Known(
                round(float(str(facts["laps"])) * float(str(facts["lap_miles"])), 1),
                "miles",
                "race",
            )
        if noun in ("races", "rounds"):
            yield Known(self.day.race.round, "in the season so far", "race")
        if noun == "stage_wins":
            yield Known(len(self.day.stages), "stages", "race")
        yield from self._stated(noun, "")

    def of(self, bearer: Bearer, noun: str, seasons: tuple[int, ...] = ()) -> Iterator[Known]:
        """What a driver, a team or a make had so many of."""
        if bearer.what == "driver":
            yield from self._of_driver(bearer.key, noun, seasons)
        elif bearer.what in ("team", "make"):
            if noun == "wins":
                yield from wins_of_garage(self.day, bearer.what, bearer.key)
            yield from self._stated(noun, bearer.key.removesuffix(" (Owner)"))
        if bearer.what == "make" and noun == "makes":
            yield from self._of_make(bearer.key)
        if bearer.what == "make" and noun == "places_gained":
            yield from self._stated(PLACE, bearer.key)

    def places(self, driver: str) -> Iterator[Known]:
        """Where somebody finished, started, was after a stage, and stands on a list."""
        for start in self._starts(driver):
            yield Known(start.finish, "at the finish", "finish")
            if start.start:
                yield Known(start.start, "at the start", "start")
            for stage, place in ((1, start.stage_1), (2, start.stage_2)):
                if place:
                    yield Known(place, f"after stage {stage}", "stage")
        for rank, who, _ in self.day.standings:
            if who == driver:
                yield Known(rank, "in the final standings", "list")
        for known in self._stated(PLACE, self.day.name(driver)):
            yield known._replace(where="list")

    def runs(self, bearer: Bearer, noun: str) -> Iterator[Known]:
        """Things in a row that go on or ended here."""
        said = noun.replace("_", " ")
        for known in self._runs(bearer):
            if said not in _RUNS or known.words.startswith(said):
                yield known

    def _runs(self, bearer: Bearer) -> Iterator[Known]:
        yield from self._stated(RUN, self._name(bearer))
        if career := self.day.careers.get(bearer.key):
            lines = (career.wins, career.top_fives, career.top_tens)
            for noun, line in zip(_RUNS, lines, strict=True):
                yield Known(run(line) or run(line[:-1]), f"{noun} in a row of his starts")

    def waits(self, bearer: Bearer, *, with_this: bool) -> Iterator[Known]:
        """Starts without; somebody's first after 59 of them is the first in 60."""
        known = list(self._stated(WAIT, self._name(bearer)))
        if career := self.day.careers.get(bearer.key):
            for noun, line in (("win", career.wins), ("top five", career.top_fives)):
                known.append(Known(wait(line), f"starts without a {noun}"))
        for each in known:
            yield each
            if with_this:
                yield Known(each.value + 1, f"{each.words}, and this one")

    def _of_driver(self, driver: str, noun: str, seasons: tuple[int, ...]) -> Iterator[Known]:
        for start in self._starts(driver):
            if noun in ("laps", "laps_led"):
                yield Known(start.led or 0, "laps led in this race", "race")
            if noun == "laps" and start.laps is not None:
                yield Known(start.laps, "laps completed", "race")
            if noun == "places_gained":
                yield Known(abs(start.gained), "places from start to finish", "race")
        if noun == "stage_wins":
            yield Known(sum(who == driver for _, who in self.day.stages), "in this race", "race")
        if noun == "points":
            yield from (
                Known(float(points))
                for _, who, points in self.day.standings
                if who == driver and points is not None
            )
        yield from self.history(driver).counts(noun, seasons)
        yield from self._stated(noun, self.day.name(driver))

    def _starts(self, driver: str) -> list[Start]:
        """Everybody has one; some early drivers took over a second car."""
        return [start for start in self.day.result if start.driver == driver]

    def _of_make(self, make: str) -> Iterator[Known]:
        makes = [start.make for start in self.day.result]
        for places in (3, 5, 10, len(makes)):
            yield Known(makes[:places].count(make), f"in the first {places}")

    def _stated(self, noun: str, subject: str) -> Iterator[Known]:
        yield from (
            Known(float(fact.value), fact.words, _where(fact.words))
            for fact in self._facts
            if fact.noun == noun and fact.subject == subject and not isinstance(fact.value, str)
        )

    @once
    def _facts(self) -> tuple[Fact, ...]:
        return tuple(fact for highlight in self.highlights for fact in highlight.facts)

    def stated(self, noun: str, of: str = "") -> set[str | float]:
        """What highlights state of a kind: seasons, days, names; of a race, or of all."""
        return {
            fact.value for fact in self._facts if fact.noun == noun and of in (fact.subject, "")
        }

    def history(self, driver: str) -> History:
        if driver not in self._histories:
            self._histories[driver] = History(self.day, driver)
        return self._histories[driver]

    @once
    def _histories(self) -> dict[str, History]:
        return {}

    def _name(self, bearer: Bearer) -> str:
        return self.day.name(bearer.key) if bearer.what == "driver" else bearer.key


def _where(words: str) -> str:
    """What a stated number was counted over, from its words."""
    if "season" in words:
        return "season"
    return (
        "career" if "Series" in words else "track" if words.startswith(("at", "in")) else "stated"
    )


def _as_number(cell: object) -> float | None:
    text = str(cell)
    return float(text) if text.replace(".", "", 1).isdigit() else None

"""The right answers to a quiz question, from its words and the plain tables alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.knowledge.trivia.plain_races import SERIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from knowledge.trivia.trivia import Trivia
    from tests.knowledge.trivia.plain_races import PlainBook, PlainRace, PlainStart

Answers = set[str]
MONTHS = "January February March April May June July August September October November December"
_WORDS = {"once": 1, "twice": 2}


class Recount:
    """One question looked at without the code that made it."""

    def __init__(self, trivia: Trivia, book: PlainBook) -> None:
        self.trivia, self.book = trivia, book
        self.series = trivia.series
        self.period = _period(trivia.prompt)
        self.races = [
            race
            for race in book.races[self.series]
            if self.period[0] <= race.season <= self.period[1]
        ]

    def answers(self) -> Answers:
        """Every right answer, among the choices where only these are asked."""
        return _KINDS[self.trivia.kind](self)

    def asks(self, pattern: str) -> re.Match[str] | None:
        return re.search(pattern, self.trivia.prompt)

    def finds(self, pattern: str) -> re.Match[str]:
        found = self.asks(pattern)
        assert found, self.trivia.prompt
        return found

    def name(self, driver: str) -> str:
        return self.book.names[driver]

    def wins(self, races: Iterable[PlainRace] | None = None) -> Counter[str]:
        """How often each won, by name."""
        return Counter(self.name(race.won.driver) for race in races or self.races)

    def at(self, track: str) -> list[PlainRace]:
        return [race for race in self.races if race.venue == self.book.venues[track]]

    def starts(self, name: str) -> list[PlainStart]:
        first, last = self.period
        starts = self.book.starts[self.series, self.book.ids[name]]
        return [start for start in starts if first <= start.season <= last]

    def the_race(self) -> PlainRace:
        """The one race that the prompt fits."""
        fitting = [race for race in self.book.races[self.series] if self._is_told(race)]
        assert len(fitting) == 1, (self.trivia.prompt, fitting)
        return fitting[0]

    def _is_told(self, race: PlainRace) -> bool:
        prompt, track = self.trivia.prompt, self.book.tracks[race.venue]
        date = re.search(rf"on ({MONTHS.replace(' ', '|')}) (\d+), (\d{{4}})", prompt)
        if date:
            month = MONTHS.split().index(date[1]) + 1
            on_that_day = race.date == f"{date[3]}-{month:02}-{int(date[2]):02}"
            return on_that_day and track in prompt
        name = re.sub(r"(?i),? (presented|powered|supporting|presents) .*", "", race.name)
        name = re.sub(r"^(\d+) (Mile|Lap)s at .*", r"\1-\2 race", name).lower()
        of_season = re.search(rf"\b{race.season}\b", prompt)
        by_jewel = race.jewel and f"{race.season} {race.jewel}" in prompt
        told = by_jewel or name.removeprefix("the ") in prompt.lower()
        return bool(of_season and told and (track in prompt or race.jewel))


def _period(prompt: str) -> tuple[int, int]:
    if found := re.search(r"from (\d{4}) (?:to|through the) (\d{4})", prompt):
        return int(found[1]), int(found[2])
    if found := re.search(r"through the (\d{4}) season", prompt):
        return 0, int(found[1])
    if found := re.search(r"\b[Ii]n (\d{4})\b", prompt):
        return int(found[1]), int(found[1])
    return 0, 9999


def _who_won(of: Recount) -> Answers:
    race = of.the_race()
    if second := of.asks(r"ahead of (.*) in second place"):
        assert of.name(race.starts[1].driver) == second[1]
    return {of.name(race.won.driver)}


def _most_laps_led(of: Recount) -> Answers:
    race = of.the_race()
    most = max(start.led for start in race.starts)
    return {of.name(start.driver) for start in race.starts if start.led == most}


def _which_year(of: Recount) -> Answers:
    name = of.finds(r"did (.*?) (?:win|become)")[1]
    if of.asks("become champion"):
        seasons = of.book.titles[of.series, of.book.ids[name]]
        assert len(seasons) == 1 or of.asks("for the first time")
        return {str(seasons[0])}
    won = [race for race in of.races if of.name(race.won.driver) == name]
    if of.asks("win a race in the"):
        return {str(won[0].season)}
    if track := of.asks(r"win at (.*) in the"):
        return {str(race.season) for race in won if race.venue == of.book.venues[track[1]]}
    jewel = of.finds(r"win the (.*?)(?: \(once the World 600\))? in the")[1]
    seasons = [str(race.season) for race in won if race.jewel == jewel]
    assert len(seasons) == 1, of.trivia.prompt
    return set(seasons)


def _how_many(of: Recount) -> Answers:
    if champion := of.asks(r"times was (.*) champion"):
        return {str(len(of.book.titles[of.series, of.book.ids[champion[1]]]))}
    name = of.finds(r"did (.*?) win")[1]
    track = of.asks(r"\bat (.*?)(?: in the| through| from| in \d)")
    return {str(of.wins(of.at(track[1]) if track else None)[name])}


def _never_won(of: Recount) -> Answers:
    track = of.finds(r"race at (.*?) (?:through|from|in) ")[1]
    wins = of.wins(of.at(track))
    return {name for name in of.trivia.choices if not wins[name]}


def _order(of: Recount) -> Answers:
    listed = of.finds(r"Put (.*) in order")[1]
    names = re.split(r", | and ", listed)
    track = of.asks(r"Series at (.*?) (?:through|from|in) ")
    races = of.at(track[1]) if track else None
    count: dict[str, Callable[[str], int]] = {
        "wins": lambda name: of.wins(races)[name],
        "poles": lambda name: sum(start.start == "1" for start in of.starts(name)),
        "starts": lambda name: len(of.starts(name)),
    }
    noun = of.finds(r"fewest (\w+)")[1]
    numbers = {name: count[noun](name) for name in names}
    assert len(set(numbers.values())) == 4, (of.trivia.prompt, numbers)
    ranked = sorted(names, key=lambda name: -numbers[name])
    return {
        choice
        for choice in of.trivia.choices
        if all(name.endswith(said) for name, said in zip(ranked, choice.split(", "), strict=True))
    }


def _did(of: Recount, did: str) -> Answers:
    """Everybody who did what the words say."""
    if "champion" in did:
        first, last = of.period
        return {
            of.name(driver)
            for (series, driver), seasons in of.book.titles.items()
            if series == of.series and any(first <= season <= last for season in seasons)
        }
    if many := re.search(r"won at least (\d+) .* races in one season", did):
        best = Counter((of.name(race.won.driver), race.season) for race in of.races)
        return {name for (name, _), wins in best.items() if wins >= int(many[1])}
    if many := re.search(r"won at least (\d+) ", did):
        return {name for name, wins in of.wins().items() if wins >= int(many[1])}
    if "finished in the top ten" in did:
        return {of.name(start.driver) for start in of.the_race().starts if start.finish <= 10}
    return {of.name(race.won.driver) for race in of.races if _won_so(race, did, of)}


def _won_so(race: PlainRace, did: str, of: Recount) -> bool:
    if jewel := re.search(r"won the (.*?)(?: \(once the World 600\))? in the", did):
        return race.jewel == jewel[1]
    shape = of.book.shapes[race.venue]
    if "on a road course" in did:
        road = race.surface == "road" or shape["shape"] in ("road", "street")
        return road and (race.surface or shape["surface"]) != "dirt"
    if "at Daytona or Talladega" in did:
        oval = shape["shape"] == "oval" and race.surface != "road"
        return race.venue in ("daytona", "talladega") and oval
    if car := re.search(r"in the number (\w+)", did):
        return race.won.car == car[1]
    if track := re.search(r"race at (.*?)(?: through| from| in |$)", did):
        return race.venue == of.book.venues[track[1]]
    if make := re.search(r"race in an? (\w+)", did):
        return race.won.make == make[1]
    assert re.search(r"won an? .* race (in \d{4}|through|from)", did), did
    return True


def _odd(of: Recount) -> Answers:
    did = of.finds(r"Three of these drivers (.*)\. Who did not")[1]
    return set(of.trivia.choices) - _did(of, did)


def _career_line(of: Recount) -> Answers:
    prompt = of.trivia.prompt
    name = of.finds(r"^(.*)'s wins in the")[1]
    wins = Counter(
        race.season for race in of.book.races[of.series] if of.name(race.won.driver) == name
    )
    for season, shown in re.findall(r"(\d{4}): (\d+)", prompt):
        assert wins[int(season)] == int(shown), prompt
    return {str(wins[int(of.finds(r"were there in (\d{4})")[1])])}


def _closest(of: Recount) -> Answers:
    if of.asks("in winning"):
        race = of.the_race()
        assert of.name(race.won.driver) == of.finds(r"laps did (.*?) lead in winning")[1]
        return {str(race.won.led)}
    if name := of.asks(r"races did (.*) start"):
        starts = of.starts(name[1])
        if track := of.asks(r"Series at (.*?) (?:through|from|in) "):
            there = {(race.season, race.round) for race in of.at(track[1])}
            starts = [start for start in starts if (start.season, start.round) in there]
        return {str(len(starts))}
    starts = of.starts(of.finds(r"laps did (.*) lead")[1])
    if track := of.asks(r"Series at (.*?) (?:through|from|in) "):
        there = {(race.season, race.round) for race in of.at(track[1])}
        starts = [start for start in starts if (start.season, start.round) in there]
    return {str(sum(start.led for start in starts))}


def _name_five(of: Recount) -> Answers:
    return _did(of, of.finds(r"drivers who (.*)\.$")[1])


def _who_am_i(of: Recount) -> Answers:
    left = {driver for series, driver in of.book.starts if series == of.series}
    for clue in of.trivia.clues:
        left = {driver for driver in left if _fits(clue, driver, of)}
    return {of.name(driver) for driver in left}


def _fits(clue: str, driver: str, of: Recount) -> bool:  # noqa: PLR0911 - one return a clue
    starts = of.book.starts[of.series, driver]
    won = [start for start in starts if start.finish == 1]
    titles = of.book.titles.get((of.series, driver), [])
    venues = of.book.venue_of
    if "no more than 50 starts" in clue:
        return len(starts) <= 50
    if found := re.search(r"more than (\d+) starts", clue):
        return len(starts) > int(found[1])
    if found := re.search(r"first start came in (\d+)(?:, my last in (\d+))?", clue):
        last = int(found[2]) if found[2] else starts[-1].season
        return (starts[0].season, starts[-1].season) == (int(found[1]), last)
    if clue == "I was never champion.":
        return not titles
    if found := re.search(r"I was champion in (.*)\.", clue):
        return titles == [int(each) for each in re.findall(r"\d+", found[1])]
    if found := re.search(r"first win came in (\d+), at (.*)\.", clue):
        first = won[0] if won else None
        told = (int(found[1]), of.book.venues[found[2]])
        return (
            first is not None
            and (first.season, venues[of.series, first.season, first.round]) == told
        )
    if found := re.search(r"I won (\d+) races? in all", clue):
        return len(won) == int(found[1])
    if found := re.search(r"I won (.*?) at (.*), more than anywhere", clue):
        there = Counter(venues[of.series, start.season, start.round] for start in won).most_common(
            2
        )
        alone = len(there) == 1 or (len(there) == 2 and there[0][1] > there[1][1])
        return alone and there[0] == (of.book.venues[found[2]], _times(found[1]))
    if found := re.search(r"most often in the number (\w+)", clue):
        cars = Counter(start.car for start in won if start.car).most_common(2)
        alone = len(cars) == 1 or (len(cars) == 2 and cars[0][1] > cars[1][1])
        return alone and cars[0][0] == found[1]
    found = re.search(r"I won the (.*?)(?: \(once the World 600\))? (once|twice|\d+ times)\.", clue)
    assert found, clue
    jewels = [race for race in of.book.races[of.series] if race.jewel == found[1]]
    return sum(race.won.driver == driver for race in jewels) == _times(found[2])


def _times(words: str) -> int:
    return _WORDS.get(words) or int(words.removesuffix(" times"))


_KINDS: dict[str, Callable[[Recount], Answers]] = {
    "who won": _who_won,
    "most laps led": _most_laps_led,
    "which year": _which_year,
    "how many": _how_many,
    "never won at": _never_won,
    "order these": _order,
    "odd one out": _odd,
    "finish the career line": _career_line,
    "closest number": _closest,
    "name five": _name_five,
    "who am I": _who_am_i,
}

__all__ = ["SERIES", "Recount"]

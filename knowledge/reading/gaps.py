"""What keeps a question from being answered: said plainly, with what comes nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Unknown
from knowledge.reading.examples import EXAMPLES
from knowledge.reading.meanings import (
    AtVenue,
    Cue,
    Day,
    FactNamed,
    FinishPlace,
    LastOnes,
    Limits,
    Minimum,
    Month,
    NotHeld,
    Number,
    Ordinal,
    Part,
    People,
    Rank,
    Round,
    Seasons,
    SplitBy,
    Stage,
    StartPlace,
    Top,
    TraitNamed,
    Venues,
)
from knowledge.reading.topics import FUTURE, LEADING, ROOKIES, of_points

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records
    from knowledge.scope import Scope, Span

_ONE_AT_A_TIME: dict[type, str] = {
    AtVenue: "race of the season at a track",
    FinishPlace: "place",
    LastOnes: "number of races",
    SplitBy: "split",
    Limits: "number to compare with",
    Minimum: "minimum of starts",
    Month: "month",
    Day: "day",
    FactNamed: "fact of a race",
    TraitNamed: "kind of race",
    Ordinal: "of first, second, third",
    Part: "part of the season",
    Rank: "rank",
    Round: "race number",
    Stage: "stage",
    StartPlace: "starting place",
    Top: "length of the list",
}

_OF_A_SCHEDULE = frozenset(
    {Cue.ABOUT, Cue.HE, Cue.LIST, Cue.NEXT, Cue.RACES, Cue.RUN, Cue.WHEN, Cue.WHERE}
    | {Cue.WHICH, Cue.WHICH_RACE, Cue.WHICH_TRACK}
)
"""Cues of questions about a race to come that a schedule can answer."""


def gap_in(mentions: Mentions, seasons: tuple[Span, ...], records: Records) -> Unknown | None:
    """The first gap between what was asked and what can be answered."""
    return (
        _not_held(mentions, records)
        or _not_read(mentions)
        or _beyond(seasons, records)
        or _said_twice(mentions)
        or _loose_number(mentions, seasons)
    )


def no_such_driver(said: str) -> Unknown:
    return Unknown(f"I know no driver called {said.title()}.", examples=EXAMPLES)


def no_question() -> Unknown:
    return Unknown("I did not find a question in that.", examples=EXAMPLES)


def one_number_at_a_time(first: str, second: str) -> Unknown:
    return Unknown(f"Ask me for one number at a time: {first}, or {second}.", examples=EXAMPLES)


def no_champion(scope: Scope, measure: Measure | None, records: Records) -> Unknown:
    """Why nobody is meant by the champion: no season was named, or it is still running."""
    season = scope.one_season
    if any(season == running for _, running in records.running):
        return Unknown(f"The title of {season} is not decided yet, so I know no champion of it.")
    return one_number_at_a_time("championships", measure.plural if measure else "another")


def _not_held(mentions: Mentions, records: Records) -> Unknown | None:
    topics = [*mentions.of(NotHeld), *([FUTURE] if _foretells(mentions) else [])]
    if People in mentions.kinds and Seasons in mentions.kinds:  # "his rookie season, 2016"
        topics = [topic for topic in topics if topic is not ROOKIES]
    if records.running and of_points(mentions):  # the table has a leader, whoever leads the race
        topics = [topic for topic in topics if topic is not LEADING]
    if not topics:
        return None
    why = f"The record book holds race results; it cannot tell {topics[0].topic}."
    return Unknown(why, nearest=topics[0].nearest, examples=EXAMPLES)


def _foretells(mentions: Mentions) -> bool:
    """Whether more is asked of the next race than which it is, when and where."""
    return Cue.NEXT in mentions.cues and (
        not mentions.cues <= _OF_A_SCHEDULE or People in mentions.kinds
    )


def _not_read(mentions: Mentions) -> Unknown | None:
    return _did_not_use(*(word.raw for word in mentions.left_over)) if mentions.left_over else None


def _did_not_use(*words: str) -> Unknown:
    shown = ", ".join(f"“{word[:30]}”" for word in words[:4])
    return Unknown(
        f"I could not make out {shown} in that, so I would rather not guess.", examples=EXAMPLES
    )


def _beyond(seasons: tuple[Span, ...], records: Records) -> Unknown | None:
    """A question about seasons that the book does not reach gets that sentence."""
    last = records.last_season
    asked = next((first for first, _ in seasons if first is not None and first > last), None)
    if asked is None:
        return None
    reach = records.as_of(())
    return Unknown(
        f"My records end with the {last} season ({reach.race}, {reach.date}), "
        f"so I cannot tell about {asked}.",
        nearest=f"Ask me about {last} or any season before.",
        examples=EXAMPLES,
    )


def _said_twice(mentions: Mentions) -> Unknown | None:
    """Two values where a question has room for one: neither is dropped silently."""
    for kind in mentions.kinds:
        words = _ONE_AT_A_TIME.get(kind)
        if words and len(mentions.of(kind)) > 1 and len(set(mentions.of(kind))) > 1:
            return Unknown(f"I can take one {words} at a time.", examples=EXAMPLES)
    return None


def _loose_number(mentions: Mentions, seasons: tuple[Span, ...]) -> Unknown | None:
    """A bare number must be a season, or the distance of a race at a named track."""
    numbers = mentions.of(Number)
    if all(each.is_distance for each in numbers) and mentions.of(Venues):
        return None
    is_season = len(numbers) == 1 and seasons == ((numbers[0].season, numbers[0].season),)
    return None if is_season or not numbers else _did_not_use(str(numbers[0].number))

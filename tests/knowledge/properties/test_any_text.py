"""Whatever is typed, nothing breaks, and every answer agrees with itself."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.answer import Answer, Unknown, WhichOne
from tests.knowledge.properties.agreement import faults

if TYPE_CHECKING:
    from knowledge.answer import Outcome
    from tests.knowledge.conftest import Fan

DATA = Path(__file__).parents[3] / "knowledge" / "data"

OPENINGS = """
    |how many|who had the most|who has|most|fewest|best|worst|when did|when was the last|first|last
    |who won|who finished second in|what was|which driver|which team|which make|list|list every
    |top 5|top 10|has|did|was|where did|what year did|what race did|how often did|tell me about
    |what about|and|only|longest streak of|who drove|who won stage 1 of|compare|result of
    |second most|who was champion|has anyone|in a row|why|show me the races|what is
""".replace("\n", "").split("|")
MEASURES = """
    |wins|win|won|starts|top fives|top 5s|top tens|podiums|poles|laps led|led|DNFs|crashes
    |second places|stage wins|average finish|average start|best finish|worst finish
    |win percentage|points|championships|rating|races led|lead lap finishes|last place finishes
    |finish|start|8th place finishes|top 15s|laps|most wins|cautions|finished third|full result
""".replace("\n", "").split("|")
SERIES = "|in Cup|Cup|in Trucks|in Xfinity|Busch Series|Winston Cup|in all three series".split("|")
SEASONS = """
    |in 2015|2009|since 2018|from 2010 to 2015|in the 90s|before 1980|1972|in 2031|in 1066
    |2003-2006|last 5 seasons|in '98|career|of all time|2017 and 2018|in his rookie year
""".replace("\n", "").split("|")
LIMITS = """
    |on short tracks|on road courses|on dirt|at superspeedways|from the pole|in a Ford|for Penske
    |with Hendrick Motorsports|in the 48|in the playoffs|in June|the spring race|the finale
    |at least 20 starts|starting 30th or worse|each|ever|combined|?|race 14|the 500|by season
    |and Kyle Busch|or Denny Hamlin|but not|without|never|twice|no wait
""".replace("\n", "").split("|")
KNOWN = """
    Kyle Busch|Heim|Jeff Gordon|Richard Petty|Dale Jr|Earnhardt|Labonte|Hornaday|Jimmie Johnson
    |Chase Elliott|Busch|Hendrick|Toyota|the 3|Harvik|Kenseth's|Junior Johnson|he|Dale Sr|Petty
""".replace("\n", "").split("|")


def column(file: str, name: str = "name") -> list[str]:
    with (DATA / file).open(encoding="utf-8", newline="") as rows:
        return sorted({row[name] for row in csv.DictReader(rows)})


PEOPLE = st.sampled_from([*KNOWN, ""]) | st.sampled_from(
    [*column("people.csv"), *column("nicknames.csv")]
)
PLACES = st.sampled_from(["", "Daytona", "Bristol", "Talladega", "Martinsville"]) | st.sampled_from(
    [*column("venue_names.csv"), *column("race_names.csv")]
)
PARTS = (
    st.sampled_from(OPENINGS),
    PEOPLE,
    st.sampled_from(MEASURES),
    st.sampled_from(SERIES),
    st.sampled_from(["", "at "]).flatmap(lambda at: PLACES.map(lambda place: f"{at}{place}")),
    st.sampled_from(SEASONS),
    st.sampled_from(LIMITS),
)


def spaced(words: tuple[str, ...] | list[str]) -> str:
    return " ".join(word.strip() for word in words if word.strip())


SENTENCES = st.tuples(*PARTS).map(spaced)
FEW_PARTS = st.lists(st.one_of(*PARTS), min_size=1, max_size=3).map(spaced)
MIXED = st.lists(st.one_of(*PARTS, st.text(max_size=6)), max_size=12).map(spaced)
QUESTIONS = st.one_of(SENTENCES, FEW_PARTS, MIXED)

thoroughly = settings(
    derandomize=True,
    database=None,
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def is_sound(question: str, outcome: Outcome) -> None:
    if isinstance(outcome, Answer):
        assert not faults(outcome), (question, outcome.headline, outcome.reading)
    elif isinstance(outcome, WhichOne):
        assert len(outcome.choices) > 1, (question, outcome)
    else:
        assert isinstance(outcome, Unknown), (question, outcome)
        assert outcome.why, question


@given(text=st.text())
@thoroughly
def test_any_characters_are_met_with_an_outcome(fan: Fan, text: str) -> None:
    is_sound(text, fan.book.ask(text))


@given(question=SENTENCES)
@thoroughly
def test_every_answer_to_a_sentence_agrees_with_itself(fan: Fan, question: str) -> None:
    is_sound(question, fan.book.ask(question))


@given(question=FEW_PARTS)
@thoroughly
def test_every_answer_to_a_few_words_agrees_with_itself(fan: Fan, question: str) -> None:
    is_sound(question, fan.book.ask(question))


@given(question=MIXED)
@thoroughly
def test_every_answer_to_a_jumble_agrees_with_itself(fan: Fan, question: str) -> None:
    is_sound(question, fan.book.ask(question))


@given(talk=st.lists(QUESTIONS, min_size=2, max_size=4))
@thoroughly
def test_every_answer_in_a_conversation_agrees_with_itself(fan: Fan, talk: list[str]) -> None:
    outcome = None
    for question in talk:
        outcome = fan.book.ask(question, after=outcome)
        is_sound(" / ".join(talk), outcome)

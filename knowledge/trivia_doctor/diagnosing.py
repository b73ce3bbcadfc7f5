"""The way through a diagnosis: what it is about, what the rows give, and how the two agree."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answer import Answer, WhichOne
from knowledge.reading.words import LONGEST_QUESTION
from knowledge.trivia_doctor.among_choices import judged_choices, predicate_of
from knowledge.trivia_doctor.comparing import compared
from knowledge.trivia_doctor.diagnosis import Asked, Diagnosis, Mend, Practice
from knowledge.trivia_doctor.expiring import expiring_words, lasting_prompt
from knowledge.trivia_doctor.likeness import is_accepted, yes_or_no
from knowledge.trivia_doctor.other_readings import seasons_back, with_name
from knowledge.trivia_doctor.stating import judged_statement

_NUMBERED = re.compile(
    r"^\W*(?:(?:q|question)?\W*\d{1,3}\s*[.):]|(?:q|trivia)\s*:)\s+", re.IGNORECASE
)
_STATEMENT = re.compile(r"^\W*(?:true or false|true/false|t/f|right or wrong)\W+", re.IGNORECASE)
_NOT_READ = "I could not read the question as one that the rows answer: {}"
_TOO_LONG = f"A question that I can read fits in {LONGEST_QUESTION} characters."


def diagnosed(asked: Asked, practice: Practice) -> Diagnosis:
    """What the rows say to a question and to the answers that are accepted."""
    asked = replace(asked, prompt=_unnumbered(asked.prompt))
    if not asked.accepted or not asked.prompt:
        return Diagnosis("unchecked", "There is no answer to look at.")
    if len(asked.prompt) > LONGEST_QUESTION:
        return Diagnosis("unchecked", _TOO_LONG)
    if words := expiring_words(asked.prompt, practice.read(asked.prompt)):
        return _expired(asked, words, practice)
    if predicate := predicate_of(asked.prompt):
        return judged_choices(asked, predicate, practice)
    if statement := _statement_in(asked):
        return judged_statement(asked, statement, practice)
    return _by_rows(asked, practice)


def _unnumbered(prompt: str) -> str:
    """The prompt alone: "Q3: who won?" has a number of the pack's own."""
    text = " ".join(prompt.split())
    return _NUMBERED.sub("", text, count=1)


def _statement_in(asked: Asked) -> str:
    """What is to be called true or false; a question for yes or no is none."""
    if any(yes_or_no(each) is None for each in asked.accepted):
        return ""
    if opening := _STATEMENT.match(asked.prompt):
        return asked.prompt[opening.end() :]
    return "" if asked.prompt.endswith("?") else asked.prompt


def _by_rows(asked: Asked, practice: Practice) -> Diagnosis:
    outcome = practice.ask(asked.prompt)
    if isinstance(outcome, Answer):
        return compared(asked, outcome, practice)
    if isinstance(outcome, WhichOne):
        return _several_meant(asked, outcome, practice)
    return Diagnosis("unchecked", _NOT_READ.format(outcome.why))


def _several_meant(asked: Asked, outcome: WhichOne, practice: Practice) -> Diagnosis:
    """A name that several share: the prompt with the one for whom the answer is right."""
    *others, last = outcome.choices
    why = f"“{outcome.name}” can be {', '.join(others)} or {last}".rstrip(".") + "."
    meant = []
    for name in outcome.choices:
        prompt = with_name(asked.prompt, outcome.name, name)
        answer = practice.ask(prompt)
        if isinstance(answer, Answer) and matches(asked, answer, practice):
            meant.append((prompt, answer))
    if len(meant) == 1:
        ((prompt, answer),) = meant
        return Diagnosis("ambiguous", why, Mend(prompt), answer.table)
    return Diagnosis("ambiguous", why)


def matches(asked: Asked, answer: Answer, practice: Practice) -> bool:
    """Whether the one thing that the rows give is accepted."""
    return is_accepted(asked.accepted, _only(answer), practice)


def _only(answer: Answer) -> str | int | float | bool | None:
    if isinstance(answer.value, tuple):
        return answer.value[0] if len(answer.value) == 1 else None
    return answer.value


def _expired(asked: Asked, words: str, practice: Practice) -> Diagnosis:
    """A prompt that names its season, by choice that in which the answer was right."""
    why = f"“{words}” is right for a while only; the prompt has to name its season."
    last = practice.records.last_season
    seasons = [asked.as_of] if asked.as_of else [last, *seasons_back(practice)]
    for season in seasons:
        prompt = lasting_prompt(asked.prompt, season)
        answer = practice.ask(prompt)
        if isinstance(answer, Answer) and matches(asked, answer, practice):
            return Diagnosis("expired", why, Mend(prompt), answer.table)
    prompt = lasting_prompt(asked.prompt, seasons[0])
    answer = practice.ask(prompt)
    if isinstance(answer, Answer) and (value := _only(answer)) is not None:
        return Diagnosis("expired", why, Mend(prompt, (str(value),)), answer.table)
    return Diagnosis("expired", why, Mend(prompt))

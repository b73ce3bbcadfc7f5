"""Checks a text about a race: each number and name in it true, false, or nobody can tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from knowledge.claims.claim import Claim, Verdict
from knowledge.claims.stated_facts import StatedFact, stated_facts, word_places
from knowledge.highlights.finding import highlights_of
from knowledge.race_claims.days import days_in, durations_in
from knowledge.race_claims.deeds import deed_denied
from knowledge.race_claims.names import Bearer, Names
from knowledge.race_claims.numbers import check_number
from knowledge.race_claims.parsed import Parsed
from knowledge.race_claims.read_names import reading_names
from knowledge.race_claims.sheet import Sheet
from knowledge.race_claims.words import Bit, Sentence, numbers_in, sentences_of, things_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.claim import Desk, Judgement
    from knowledge.highlights.race_day import RaceDay


class Finding(NamedTuple):
    """What was found of characters start to end (exclusive) of a sentence."""

    start: int
    end: int
    verdict: Verdict


def checked(text: str, day: RaceDay, desk: Desk) -> tuple[StatedFact, ...]:
    """Each number and name of a text with its verdict, in the order they stand."""
    check = RaceCheck.of(day, desk)
    about = Bearer("driver", day.winner.driver)
    facts: list[StatedFact] = []
    inside = [Bit(name.start, name.end) for name in check.names.known(text)]
    for sentence in sentences_of(text, inside):
        parsed = check.parsed(sentence, about)
        facts += check.facts(parsed)
        about = parsed.subject
    return tuple(facts)


@dataclass(frozen=True)
class RaceCheck:
    """One race's sheet and names, ready for many sentences."""

    day: RaceDay
    desk: Desk
    sheet: Sheet
    names: Names

    @classmethod
    def of(cls, day: RaceDay, desk: Desk) -> RaceCheck:
        highlights = highlights_of(day)
        names = Names(day, highlights, reading_names(desk, word_places))
        return cls(day, desk, Sheet(day, highlights), names)

    def parsed(self, sentence: Sentence, about: Bearer) -> Parsed:
        text = sentence.text
        days = days_in(text)
        of_days = [Bit(day.start, day.end) for day in days]
        names = [
            name  # May is a month too
            for name in self.names.find(text)
            if not any(bit.overlaps(name.start, name.end) for bit in of_days)
        ]
        taken = [Bit(name.start, name.end) for name in names]
        taken += of_days
        taken += [Bit(*span) for span in durations_in(text)]
        things = things_in(text, taken)
        taken += [Bit(thing.start, thing.end) for thing in things]
        numbers = numbers_in(text, taken)
        return Parsed(sentence, tuple(names), tuple(things), tuple(numbers), tuple(days), about)

    def facts(self, parsed: Parsed) -> Iterator[StatedFact]:
        """The findings of a sentence, what is no business of the race asked of the whole book."""
        text, at = parsed.text, parsed.sentence.at
        found = sorted([*self._numbers(parsed), *self._names(parsed), *self._days(parsed)])
        open_ones = [each for each in found if each.verdict.judgement == "can't tell"]
        elsewhere = self._elsewhere(parsed) if open_ones else ()
        for start, end, verdict in found:
            told = verdict
            if verdict.judgement == "can't tell":
                told = _better(verdict, start, end, elsewhere)
            yield StatedFact(at + start, at + end, text[start:end], told)

    def _numbers(self, parsed: Parsed) -> Iterator[Finding]:
        for number in parsed.numbers:
            if verdict := check_number(number, parsed, self.sheet):
                yield Finding(number.start, number.end, verdict)

    def _names(self, parsed: Parsed) -> Iterator[Finding]:
        for name in parsed.names:
            said = parsed.text[name.start : name.end]
            claim = Claim(parsed.text, said)
            if why := deed_denied(name, parsed, self.day):
                yield Finding(name.start, name.end, Verdict(claim, "false", why))
            elif name.known:
                yield Finding(
                    name.start, name.end, Verdict(claim, "true", f"{said} is in the rows.")
                )
            else:
                why = f"{said} is not in the rows of this race."
                yield Finding(name.start, name.end, Verdict(claim, "can't tell", why))

    def _days(self, parsed: Parsed) -> Iterator[Finding]:
        known = {self.day.race.date, *map(str, self.sheet.stated("date"))}
        if following := self.day.next_race:
            known.add(following.date)
        for start, end, iso in parsed.days:
            claim = Claim(parsed.text, parsed.text[start:end])
            if any(each.endswith(iso) for each in known):
                yield Finding(start, end, Verdict(claim, "true", f"{self.day.race.date}."))
            else:
                why = f"the race was run on {self.day.race.date}."
                judgement: Judgement = "can't tell" if "since" in parsed.text else "false"
                yield Finding(start, end, Verdict(claim, judgement, why))
        for start, end in durations_in(parsed.text):
            yield Finding(start, end, self._duration(parsed, parsed.text[start:end]))

    def _duration(self, parsed: Parsed, said: str) -> Verdict:
        took = self.day.facts["duration"]
        claim = Claim(parsed.text, said)
        if not took:
            return Verdict(claim, "can't tell", "the rows do not say how long it took.")
        return Verdict(claim, "true" if took == said else "false", f"the rows say {took}.")

    def _elsewhere(self, parsed: Parsed) -> tuple[StatedFact, ...]:
        """What the rest of the book says, where a number or name is none of this race's."""
        return stated_facts(parsed.text, self.desk)


def _better(verdict: Verdict, start: int, end: int, elsewhere: tuple[StatedFact, ...]) -> Verdict:
    """The verdict of the whole book where it is a yes: its no may be one of a later day."""
    for fact in elsewhere:
        if fact.start < end and start < fact.end and fact.verdict.judgement == "true":
            return replace(fact.verdict, claim=verdict.claim)
    return verdict

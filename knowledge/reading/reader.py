"""The reader: a question's words become Mentions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.book.spelling import common_words
from knowledge.measures import MEASURES
from knowledge.once import once
from knowledge.race_facts import RACE_FACTS
from knowledge.race_traits import RACE_TRAITS
from knowledge.reading.choosing import choose
from knowledge.reading.meanings import (
    Career,
    Cue,
    FactNamed,
    Filler,
    FinishPlace,
    Meaning,
    MeasureNamed,
    NotHeld,
    People,
    Series,
    Several,
    TraitNamed,
)
from knowledge.reading.mentions import Mentions, Respelt, Span
from knowledge.reading.misspelling import Spelling
from knowledge.reading.names import Names
from knowledge.reading.phrase_book import PhraseBook
from knowledge.reading.places import add_places
from knowledge.reading.seasons import add_seasons
from knowledge.reading.slots import slot_values
from knowledge.reading.small_talk import ASIDES, FILLER_PHRASES, FILLERS
from knowledge.reading.topics import TOPICS
from knowledge.reading.vocabulary import CUES, SEVERAL
from knowledge.reading.words import Word, split

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.reading.phrase_book import Found

_YES_NO = frozenset(["did", "has", "have", "was", "were", "is", "does", "do", "had", "can"])
_TAGS = frozenset(["right", "correct", "true"])
_OWN_WORD_WEIGHT = 500.0
"""Our own vocabulary outweighs all but the best known names."""

_WEIGHTY_ENOUGH = 60.0
"""Prominence from which a misspelt surname alone is believed to mean a driver."""


class Reader:
    """Reads questions with the names of one record book."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._vocabulary = vocabulary()
        self._names = Names(connection)

    def read(self, text: str) -> Mentions:
        words = split(text)
        mentions = self._read_words(words)
        if any(word.aside for word in mentions.left_over):
            return self._without(words, {word for word in words if word.aside})
        if mentions.left_over and (idle := _idle_clauses(mentions)):
            return self._without(words, {word for word in words if word.clause in idle})
        return mentions

    def _without(self, words: Sequence[Word], asides: set[Word]) -> Mentions:
        """What stands in brackets, or apart, is read only if it is understood whole."""
        mentions = self._read_words([word for word in words if word not in asides])
        return replace(mentions, asides=tuple(word for word in words if word in asides))

    def _read_words(self, words: Sequence[Word]) -> Mentions:
        spans = self._spans([word.text for word in words])
        left_over = _left_over(words, spans)
        if left_over:
            return self._read_again(words, left_over)
        if misspelt := self._misspelt_name(words, spans):
            return misspelt
        return Mentions(tuple(words), tuple(_with_yes_no(words, spans)), ())

    def _misspelt_name(self, words: Sequence[Word], spans: Sequence[Span]) -> Mentions | None:
        """Two names of nobody side by side, read as the one driver they nearly are: Kyle Larsen."""
        for first, second in pairwise(spans):
            if not _are_strangers(first, second) or words[second.start].after_comma:
                continue
            for near, _ in self._spelling.alike(second.text):
                if self._names.is_driver(f"{first.text} {near}"):
                    respelt = [*words]
                    respelt[second.start] = words[second.start]._replace(text=near)
                    told = self._spans([word.text for word in respelt])
                    note = Respelt(words[second.start].raw, near)
                    return Mentions(tuple(words), tuple(_with_yes_no(words, told)), (), (note,))
        return None

    def _spans(self, texts: Sequence[str]) -> list[Span]:
        found = self._vocabulary.find(texts)
        found += self._names_in(texts)
        chosen = list(choose(found, len(texts)))
        across = [*self._across_a_series(texts, chosen)]
        if across:
            chosen = list(choose(found + across, len(texts)))
        return [
            Span(start, end, " ".join(texts[start:end]), rivals) for start, end, rivals in chosen
        ]

    def _across_a_series(self, texts: Sequence[str], chosen: Sequence[Found]) -> Iterator[Found]:
        """Phrases with a series in their midst: "best Cup finish", "final Truck points"."""
        for start, end, rivals in chosen:
            if not isinstance(rivals[0], Series) or not 0 < start < end < len(texts):
                continue
            first, gap = max(0, start - _LONGEST_APART), end - start
            window = [*texts[first:start], *texts[end : end + _LONGEST_APART]]
            for begin, stop, meanings in self._vocabulary.find(window, begun=start - first):
                if stop > start - first and _is_told(meanings[0]):
                    both = Several((*_each(meanings[0]), rivals[0]))
                    yield first + begin, first + stop + gap, (both,)

    def _names_in(self, texts: Sequence[str]) -> Iterator[Found]:
        """Names, but for the words of our own that are a surname too: "most" is never Moss."""
        for start, end, meanings in self._names.find(texts):
            if end - start == 1 and self._vocabulary.means(texts[start:end]):
                others = tuple(each for each in meanings if not isinstance(each, People))
                if others:
                    yield start, end, others
            else:
                yield start, end, meanings

    def _read_again(self, words: Sequence[Word], left_over: Iterable[int]) -> Mentions:
        """Read once more with unexplained words as the known words they resemble."""
        texts = [word.text for word in words]
        respelt = []
        for index in left_over:
            near = self._best_near_miss(texts, index)
            if near is not None:
                respelt.append(Respelt(words[index].raw, near))
                texts[index] = near
        spans = self._spans(texts)
        return Mentions(
            tuple(words),
            tuple(_with_yes_no(words, spans)),
            tuple(words[index] for index in _left_over(words, spans)),
            tuple(respelt),
        )

    def _best_near_miss(self, texts: list[str], index: int) -> str | None:
        """The near miss that makes a whole name with its neighbours, or is weighty by itself."""
        best: tuple[float, str] | None = None
        for near, distance in self._spelling.alike(texts[index]):
            trial = [*texts[:index], near, *texts[index + 1 :]]
            span = next(
                (each for each in self._spans(trial) if each.start <= index < each.end), None
            )
            if span is None:
                continue
            if span.end - span.start == 1 and self._spelling.is_right(texts[index]):
                continue  # "bush" is nobody but a Kyle or a Kurt
            worth = self._worth(span, near, texts[index], distance)
            if worth > 0 and (best is None or worth > best[0]):
                best = (worth, near)
        return best[1] if best else None

    def _worth(self, span: Span, near: str, word: str, distance: int) -> float:
        weight = self._spelling.weight(near)
        length = span.end - span.start
        if length > 1 and any(isinstance(each, People) for each in span.rivals):
            weight = max(weight, _OWN_WORD_WEIGHT) * length
        elif (
            weight < _WEIGHTY_ENOUGH
            or isinstance(span.meaning, (Filler, NotHeld))
            or near[0] != word[0]
            or (isinstance(span.meaning, People) and _is_first_name(span))
        ):
            return 0.0
        return weight / (4.0**distance)

    @once
    def _spelling(self) -> Spelling:
        own = self._vocabulary.words()
        weights = dict(self._connection.execute("select word, weight from word").fetchall())
        weights.update(dict.fromkeys(own, _OWN_WORD_WEIGHT))
        return Spelling(weights, own | common_words())


def _is_told(meaning: Meaning) -> bool:
    """Whether a phrase is worth putting together around the series that stands within."""
    if isinstance(meaning, Several):
        return bool(meaning.meanings)
    return isinstance(meaning, _AROUND_A_SERIES) or meaning in _CUES_AROUND


_AROUND_A_SERIES = (Career, FactNamed, FinishPlace, MeasureNamed)
"""What is said with the series in its midst: "all his Cup years", "best Cup finish"."""


_CUES_AROUND = (Cue.DROUGHT, Cue.NEXT, Cue.STANDINGS)


def _each(meaning: Meaning) -> tuple[Meaning, ...]:
    return meaning.meanings if isinstance(meaning, Several) else (meaning,)


_LONGEST_APART = 4
"""Words on either side of a series within a phrase."""


def vocabulary() -> PhraseBook:
    """Every phrase that is not a name from the book."""
    book = PhraseBook()
    for patterns, meaning in _entries():
        for pattern in patterns:
            book.add(pattern, meaning)
    add_seasons(book)
    add_places(book)
    return book


def _entries() -> Iterator[tuple[Iterable[str], Meaning]]:
    """Ways of saying a thing, with the thing."""
    for cue, patterns in CUES.items():
        yield patterns, cue
    for meaning, patterns in SEVERAL.items():
        yield patterns, meaning
    for measure in MEASURES:
        yield measure.said, MeasureNamed(measure.key)
        yield measure.verbs, MeasureNamed(measure.key, verb=True)
    for fact in RACE_FACTS:
        named = FactNamed(fact.key)
        yield fact.said, named
        yield fact.most, Several((Cue.MOST, named))
        yield fact.least, Several((Cue.LEAST, named))
    for trait in RACE_TRAITS:
        yield trait.said, TraitNamed(trait.key)
    for topic, patterns in TOPICS:
        yield patterns, topic
    yield ASIDES, Several(())
    yield (*FILLERS, *FILLER_PHRASES), Filler()


def _are_strangers(first: Span, second: Span) -> bool:
    """Whether two words are surnames or given names of people, and of no one person."""
    one, other = first.meaning, second.meaning
    if not isinstance(one, People) or not isinstance(other, People):
        return False
    words = second.end - first.start
    apart = not {person for person, _ in one.candidates} & {p for p, _ in other.candidates}
    return words == _TWO and one.part == other.part == "surname" and apart


_TWO = 2


def _left_over(words: Sequence[Word], spans: Iterable[Span]) -> list[int]:
    explained = [index for span in spans for index in range(span.start, span.end)]
    if len(explained) == len(words):  # no two spans overlap
        return []
    return [index for index in range(len(words)) if index not in explained]


def _with_yes_no(words: Sequence[Word], spans: list[Span]) -> list[Span]:
    """A clause that begins with a verb wants yes or no; so do "he ever won" and "right?"."""
    if len(words) < 2:
        return spans
    first = words[0].text in _YES_NO or _name_ever(words, spans)
    after_name = any(word.after_comma and word.text in _YES_NO for word in words)
    if first or after_name or words[-1].text in _TAGS:
        return [Span(0, 0, words[0].text, (Cue.YES_NO,)), *spans]
    return spans


def _name_ever(words: Sequence[Word], spans: Sequence[Span]) -> bool:
    """Whether it opens with a name and "ever": "has" and "did" are often left out."""
    opening = [span for span in spans if span.start == 0 and isinstance(span.meaning, People)]
    return any(words[span.end].text == "ever" for span in opening if span.end < len(words) - 1)


def _idle_clauses(mentions: Mentions) -> set[int]:
    """Clauses with words left over that name nothing: "our forum is fighting: ..."."""
    telling = {
        mentions.words[span.start].clause
        for span in mentions.spans
        if span.end > span.start and not _says_nothing(span.meaning)
    }
    return {word.clause for word in mentions.left_over} - telling if telling else set()


def _says_nothing(meaning: Meaning) -> bool:
    return isinstance(meaning, Filler) or meaning == Several(()) or meaning in _IDLE


_IDLE = frozenset({Cue.ABOUT, Cue.EVER, Cue.HE, Cue.LIST, Cue.RUN, Cue.SAID, Cue.TIMES, Cue.UNTIL})
"""Cues that ask for nothing in a clause of their own: "need a ruling: ..."."""


def _is_first_name(span: Span) -> bool:
    return bool(slot_values(span.text)) or all(
        isinstance(each, People) and each.part == "first" for each in span.rivals
    )

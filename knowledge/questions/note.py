"""Notes: what no row holds, found by its words and quoted with date and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.answer import Answer, Source, Table
from knowledge.reading.meanings import NotHeld, People
from knowledge.reading.small_talk import FILLERS
from knowledge.reading.topics import FUTURE

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records

_SAYING = frozenset(["say", "says", "said"])
_ASKING = (frozenset(FILLERS) - _SAYING) | frozenset(
    "who whos whose what which when where why were".split()
)
"""Words that say nothing of what a note is about."""

_MOST_NOTES = 3
_WORDS_OF_A_RULE = 2
"""Where nobody is named, one word is too little to find a rule by."""


@dataclass(frozen=True, slots=True)
class Note:
    """The notes that hold every word of a question, the closest first."""

    rows: tuple[tuple[str, str, str, str | None], ...]  # statement, date, source, rows_say

    @classmethod
    def on(cls, mentions: Mentions, records: Records) -> Note | None:
        """The notes on what is asked; a question about one driver gets no other's."""
        words, people = _about(mentions)
        enough = len(words) >= (1 if people else _WORDS_OF_A_RULE)
        if not enough or not _beyond_the_rows(mentions):
            return None
        rows = records.connection.execute(
            f"""
            select statement, date, source, rows_say from note
            join (select rowid as found, rank from note_text where note_text match :words)
              on found = note.rowid
            where {_is_about(people)} order by rank limit :most
            """,
            {"words": " ".join(f'"{word}"' for word in words), "most": _MOST_NOTES, **people},
        ).fetchall()
        return cls(tuple(rows)) if rows else None

    def answer(self, records: Records) -> Answer:
        statement, date, source, rows_say = self.rows[0]
        caveats = [f"This is a note, not from the result rows: {source} ({date})."]
        if rows_say:
            caveats.append(f"The rows contradict it. {rows_say}")
        return Answer(
            statement,
            statement,
            reading=f"note · {source} · {date}",
            table=Table(("Note", "Date", "Source"), tuple(row[:3] for row in self.rows)),
            caveats=tuple(caveats),
            sources=(Source(source),),
            as_of=records.as_of(()),
        )


def _beyond_the_rows(mentions: Mentions) -> bool:
    """Whether something is asked that no row could hold: a topic, a saying, a strange word."""
    topics = set(mentions.of(NotHeld)) - {FUTURE}
    return bool(topics or mentions.left_over or {word.text for word in mentions.words} & _SAYING)


def _about(mentions: Mentions) -> tuple[list[str], dict[str, str]]:
    """The words that a note must hold, and the people one of whom it must be about."""
    named = [span for span in mentions.spans if isinstance(span.meaning, People)]
    spoken_for = {at for span in named for at in range(span.start, span.end)}
    words = [word.text for at, word in enumerate(mentions.words) if at not in spoken_for]
    keys = [key for each in mentions.of(People) for key, _ in each.candidates]
    people = {f"person_{at}": key for at, key in enumerate(dict.fromkeys(keys))}
    return [word for word in words if word not in _ASKING], people


def _is_about(people: dict[str, str]) -> str:
    if not people:
        return "person is null"
    return f"person in ({', '.join(f':{name}' for name in people)})"

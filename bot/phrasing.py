"""Outcomes put into words: the sentence first, then what backs it, then the small print."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, assert_never

from bot.chart_words import phrase_chart
from bot.reply import Block, Chart, Reply, Table, Text
from bot.tabulation import phrase_table, without_echo
from knowledge.answer import Answer, Unknown, WhichOne

if TYPE_CHECKING:
    from bot.view import View
    from knowledge.answer import AsOf, Outcome, Source
    from knowledge.answer import Table as Rows


def phrase(outcome: Outcome, view: View | None = None) -> Reply:
    """Put an outcome into words; of a table as much as the view shows."""
    match outcome:
        case Answer():
            return _phrase_answer(outcome, view)
        case WhichOne():
            return _phrase_choice(outcome)
        case Unknown():
            return _phrase_unknown(outcome)
        case _:
            assert_never(outcome)


def _phrase_answer(answer: Answer, view: View | None) -> Reply:
    blocks: list[Block] = [Text(answer.reading, "quiet")] if answer.reading else []
    rows = without_echo(answer.table, answer.reading)
    if rows.columns and rows.rows:
        blocks.append(_phrase_rows(rows, view))
    if view and view.words:
        blocks.append(Text(view.words, "quiet"))
    if chart := answer.chart:
        blocks.append(Chart(chart, phrase_chart(chart)))
    blocks += [Text(f"Note: {caveat}", "caution") for caveat in answer.caveats]
    return Reply(
        title=answer.headline,
        blocks=tuple(blocks),
        footer=_phrase_origin(answer.as_of, answer.sources),
        series=answer.series,
        private=bool(view and view.private),
        outcome=answer,
    )


def _phrase_rows(rows: Rows, view: View | None) -> Table:
    """The rows of the view, written as they are in the whole table."""
    table = phrase_table(rows)
    return Table(table.columns, table.rows[view.first : view.last]) if view else table


def _phrase_choice(choice: WhichOne) -> Reply:
    return Reply(
        title=f"Which {choice.name} do you mean?",
        blocks=(Text(choice.reading, "quiet"),) if choice.reading else (),
        outcome=choice,
    )


def _phrase_unknown(unknown: Unknown) -> Reply:
    blocks = [Text(unknown.reading, "quiet")] if unknown.reading else []
    if unknown.nearest:
        blocks.append(Text(unknown.nearest))
    blocks.append(Text("Ask, for example:"))
    return Reply(
        title=unknown.why,
        blocks=tuple(blocks),
        outcome=unknown,
    )


def noted(reply: Reply, words: str) -> Reply:
    """With some more words behind those that say how it was read."""
    if not words:
        return reply
    first, *others = reply.blocks or (Text(""),)
    if isinstance(first, Text) and first.tone == "quiet":
        return replace(reply, blocks=(Text(f"{first.words} · {words}", "quiet"), *others))
    return replace(reply, blocks=(Text(f"{words[0].upper()}{words[1:]}", "quiet"), *reply.blocks))


def phrase_bug(mark: str) -> Reply:
    return Reply(
        title="Sorry, something went wrong on my side, so I have no answer.",
        blocks=(
            Text(f"It is written down as {mark}; please give that number when you report it."),
        ),
        private=True,
    )


def phrase_too_late() -> Reply:
    return Reply(
        title="That took me too long, so the form could not be opened.",
        blocks=(Text("Press it once more, please."),),
        private=True,
    )


def phrase_as_of(as_of: AsOf) -> str:
    return f"Data through {as_of.race}, {phrase_date(as_of.date)}"


def phrase_date(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day:%B} {day.day}, {day.year}"


def _phrase_origin(as_of: AsOf | None, sources: tuple[Source, ...]) -> str:
    parts = [phrase_as_of(as_of)] if as_of else []
    if sources:
        parts.append("Sources: " + "; ".join(map(_short_title, sources)))
    return " · ".join(parts)


def _short_title(source: Source) -> str:
    """Name the source as far as a colon or bracket begins to explain it; about tells it all."""
    return re.split(r"[:(]", source.title)[0].strip() or source.title

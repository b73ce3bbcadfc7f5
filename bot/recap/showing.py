"""A recap as a reply, so that every platform draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chart_words import phrase_chart
from bot.reply import Chart, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.recap.recap import Key, Recap
    from bot.reply import Block

_NOTHING: Mapping[Key, str] = {}


def show_recap(
    recap: Recap, *, spoiler_safe: bool = False, struck: Mapping[Key, str] = _NOTHING
) -> Reply:
    """Draw up a recap; where results must not be given away, the title names no winner.

    What a block told before, and was wrong, stands struck through after it.
    """
    return Reply(
        title=recap.safe_title if spoiler_safe else recap.headline,
        blocks=tuple(_blocks(recap, dict(struck), spoiler_safe=spoiler_safe)),
        footer=phrase_credit(recap.edits.signed_by),
        series=(recap.race.series,),
    )


def phrase_credit(signed_by: str) -> str:
    """Say who answers for it: a person signs, the rows give the figures."""
    return f"Recap by {signed_by}, figures by Spotter" if signed_by else "Figures by Spotter"


def _blocks(recap: Recap, struck: dict[Key, str], *, spoiler_safe: bool) -> Iterator[Block]:
    if not spoiler_safe:
        yield from _struck(struck.pop("headline", ""))
    if recap.edits.intro:
        yield Text(recap.edits.intro)
    if spoiler_safe:
        yield Text(recap.headline)
        yield from _struck(struck.pop("headline", ""))
    for block in recap.blocks:
        if block.chart:
            yield Chart(block.chart, phrase_chart(block.chart))
        elif block.key != "headline":
            yield Text(block.words)
            yield from _struck(struck.pop(block.key, ""))
    for words in struck.values():  # of blocks for which the rows have nothing more to tell
        yield from _struck(words)


def _struck(words: str) -> tuple[Text, ...]:
    return (Text(words, "struck"),) if words else ()

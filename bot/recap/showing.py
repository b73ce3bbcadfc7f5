"""A recap as a reply, so that every platform draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chart_words import phrase_chart
from bot.reply import Chart, Reply, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.recap.recap import Recap
    from bot.reply import Block


def show_recap(recap: Recap, *, spoiler_safe: bool = False) -> Reply:
    """Draw up a recap; where results must not be given away, the title names no winner."""
    return Reply(
        title=recap.safe_title if spoiler_safe else recap.headline,
        blocks=tuple(_blocks(recap, spoiler_safe=spoiler_safe)),
        footer=phrase_credit(recap.edits.signed_by),
        series=(recap.race.series,),
    )


def phrase_credit(signed_by: str) -> str:
    """Say who answers for it: a person signs, the rows give the figures."""
    return f"Recap by {signed_by}, figures by Spotter" if signed_by else "Figures by Spotter"


def _blocks(recap: Recap, *, spoiler_safe: bool) -> Iterator[Block]:
    if recap.edits.intro:
        yield Text(recap.edits.intro)
    if spoiler_safe:
        yield Text(recap.headline)
    for block in recap.blocks:
        if block.chart:
            yield Chart(block.chart, phrase_chart(block.chart))
        elif block.key != "headline":
            yield Text(block.words)

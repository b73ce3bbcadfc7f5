"""A key that the rows contradict by now: shown to the host, who settles it as he does a protest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.doubting import NOTHING_TO_COUNT, corrected, may_count
from bot.quiz.marker import marked_anew
from bot.quiz.refused import Refused
from bot.quiz.revealing import answer_words
from bot.quiz.steps import Settled
from bot.quiz.wording import place_of
from bot.quizmaster.booth import NOT_YOURS, Booth, shown
from bot.quizmaster.looking import proof_rows
from bot.quizmaster.panel import panel_view
from bot.reply import Reply, Text
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.quiz.night import Doubt, Night
    from bot.quiz.steps import How, Step
    from bot.reply import Block, Button

NOTICED = "noticed"
"""The step of the button in the moderators' channel."""

_PROOF_ROWS = 8
_NONE = Text("No key is in doubt.")
_STANDS = Text("It is over: its points stay as they are.", "quiet")


async def may_settle(booth: Booth) -> bool:
    """Its host; where nobody hosts it, the moderators of the channel that asks it."""
    if booth.night.is_hosted:
        return booth.is_his
    host, dailies = booth.host, booth.host.stand.dailies
    asked = await dailies.of_night(booth.night.id) if dailies else None
    there = asked and (asked.platform, asked.community)
    return host.user.may_moderate and there == (host.user.platform, host.place.community)


async def show_doubts(booth: Booth, words: str) -> Reply:
    """The first that waits: what was right when it was asked, and what the rows say now."""
    night = booth.night
    if not night.doubted:
        return await _back(booth, booth)
    number = night.doubted[0]
    blocks: tuple[Block, ...] = (
        Text(night.questions[number].prompt),
        Text(answer_words(night, number)),
        *map(Text, said_by_rows(night.doubts[number])),
        *proof_rows(night, number, _PROOF_ROWS),
        *((_STANDS,) if night.head.phase == "over" else ()),
    )
    title = f"{place_of(night, number)}: its key is in doubt"
    return _page(booth, title, blocks, *_ways(booth, number))


async def settle(booth: Booth, words: str) -> Reply:
    number, _, how = words.partition(" ")
    after = await booth.host.nights.take(booth.night.id, _planned(booth, int(number), how))
    if after is None or isinstance(after, Refused):
        return await _back(booth, after or booth)
    booth = Booth(after, booth.host)
    return await (show_doubts(booth, "") if after.doubted else _back(booth, booth))


def said_by_rows(doubt: Doubt) -> tuple[str, ...]:
    if not doubt.right:
        return ("By the rows now it has no right answer.", *doubt.why)
    return (f"By the rows now: {listed(doubt.right)}.", *doubt.why)


def _ways(booth: Booth, number: int) -> Iterator[Button]:
    night = booth.night
    if night.head.phase == "over":
        return
    if may_count(night, number):
        label = "Count what the rows say" if number not in night.open else "Count both answers"
        yield booth.button(label, f"settle {number} count")
    yield booth.button("Void the question", f"settle {number} void")
    yield booth.button("Leave the key as it is", f"settle {number} leave")


def _planned(booth: Booth, number: int, how: str) -> Callable[[Night], Step | Refused | None]:
    """Marked by the key as it would be, from the night as it is then."""
    host = booth.host

    def plan(night: Night) -> Step | Refused | None:
        if number not in night.doubted:
            return None
        if night.is_hosted and night.host != host.id:
            return NOT_YOURS
        if how != "count":
            kept: How = "void" if how == "void" else "leave"
            return Settled(at=host.at, who=host.id, number=number, how=kept)
        if not may_count(night, number):
            return NOTHING_TO_COUNT
        markings = marked_anew(night, number, corrected(night, number), host.stand.book)
        return Settled(at=host.at, who=host.id, number=number, how="count", markings=markings)

    return plan


def _page(booth: Booth, title: str, blocks: tuple[Block, ...], *buttons: Button) -> Reply:
    """With the way back to the panel, for whom there is one."""
    if booth.is_his:
        return panel_view(title, booth.night, blocks, *buttons)
    return Reply(title, blocks, buttons=buttons, private=True)


async def _back(booth: Booth, after: Booth | Refused) -> Reply:
    if booth.is_his:
        return await shown(booth, after, *((_NONE,) if isinstance(after, Booth) else ()))
    return Reply(_NONE.words if isinstance(after, Booth) else after.why, private=True)

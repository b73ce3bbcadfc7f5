"""Keeps a night in one channel as long as it is hot: runs the clock, has answers marked, draws."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bot.crew import NotNow
from bot.nightkeeping.painter import LOST, TICKS, Painter, View
from bot.quiz.marking import same
from bot.quiz.night import Night
from bot.quiz.order import due, next_moment, unmarked
from bot.quiz.refused import Refused
from bot.quiz.steps import Marked, Paused
from bot.radio import Call
from bot.store.quizzes import ABOUT_NIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.channel import Channel, NotPosted
    from bot.nightkeeping.painter import Draw
    from bot.nightkeeping.watch import Watch
    from bot.quiz.marking import Marking
    from bot.quiz.nights import Board, Nights, Tally
    from bot.quiz.question import Question
    from bot.quiz.steps import Step
    from bot.radio import Radio, Receiver

    Mark: TypeAlias = Callable[[Question, str], Marking]

log = logging.getLogger(__name__)

BEAT = 1.5
"""Seconds between two signs that the clock is run."""

LOOKED_EVERY = 5.0
"""Seconds; a call that a step was taken may not have come through."""

_QUIET = 20.0
"""Seconds in which nothing happened, and nothing is to happen, until a night is put off."""

_LOOKED_SELDOM, _WITHOUT_END = 60.0, 600.0
"""Seconds that it is put off, where a clock runs and where none does."""

_AT_ONCE = 50
"""Answers that are marked before others have their turn."""


@dataclass(frozen=True, slots=True)
class Show:
    """How a night is told and judged; the same in every channel."""

    draw: Draw
    mark: Mark


class Keeping:
    """One board under one claim."""

    def __init__(
        self,
        board: Board,
        channel: Channel,
        nights: Nights,
        show: Show,
        watch: Watch,
        *,
        again: bool,
    ) -> None:
        self._key = board.night
        self._nights = nights
        self._mark = show.mark
        self._watch = watch
        self._painter = Painter(board, channel, nights, show.draw, again=again)
        self._was_lost = board.drawn == LOST
        self._night: Night | None = None
        self._tallies: Mapping[str, Tally] = {}
        self._beaten = self._looked = self._counted = float("-inf")
        self._changed = watch.now()

    async def keep(self, radio: Radio) -> None:
        """Until the night is over and drawn; NotNow where nothing is to be done for long."""
        async with radio.tuned_in(ABOUT_NIGHTS) as receiver:
            try:
                while await self._go_on(receiver):
                    pass
            finally:
                await self._painter.close()

    async def _go_on(self, receiver: Receiver) -> bool:
        """One look at the night, and waiting for the next; whether there is another."""
        await self._beat()
        if not await self._heed_refusal():
            return False
        night = await self._look()
        if night is None:
            return False
        again_at = self._show(night, await self._tally(night), receiver)
        is_done = night.head.phase == "over" or self._is_out(night)
        if is_done and again_at is None and not self._painter.is_busy:
            return False
        await self._rest_if_quiet(night, again_at)
        await self._wait(night, again_at, receiver)
        return True

    async def _beat(self) -> None:
        now = self._watch.now()
        if now >= self._beaten + BEAT:
            self._beaten = now
            await self._nights.beat(self._key, now)

    async def _look(self) -> Night | None:
        """The night as it is once everything that is due was done."""
        now, known = self._watch.now(), self._night
        is_due = known is None or due(known, now) is not None
        if is_due or now - self._looked >= LOOKED_EVERY:
            night = await self._advanced(await self._nights.find(self._key))
            self._looked = now
            if night != known:
                self._night, self._changed = night, now
        return self._night

    async def _advanced(self, night: Night | None) -> Night | None:
        """Mark what was closed, and take the steps of the clock."""
        while night is not None:
            after: Night | Refused | None
            if night.head.phase == "locked" and (numbers := unmarked(night)):
                after = await self._marked(night, numbers[0])
            elif due(night, self._watch.now()):
                after = await self._nights.take(self._key, lambda n: due(n, self._watch.now()))
            else:
                break
            if isinstance(after, Refused):
                raise TypeError(f"a step of the clock is refused: {after.why}")
            night = after
        return night

    async def _marked(self, night: Night, number: int) -> Night | Refused | None:
        """Nobody can change his answer any more, so it is marked before the step is planned."""
        question, given = night.questions[number], night.given.get(str(number), {})
        texts = {same(each.text): each.text for each in given.values()}
        markings: list[tuple[str, Marking]] = []
        for key, text in texts.items():
            markings.append((key, self._mark(question, text)))
            if len(markings) % _AT_ONCE == 0:
                await asyncio.sleep(0)
        step = Marked(at=self._watch.now(), number=number, markings=tuple(markings))

        def plan(found: Night) -> Step | None:
            is_closed = found.head.phase == "locked"
            return step if is_closed and number in unmarked(found) else None

        return await self._nights.take(self._key, plan)

    async def _tally(self, night: Night) -> Mapping[str, Tally]:
        now = self._watch.now()
        if night.head.phase not in ("asking", "locked"):
            return {}
        if now - self._counted >= 1.0 or night.head.phase == "locked":
            self._tallies = await self._nights.tally(self._key, night.head.number)
            self._counted = now
        return self._tallies

    def _show(self, night: Night, tallies: Mapping[str, Tally], receiver: Receiver) -> float | None:
        is_seen = night.head.phase != "paused" and not self._is_out(night)
        if self._painter.board.drawn == LOST and not is_seen:
            return None
        view = View(night, tallies, self._watch.now())
        return self._painter.show(view, lambda: receiver.take(Call(ABOUT_NIGHTS, self._key)))

    async def _heed_refusal(self) -> bool:
        """Whether the board is to be drawn all the same, now or later."""
        refusal = await self._painter.outcome()
        if refusal is None:
            return True
        if refusal.again_in is not None:
            self._painter.wait(self._watch.now() + refusal.again_in)
            return True
        return await self._lose(refusal)

    async def _lose(self, refusal: NotPosted) -> bool:
        """Pause the night, which nobody sees here any more; elsewhere it may go on without us."""
        is_missed = not self._was_lost and not self._came_in_vain()
        await self._painter.lose(gone=refusal.gone)
        if self._night and self._is_out(self._night):
            return False
        if not is_missed and len(await self._nights.boards(self._key)) > 1:
            return False
        self._was_lost = True
        pause = Paused(at=self._watch.now(), why=str(refusal))
        night = await self._nights.take(
            self._key, lambda found: None if found.head.phase in ("paused", "over") else pause
        )
        self._looked = float("-inf")
        return isinstance(night, Night) and night.head.phase != "over"

    def _is_out(self, night: Night) -> bool:
        """Its community takes part no more; others run the clock."""
        to = self._painter.board.to
        return night.is_without(to.platform, to.community)

    def _came_in_vain(self) -> bool:
        """Whether it was to join a night that had begun: nobody here plays yet."""
        board, night = self._painter.board, self._night
        has_begun = night is not None and night.head.phase != "gathering"
        return has_begun and not board.message and not board.is_host

    async def _rest_if_quiet(self, night: Night, again_at: float | None) -> None:
        now, at = self._watch.now(), next_moment(night)
        is_near = at is not None and at - now < 2 * _QUIET
        if night.head.phase == "asking" or is_near or self._painter.is_busy or again_at is not None:
            return
        if now - self._changed < _QUIET:
            return
        pause = _WITHOUT_END if at is None else min(_LOOKED_SELDOM, at - now - _QUIET)
        await self._nights.rest(self._key, now + pause)
        raise NotNow("nothing happens in it now", pause)

    async def _wait(self, night: Night, again_at: float | None, receiver: Receiver) -> None:
        now = self._watch.now()
        seconds = max(0.0, min(self._moments(night, again_at)) - now)
        while (call := await self._watch.hear(receiver, seconds)) is not None:
            if call.key in ("", self._key):
                receiver.clear()
                self._looked = float("-inf")
                return
            seconds = max(0.0, min(self._moments(night, again_at)) - self._watch.now())

    def _moments(self, night: Night, again_at: float | None) -> Iterator[float]:
        """When there may be something to do."""
        now, until = self._watch.now(), night.head.until
        yield self._beaten + BEAT
        if again_at is not None:
            yield again_at
        if (at := next_moment(night)) is not None:
            yield at
        if until is not None and night.head.phase == "asking":
            yield from (until - tick for tick in TICKS if until - tick > now)

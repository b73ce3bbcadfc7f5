"""Draws one board: once posted, then anew where it shows something else, no faster than may be."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from bot.channel import NotPosted, Post, Posted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.channel import Channel
    from bot.quiz.night import Night
    from bot.quiz.nights import Board, Nights, Tally
    from bot.reply import Reply

    Draw: TypeAlias = Callable[[Night, Mapping[str, Tally], Board, float], Reply]

EVERY, AT_ONCE = 3.0, 1.0
"""Seconds between two edits of a message; and where something was closed, asked or told.
Slack allows about 50 edits a minute, Discord 5 in 5 seconds."""

TICKS = (5, 10, 20)
"""Seconds that are left when it is said how few they are."""

LOST = "lost"
"""What a board shows whose message or channel is not there any more."""

Moment: TypeAlias = "tuple[str, int, int, int]"


def moment(night: Night, now: float) -> Moment:
    """What everybody shall see at once, and not only by and by."""
    head = night.head
    left = head.until - now if head.until is not None and head.phase == "asking" else 99.0
    tick = next((tick for tick in TICKS if left <= tick), 0)
    return head.phase, head.number, head.round, tick


@dataclass(frozen=True, slots=True)
class View:
    """A night as it is to be shown now."""

    night: Night
    tallies: Mapping[str, Tally]
    now: float

    @property
    def stands(self) -> bool:
        """Nothing in it changes with time alone."""
        return self.night.head.phase in ("locked", "revealed", "paused", "over")


class Painter:
    """One edit at a time; whoever keeps the clock is not held up by it."""

    def __init__(
        self, board: Board, channel: Channel, nights: Nights, draw: Draw, *, again: bool
    ) -> None:
        self.board = board
        self._channel = channel
        self._nights = nights
        self._draw = draw
        self._again = again
        self._shown: View | None = None
        self._moment: Moment | None = None
        self._not_before = 0.0
        self._edited = 0.0
        self._painting: asyncio.Task[NotPosted | None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an edit is under way, or nobody has asked what became of it."""
        return self._painting is not None

    def show(self, view: View, done: Callable[[], None]) -> float | None:
        """Begin to show it if it is time; when to ask again, and nothing where it is shown."""
        if self.is_busy or self._is_same(view):
            return None
        is_urgent = moment(view.night, view.now) != self._moment
        ready = max(self._edited + (AT_ONCE if is_urgent else EVERY), self._not_before)
        if view.now < ready:
            return ready
        reply = self._draw(view.night, view.tallies, self.board, view.now)
        drawn = hashlib.blake2b(repr(reply).encode(), digest_size=12).hexdigest()
        if self.board.message and drawn == self.board.drawn:
            self._note(view)
            return None
        self._painting = asyncio.create_task(self._paint(reply, drawn, view))
        self._painting.add_done_callback(lambda _: done())
        return None

    def wait(self, until: float) -> None:
        self._not_before = until

    async def lose(self, *, gone: bool) -> None:
        message = "" if gone else self.board.message
        await self._keep(replace(self.board, message=message, drawn=LOST))
        self._shown = self._moment = None

    async def close(self) -> None:
        """An edit under way is left as it is: the next who draws finds another one."""
        if self._painting is not None:
            self._painting.cancel()
            await asyncio.wait((self._painting,))

    async def outcome(self) -> NotPosted | None:
        """How the platform refused the edit that is done now, where it did."""
        if self._painting is None or not self._painting.done():
            return None
        painted, self._painting = self._painting, None
        return await painted

    def _is_same(self, view: View) -> bool:
        shown = self._shown
        if shown is None or shown.night is not view.night or shown.tallies != view.tallies:
            return False
        return view.stands or (
            view.now < shown.now + EVERY and moment(view.night, view.now) == self._moment
        )

    async def _paint(self, reply: Reply, drawn: str, view: View) -> NotPosted | None:
        post = Post(reply, self.board.mark)
        try:
            if self.board.message:
                await self._channel.replace(Posted(self.board.to, self.board.message), post)
            else:
                drawn = await self._post(post, drawn)
        except NotPosted as refusal:
            return refusal
        self._edited = view.now
        await self._keep(replace(self.board, drawn=drawn))
        if drawn:
            self._note(view)
        return None

    async def _post(self, post: Post, drawn: str) -> str:
        """What it shows then; nobody knows where an earlier attempt is found."""
        again = self._again and self.board.drawn != LOST
        if self.board.drawn == LOST:  # whoever comes after us has to look for it
            await self._keep(replace(self.board, drawn=""))
        self._again = True
        posted = await self._channel.post(self.board.to, post, again=again)
        self.board = replace(self.board, message=posted.message)
        return "" if again else drawn

    async def _keep(self, board: Board) -> None:
        self.board = board
        await self._nights.keep_board(board)

    def _note(self, view: View) -> None:
        self._shown, self._moment = view, moment(view.night, view.now)

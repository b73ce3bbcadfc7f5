"""Where pictures are drawn while the conversation goes on: one thread, and the last pictures."""

from __future__ import annotations

import asyncio
import ctypes
import sys
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

from knowledge.answer import Chart, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 64
"""Pictures of some 100 kilobytes; on a race day many people ask the same."""

_MOST_WAITING = 12
"""At a fifth of a second each, whoever came later would wait too long: the words must do."""

_FIRST = Chart("lines", "First", "season", "wins", ("2024", "2025"), (Line("A", (1.0, 2.0)),))

Key: TypeAlias = tuple[Chart, tuple[str, ...]]


class Studio:
    """Draws each chart once, however many ask for it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "studio")
        self._pictures: OrderedDict[Key, asyncio.Future[bytes]] = OrderedDict()

    async def warm_up(self) -> None:
        """Load matplotlib and its letters before the first fan waits for it: about a second."""
        await self.draw(_FIRST)

    async def draw(self, chart: Chart, series: Sequence[str] = ()) -> bytes | None:
        """The picture, or None where too many wait already."""
        key = (chart, tuple(series))
        picture = self._pictures.get(key) or self._begin(key)
        if picture is None:
            return None
        self._pictures.move_to_end(key)
        return await asyncio.shield(picture)

    def close(self) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _begin(self, key: Key) -> asyncio.Future[bytes] | None:
        waiting = [each for each, picture in self._pictures.items() if not picture.done()]
        if len(waiting) >= _MOST_WAITING:
            return None
        loop = asyncio.get_running_loop()
        picture = loop.run_in_executor(self._thread, _draw, *key)
        self._pictures[key] = picture
        picture.add_done_callback(lambda done: self._forget_a_failure(key, done))
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return picture

    def _forget_a_failure(self, key: Key, picture: asyncio.Future[bytes]) -> None:
        if picture.cancelled() or picture.exception():
            self._pictures.pop(key, None)


def can_draw() -> bool:
    return find_spec("matplotlib") is not None


def _draw(chart: Chart, series: Sequence[str]) -> bytes:
    from adapters.drawing.picture import draw  # matplotlib loads slowly: in the thread, not here

    picture = draw(chart, series)
    _give_back()
    return picture


def _give_back() -> None:
    """Return the dots' memory to the system: glibc would keep tens of megabytes for later."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)

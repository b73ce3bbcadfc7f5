"""Where pictures come from while the conversation goes on: a draughtsman, and the last pictures."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

from adapters.drawing.draughtsman import Draughtsman
from knowledge.answer import Chart

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 64
"""Pictures of some 100 kilobytes; on a race day many people ask the same."""

_MOST_WAITING = 12
"""At a fifth of a second each, whoever came later would wait too long: the words must do."""

_LIMIT = 10.0
"""Seconds for one picture; the slowest that fans can ask for takes half a second."""

Key: TypeAlias = tuple[Chart, tuple[str, ...]]
Picture: TypeAlias = asyncio.Task[bytes | None]


class Studio:
    """Has each chart drawn once, however many ask for it."""

    def __init__(self, limit: float = _LIMIT) -> None:
        self._draughtsman = Draughtsman(limit)
        self._pictures: OrderedDict[Key, Picture] = OrderedDict()
        self._unfinished: set[asyncio.Task[Any]] = set()
        self._closed = False

    async def warm_up(self) -> None:
        """Have matplotlib and its letters loaded before the first fan waits for them."""
        warming = asyncio.create_task(self._draughtsman.begin())
        self._unfinished.add(warming)
        warming.add_done_callback(self._unfinished.discard)
        await asyncio.wait((warming,))

    async def draw(self, chart: Chart, series: Sequence[str] = ()) -> bytes | None:
        """The picture, or None where too many wait already or it takes too long."""
        key = (chart, tuple(series))
        picture = self._pictures.get(key) or self._begin(key)
        if picture is None:
            return None
        self._pictures.move_to_end(key)
        await asyncio.wait((picture,))
        return None if picture.cancelled() else picture.result()

    async def close(self) -> None:
        """What is not drawn by now never will be."""
        self._closed = True
        for each in self._unfinished:
            each.cancel()
        await asyncio.gather(*self._unfinished, return_exceptions=True)
        await self._draughtsman.close()

    def _begin(self, key: Key) -> Picture | None:
        if self._closed or len(self._unfinished) >= _MOST_WAITING:
            return None
        picture = asyncio.create_task(self._draughtsman.draw(*key))
        self._pictures[key] = picture
        self._unfinished.add(picture)
        picture.add_done_callback(lambda done: self._finish(key, done))
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return picture

    def _finish(self, key: Key, picture: Picture) -> None:
        """Keep the picture, if there is one."""
        self._unfinished.discard(picture)
        if picture.cancelled() or picture.exception() or picture.result() is None:
            self._pictures.pop(key, None)


def can_draw() -> bool:
    return find_spec("matplotlib") is not None

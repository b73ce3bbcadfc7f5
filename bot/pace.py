"""How fast one may ask: a bucket of requests for each user and each channel, slowly filled."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.request import Place, User

_REMEMBERED = 10_000
"""Users and channels, those who asked last; who is forgotten has a full bucket."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests at once, and one more each so many seconds."""

    at_once: int
    seconds: float


PER_USER = Rate(at_once=10, seconds=3)
PER_CHANNEL = Rate(at_once=30, seconds=1)


class _Buckets:
    """What is left in each bucket, and when that was so."""

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str, now: float) -> float:
        """Seconds until there is something in the bucket."""
        return max(0.0, (1 - self._filled(key, now)) * self.rate.seconds)

    def take(self, key: str, now: float) -> None:
        self._left[key] = (self._filled(key, now) - 1, now)
        self._left.move_to_end(key)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)

    def _filled(self, key: str, now: float) -> float:
        left, then = self._left.get(key, (float(self.rate.at_once), now))
        return min(float(self.rate.at_once), left + (now - then) / self.rate.seconds)


class Pace:
    """Lets everybody ask in turn; outside of channels nobody is held up but by himself."""

    def __init__(
        self,
        per_user: Rate = PER_USER,
        per_channel: Rate = PER_CHANNEL,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock  # seconds
        self._users = _Buckets(per_user)
        self._channels = _Buckets(per_channel)

    def refuse(self, user: User, place: Place) -> Reply | None:
        """A kind word to whoever asks too fast; nothing, and one request taken, to others."""
        now = self._clock()
        asker = f"{user.platform} {user.key}"
        is_shared = bool(place.channel) and not place.direct
        channel = f"{user.platform} {place.community} {place.channel}" if is_shared else ""
        if wait := self._users.wait(asker, now):
            return _slow_down("You ask faster than I can be sure of my answers", wait)
        if channel and (wait := self._channels.wait(channel, now)):
            return _slow_down("This channel asks me a lot just now", wait)
        self._users.take(asker, now)
        if channel:
            self._channels.take(channel, now)
        return None


def _slow_down(why: str, wait: float) -> Reply:
    seconds = math.ceil(wait)
    unit = "second" if seconds == 1 else "seconds"
    return Reply(
        f"{why}; try again in {seconds} {unit}.",
        (Text("Nothing is lost: just ask it again then.", "quiet"),),
        private=True,
    )

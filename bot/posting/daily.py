"""Asks the daily question of a channel: each day once, with the answer to the one before."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.channel import LONGEST_MARK, Destination, NotPosted, Post, Posted
from bot.crew import NotNow
from bot.posting.daily_closing import close_night, said_in
from bot.quiz.choosing import TooFew, choose
from bot.quiz.daily import RULES, TITLE, TOO_SHORT, Day, day_at, ends_at, name_of
from bot.quiz.daily_drawing import draw_closed, draw_daily, ranked
from bot.quiz.night import Night
from bot.quiz.steps import Opened
from bot.when import moment_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.book import Book
    from bot.channel import Channel
    from bot.preferences import Preferences
    from bot.quiz.daily import Daily
    from bot.store.jobs import Job
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)

_PAUSE = 60.0
"""Seconds until it is tried again where something went wrong."""

_NONE_LEFT = "I can ask no more such questions here; quiz daily takes another series or difficulty."


class _PausedError(Exception):
    """The channel does not take it; nothing is asked until a moderator switches it on again."""


class AskingDaily:
    """A trade for the channels of one platform; its job is never done while it is switched on."""

    def __init__(
        self, shelf: Shelf, channel: Channel, book: Book, clock: Callable[[], float]
    ) -> None:
        self._shelf = shelf
        self._channel = channel
        self._book = book
        self._clock = clock  # seconds since 1970

    async def __call__(self, job: Job) -> None:
        """It is attempted every day, so that many attempts are no sign of trouble."""
        to = Destination(job.task.platform, job.task.community, job.task.work["channel"])
        daily = await self._shelf.dailies.find(to)
        if daily is None:
            return
        try:
            seconds = await self._look(daily, again=job.attempt > 1)
        except _PausedError as why:
            await self._shelf.dailies.pause(daily, str(why))
            return
        except NotPosted as refusal:
            raise NotNow(str(refusal), refusal.again_in or _PAUSE) from refusal
        except Exception as bug:
            log.exception("%s %s failed", job.task.kind, job.task.key)
            raise NotNow(type(bug).__name__, _PAUSE) from bug
        if seconds is not None:
            raise NotNow("until the next question", seconds)

    async def _look(self, daily: Daily, *, again: bool) -> float | None:
        """Seconds until there is something to do; none where it is switched off."""
        to, now = daily.to, self._clock()
        there = await self._shelf.preferences.of_channel(to.platform, to.community, to.channel)
        today = day_at(daily, there.zone, now)
        last = next(iter(await self._shelf.dailies.latest(to, 1)), None)
        if not daily.on:
            if last:
                await self._end(daily, last)
            return None
        ends = ends_at(daily, there.zone, today)
        if last is None or last.day < today:
            if ends - now < TOO_SHORT:
                return ends - now
            if last:
                await self._end(daily, last)
            last = await self._begin(daily, today, there)
        if not last.message and not last.closed:
            await self._post(daily, last, there.zone, again=again)
        return max(1.0, ends_at(daily, there.zone, max(last.day, today)) - now)

    async def _end(self, daily: Daily, last: Day) -> None:
        """Closed, counted, and told in its own message, which whoever was killed draws again."""
        night = await close_night(self._shelf.nights, last.night, self._book, self._clock())
        if night is None:
            return
        await self._shelf.dailies.close(daily.to, last, said_in(night))
        if last.message:
            post = Post(draw_closed(night, last.day), _mark(daily, last.day))
            try:
                await self._channel.replace(Posted(daily.to, last.message), post)
            except NotPosted as refusal:
                if refusal.gone:
                    await self._shelf.dailies.note(daily.to, last.day, "")
                _give_up_unless_later(refusal)

    async def _begin(self, daily: Daily, today: date, there: Preferences) -> Day:
        """The same night for the same day, also where it was begun and nobody noted it."""
        nights, to, now, zone = self._shelf.nights, daily.to, self._clock(), there.zone
        key = name_of(daily, today, "night", 12)
        night = await nights.find(key)
        if night is None:
            without = await self._shelf.dailies.asked(to.platform, to.community)
            without |= await nights.asked(to.platform, to.community, now - there.remembered)
            questions = choose(daily.programme, self._book, key, without)
            if isinstance(questions, TooFew):
                raise _PausedError(_NONE_LEFT)
            night = Night(key, TITLE, RULES, questions, f"{to.platform} ", zone=zone)
            await nights.begin(night, ())
        until = ends_at(daily, zone, today)
        await nights.take(
            key, lambda n: Opened(at=now, until=until) if n.head.phase == "gathering" else None
        )
        day = Day(today, key, night.questions[0].key)
        await self._shelf.dailies.begin(to, day)
        return day

    async def _post(self, daily: Daily, day: Day, zone: str, *, again: bool) -> None:
        """`again`: an attempt before may have done so, also one that a backup knows nothing of."""
        night = await self._shelf.nights.find(day.night)
        if night is None:
            return
        days = await self._shelf.dailies.latest(daily.to, 2)
        before = next((each for each in days if each.day < day.day), None)
        earlier = await self._shelf.nights.find(before.night) if before else None
        streaks = await self._shelf.dailies.streaks(daily.to)
        rows = tuple(ranked(streaks, before.day if before else None))
        until = moment_at(ends_at(daily, zone, day.day), zone)
        post = Post(draw_daily(night, day.day, until, earlier, rows), _mark(daily, day.day))
        try:
            posted = await self._channel.post(daily.to, post, again=again)
        except NotPosted as refusal:
            _give_up_unless_later(refusal)
            raise
        await self._shelf.dailies.note(daily.to, day.day, posted.message)


def _give_up_unless_later(refusal: NotPosted) -> None:
    if refusal.again_in is None:
        raise _PausedError(str(refusal)) from refusal
    raise refusal


def _mark(daily: Daily, day: date) -> str:
    return name_of(daily, day, "mark", LONGEST_MARK)

"""Corrects answers that stand in channels, under those who read them: once each, in its place."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering import show_answer
from bot.channel import Destination, NotPosted, Post, Posted
from bot.crew import NotNow
from bot.preferences import PUBLIC
from bot.reply import Text
from bot.request import Place
from bot.standing_answers import FORGOTTEN_AFTER, corrected_answer, day_of, digest_of, with_news
from bot.store.jobs import Task
from bot.unasked import mark_of
from bot.view import first_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.book import Book
    from bot.channel import Channel
    from bot.reply import Reply
    from bot.standing_answers import Standing
    from bot.store.jobs import Job
    from bot.store.opening import Shelf
    from knowledge.answer import Answer
    from knowledge.corrected import CorrectedRace

log = logging.getLogger(__name__)

_AT_A_TIME = 50
_PAUSE = 0.02
"""Seconds between two answers, in which others have theirs."""


_TOLD = 2
"""Races that are named; more are seldom corrected at once."""

_WAIT, _MOST_WAITS = 3.0, 20
"""Seconds and times that who has not gone over to the newer book leaves it to others."""


def answers_kind(platform: str) -> str:
    """The kind of the jobs that a platform's own processes do."""
    return f"answer {platform}"


class RereadingAnswers:
    """Looks through the answers of the last days, where a race was corrected in them."""

    def __init__(self, shelf: Shelf, book: Book, clock: Callable[[], float]) -> None:
        self._shelf = shelf
        self._book = book
        self._clock = clock  # seconds since 1970

    async def look(self) -> None:
        now = self._clock()
        races = self._book.corrected(day_of(now - FORGOTTEN_AFTER))
        before = now + 1
        while races and (some := await self._shelf.answers.recent(before, _AT_A_TIME)):
            for told in some:
                try:
                    await self._look_at(told, races)
                except Exception:
                    log.exception("bug in asking again what %s said", told.at)
                await asyncio.sleep(_PAUSE)
            before = some[-1].since

    async def _look_at(self, told: Standing, races: tuple[CorrectedRace, ...]) -> None:
        found = await asyncio.to_thread(corrected_answer, told, races, self._book)
        if found is not None:
            await self._shelf.jobs.put(_correct(told, found[0], self._book.fingerprint))


class CorrectingAnswers:
    """A trade for the channels of one platform."""

    def __init__(self, shelf: Shelf, channel: Channel, book: Book) -> None:
        self._shelf = shelf
        self._channel = channel
        self._book = book

    async def __call__(self, job: Job) -> None:
        """What cannot be reached is left as it is: its reader may have deleted it."""
        task = job.task
        to = Destination(task.platform, task.community, task.work["channel"])
        told = await self._shelf.answers.find(Posted(to, task.work["message"]))
        if told is None:
            return
        races = self._book.corrected(day_of(told.since))
        found = corrected_answer(told, races, self._book)
        if found is None:
            if job.attempt < _MOST_WAITS and task.work["book"] != self._book.fingerprint:
                raise NotNow("this process has another record book", _WAIT)
            return
        reply = await self._draw(told, *found)
        try:
            await self._channel.replace(told.at, Post(reply, mark_of(task)))
        except NotPosted as refusal:
            if refusal.again_in is not None:
                raise NotNow(str(refusal), refusal.again_in) from refusal
            log.warning("an answer in %s is not corrected: %s", to.channel, refusal)
            return
        await self._shelf.answers.keep(with_news(told, found[0]))

    async def _draw(
        self, told: Standing, answer: Answer, races: tuple[CorrectedRace, ...]
    ) -> Reply:
        """The answer as it is now, below what was told before."""
        to = told.at.to
        place = Place("", to.community, to.channel, whispers=False)
        view = first_view(answer, place, PUBLIC)
        reply = await show_answer(answer, told.card, place, view, self._book, self._shelf.cards)
        struck = (Text(told.title, "struck"),) if told.title != answer.headline else ()
        words = Text(" ".join(each.words for each in races[:_TOLD]), "caution")
        return replace(reply, blocks=(*struck, words, *reply.blocks))


def _correct(told: Standing, answer: Answer, book: str) -> Task:
    """Once for what it says and is to say."""
    to = told.at.to
    return Task(
        answers_kind(to.platform),
        f"{to.channel} {told.at.message} {told.digest[:8]} {digest_of(answer)[:8]}",
        {"channel": to.channel, "message": told.at.message, "book": book},
        platform=to.platform,
        community=to.community,
    )

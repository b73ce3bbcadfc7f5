"""Tells moderators in their own channel that the rows contradict the key of a quiz question."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.channel import Destination
from bot.preferences import DESK, ZONE, Owner
from bot.quiz.keys import button
from bot.quiz.revealing import answer_words
from bot.quiz.wording import counted, place_of
from bot.quizmaster.doubting import NOTICED, said_by_rows
from bot.reply import Reply, Text
from bot.store.jobs import Task
from bot.unasked import say_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.channel import Channel
    from bot.quiz.night import Night
    from bot.reply import Block
    from bot.store.jobs import Job
    from bot.store.opening import Shelf

_TOLD = 3
"""Questions that are told whole; the button shows all of them."""


def doubts_kind(platform: str) -> str:
    """The kind of the jobs that a platform's own processes do."""
    return f"doubts {platform}"


def key_doubted(night: Night, to: Destination) -> Task:
    """Once for the same doubts, whichever book has them."""
    told = repr([(number, night.doubts[number].right) for number in night.doubted])
    digest = hashlib.blake2b(told.encode(), digest_size=6).hexdigest()
    return Task(
        doubts_kind(to.platform),
        f"{night.id} {digest}",
        {"night": night.id},
        platform=to.platform,
        community=to.community,
    )


class Doubts:
    """A trade for the moderators' channels of one platform; the host's panel tells it too."""

    def __init__(self, shelf: Shelf, channel: Channel) -> None:
        self._shelf = shelf
        self._channel = channel

    async def __call__(self, job: Job) -> None:
        task = job.task
        everybody = Owner(task.platform, "community", task.community)
        desk = str((await self._shelf.preferences.chosen(everybody)).get(DESK, ""))
        night = await self._shelf.nights.find(task.work["night"]) if desk else None
        if night is not None and night.doubted:
            to = Destination(task.platform, task.community, desk)
            await say_once(self._channel, to, draw_doubts(night), job)


def draw_doubts(night: Night) -> Reply:
    """A moderator may play too: what is not revealed yet is told behind the button alone."""
    many = len(night.doubted)
    return Reply(
        f"The rows contradict {counted(many, 'key')} of {_called(night)}.",
        (*_questions(night), Text(_what_now(night)), _WHO_SEES),
        buttons=(button("See what the rows say", NOTICED, night.id, "host"),),
    )


def _questions(night: Night) -> Iterator[Block]:
    for number in night.doubted[:_TOLD]:
        if number not in night.revealed:
            yield Text(
                f"{place_of(night, number)}: it is not answered yet, and the button tells its key."
            )
            continue
        yield Text(f"{place_of(night, number)}: {night.questions[number].prompt}")
        said = " ".join(said_by_rows(night.doubts[number]))
        yield Text(f"{answer_words(night, number)} {said}", "caution")


def _called(night: Night) -> str:
    began = min((stretch.began for stretch in night.open.values()), default=None)
    if began is None:
        return night.title
    day = datetime.fromtimestamp(began, ZoneInfo(night.zone or ZONE))
    return f"{night.title} of {day:%B} {day.day}"


def _what_now(night: Night) -> str:
    if night.head.phase == "over":
        return "It is over: its points stay as they are."
    who = "Its host" if night.is_hosted else "A moderator"
    return f"{who} can count what the rows say, void the question, or leave it."


_WHO_SEES = Text("The button shows it to who may settle it, alone.", "quiet")

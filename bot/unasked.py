"""A job's word said unasked in a channel, once, whoever does the job in the end."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from bot.channel import LONGEST_MARK, Destination, NotPosted, Post
from bot.crew import NotNow
from bot.preferences import DESK, Owner

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.reply import Reply
    from bot.store.jobs import Job, Task

log = logging.getLogger(__name__)


async def say_once(channel: Channel, to: Destination, reply: Reply, job: Job) -> None:
    """NotNow where it may be taken later; what is refused for good is only logged."""
    await post_once(channel, to, Post(reply, mark_of(job.task)), job)


async def post_once(channel: Channel, to: Destination, post: Post, job: Job) -> None:
    """The same for a post that is more than its words; its mark is that of the job's task."""
    try:
        await channel.post(to, post, again=job.attempt > 1)
    except NotPosted as refusal:
        if refusal.again_in is not None:
            raise NotNow(str(refusal), refusal.again_in) from refusal
        log.warning("the channel of %s is not told: %s", job.task.kind, refusal)


async def desk_of(preferences: PreferenceShelf, task: Task) -> Destination | None:
    """The channel that the moderators of the task's community chose; none where they did not."""
    everybody = Owner(task.platform, "community", task.community)
    key = str((await preferences.chosen(everybody)).get(DESK, ""))
    return Destination(task.platform, task.community, key) if key else None


def mark_of(task: Task) -> str:
    return hashlib.sha256(f"{task.kind} {task.key}".encode()).hexdigest()[:LONGEST_MARK]

"""Work after the acknowledgement: a few answers at once, each given whatever happens to others."""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING, Any, TypeAlias

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError, SlackObjectFormationError

from adapters.slack.giving import Giver
from adapters.slack.origin import PLATFORM
from adapters.slack.responding import SlackRefused
from adapters.underway import Underway
from bot.channel import Destination, Posted
from bot.phrasing import phrase_bug

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from adapters.slack.pictures import Pictures
    from adapters.slack.sending import Address
    from bot.reply import Reply

    Stands: TypeAlias = Callable[[Reply, Posted], Awaitable[None]]

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Answers worked on together; the others wait, so that every request is acknowledged in time."""


class Answering:
    """What was begun; slack-bolt itself would hold the acknowledgement back until it is done."""

    def __init__(self, pictures: Pictures, stands: Stands) -> None:
        self._stands = stands
        self._giver = Giver(pictures)
        self._underway = Underway()
        self._working = asyncio.Semaphore(AT_ONCE)
        self.tasks: set[asyncio.Task[None]] = set()

    def answer(self, to: Address, answer: Callable[[], Awaitable[Reply]]) -> None:
        if not self._underway.closed:
            self.begin(self._whatever_happens(to, answer))

    def begin(self, work: Any) -> None:  # noqa: ANN401 - anything that can be awaited
        """Go on after the acknowledgement; asyncio itself would forget the task."""
        task = asyncio.ensure_future(self._survive(work))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _survive(self, work: Awaitable[Any]) -> None:
        """What Slack did not take is written down; the next one may go through."""
        try:
            await work
        except SlackApiError as error:
            log.warning("Slack refused: %s", error.response.get("error"))
        except (SlackRefused, SlackClientError) as error:
            log.warning("Slack refused: %s", error)
        except (aiohttp.ClientError, OSError) as error:
            log.warning("Slack could not be reached: %s", type(error).__name__)
        except Exception:
            log.exception("bug in what nobody waits for")

    async def _whatever_happens(self, to: Address, answer: Callable[[], Awaitable[Reply]]) -> None:
        """The reply, or an apology for a bug of this floor."""
        with self._underway.one():
            async with self._working:
                reply = await answer()
            try:
                key = await self._giver.give(reply, to)
            except SlackObjectFormationError as bug:  # found by slack_sdk before Slack did
                await self._giver.give(_write_down(bug), to)
            except (SlackRefused, SlackClientError, aiohttp.ClientError, OSError):
                raise
            except Exception as bug:  # noqa: BLE001 - whatever it is, the reader waits
                await self._giver.give(_write_down(bug), to)
            else:
                if key and not to.origin.direct:
                    there = Destination(PLATFORM, to.origin.team, to.origin.channel)
                    await self._stands(reply, Posted(there, key))

    async def finish(self, patience: float) -> bool:
        """Take nothing new, and say whether all that is under way was finished in time."""
        return await self._underway.close(patience)

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


def _write_down(bug: Exception) -> Reply:
    """An apology with the mark under which the log has the bug."""
    mark = secrets.token_hex(4)
    log.error("bug %s", mark, exc_info=bug)
    return phrase_bug(mark)

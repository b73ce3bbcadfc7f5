"""A polite client: one request at a time, with pauses, and never again where it is not wanted."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from time import monotonic
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from knowledge.sources.fetching.backing_off import LONGEST, asked_wait, wait_after
from knowledge.sources.fetching.outcomes import (
    Answer,
    Busy,
    NotThere,
    Outcome,
    OutOfReach,
    Refused,
    Unchanged,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

_CHUNK = 2**16
_HOPS = 3
_NOT_THERE = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Manners:
    """How we ask: seconds between requests, attempts at one address, seconds to wait and hope."""

    gap: float = 5.0
    attempts: int = 4
    time_out: float = 30.0
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    clock: Callable[[], float] = monotonic


@asynccontextmanager
async def polite(manners: Manners | None = None) -> AsyncIterator[Polite]:
    """Open a client that says who it is, keeps no cookies and uses one connection."""
    manners = manners or Manners()
    named = {"User-Agent": f"Spotter/{version('spotter')} (a record book for race fans)"}
    async with aiohttp.ClientSession(
        headers={**named, "Accept-Encoding": "gzip"},
        timeout=aiohttp.ClientTimeout(total=manners.time_out),
        connector=aiohttp.TCPConnector(force_close=True),  # else aiohttp repeats a lost request
        cookie_jar=aiohttp.DummyCookieJar(),
    ) as session:
        yield Polite(session, manners)


class Polite:
    """Asks one address after the other."""

    def __init__(self, session: aiohttp.ClientSession, manners: Manners) -> None:
        self._session = session
        self._manners = manners
        self._free_at = manners.clock()
        self._turn = asyncio.Lock()

    async def ask(self, url: str, etag: str, most_bytes: int) -> Outcome:
        """Ask until there is an answer; what is busy is asked again later, and not for ever."""
        async with self._turn:
            attempt = 1
            while isinstance(outcome := await self._follow(URL(url), etag, most_bytes), Busy):
                wait = wait_after(attempt, outcome.after)
                if attempt == self._manners.attempts or wait > LONGEST:
                    return OutOfReach(f"{outcome.why}, asked {_times(attempt)}", wait)
                self._free_at = self._manners.clock() + max(wait, self._manners.gap)
                attempt += 1
            return outcome

    async def _follow(self, url: URL, etag: str, most_bytes: int) -> Outcome | Busy:
        """Let the same host send us on; another one was not asked for."""
        for _ in range(_HOPS):
            outcome = await self._once(url, etag, most_bytes)
            if not isinstance(outcome, URL):
                return outcome
            if outcome.origin() != url.origin():
                return Refused(f"it leads away, to {outcome.host}", HTTPStatus.FOUND)
            url = outcome
        return Refused("it leads from one address to the next", HTTPStatus.FOUND)

    async def _once(self, url: URL, etag: str, most_bytes: int) -> Outcome | Busy | URL:
        await self._wait_for_turn()
        asked = {"If-None-Match": etag} if etag else {}
        try:
            async with self._session.get(url, headers=asked, allow_redirects=False) as response:
                return await _read(response, most_bytes)
        except TimeoutError:
            return Busy("it does not answer in time")
        except (aiohttp.ClientError, OSError) as error:
            return Busy(f"it cannot be reached ({type(error).__name__})")
        finally:
            self._free_at = self._manners.clock() + self._manners.gap

    async def _wait_for_turn(self) -> None:
        wait = self._free_at - self._manners.clock()
        if wait > 0:
            await self._manners.pause(wait)


def _times(attempts: int) -> str:
    return "once" if attempts == 1 else f"{attempts} times"


async def _read(response: aiohttp.ClientResponse, most_bytes: int) -> Outcome | Busy | URL:
    status = response.status
    if status == HTTPStatus.OK:
        return await _read_content(response, most_bytes)
    if status == HTTPStatus.NOT_MODIFIED:
        return Unchanged()
    if status in _NOT_THERE:
        return NotThere(status)
    if status in _REDIRECTS:
        return _target(response)
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Busy(f"it says {status}", asked_wait(response.headers))
    return OutOfReach(f"it says {status}")


def _target(response: aiohttp.ClientResponse) -> Outcome | URL:
    try:
        target = response.url.join(URL(response.headers["Location"]))
        target.origin()
    except (KeyError, ValueError):
        return Refused("it leads nowhere", response.status)
    return target


async def _read_content(response: aiohttp.ClientResponse, most_bytes: int) -> Outcome:
    """Count while it comes: what is packed small may be large."""
    content = bytearray()
    if (response.content_length or 0) <= most_bytes:
        async for chunk in response.content.iter_chunked(_CHUNK):
            content += chunk
            if len(content) > most_bytes:
                break
        else:
            etag = response.headers.get("ETag", "")
            return Answer(bytes(content), str(response.url), etag, response.status)
    response.close()
    return Refused(f"it is larger than {most_bytes:,} bytes", response.status)

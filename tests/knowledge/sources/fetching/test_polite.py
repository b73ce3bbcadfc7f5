"""The polite client: it asks slowly, takes a no for a no, and waits where it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.sources.fetching.backing_off import asked_wait
from knowledge.sources.fetching.outcomes import Answer, NotThere, OutOfReach, Refused, Unchanged
from tests.knowledge.sources.fetching.loopback import Trouble

if TYPE_CHECKING:
    from knowledge.sources.fetching.outcomes import Outcome
    from knowledge.sources.fetching.polite import Polite
    from tests.knowledge.sources.fetching.conftest import Clock
    from tests.knowledge.sources.fetching.loopback import Loopback

PATH = "cacher/2026/1/points-feed.json"


async def ask(client: Polite, feed: Loopback, etag: str = "", most: int = 1000) -> Outcome:
    return await client.ask(f"{feed.base}/{PATH}", etag, most)


async def test_what_was_packed_comes_whole_and_what_is_held_comes_no_more(
    client: Polite, feed: Loopback, clock: Clock
) -> None:
    feed.files[PATH] = b"[1]" * 100

    first = await ask(client, feed)
    assert isinstance(first, Answer)
    assert first.content == b"[1]" * 100
    assert await ask(client, feed, first.etag) == Unchanged()

    assert feed.asked[0].agent.startswith("Spotter/0.")
    assert clock.pauses == [5.0]


@pytest.mark.parametrize("status", [403, 404])
async def test_a_no_is_not_questioned(
    status: int, client: Polite, feed: Loopback, clock: Clock
) -> None:
    feed.troubles[PATH] = Trouble(status, times=9)

    assert await ask(client, feed) == NotThere(status)
    assert (len(feed.asked), clock.pauses) == (1, [])


@pytest.mark.parametrize(
    ("trouble", "pauses"),
    [
        (Trouble(500, times=2), [10, 30]),
        (Trouble(429, {"Retry-After": "42"}), [42]),
        (Trouble(503, {"Retry-After": "2"}), [10]),
        (Trouble(429, {"Retry-After": "soon"}), [10]),
        (Trouble(hangs=True), [10]),
        (Trouble(cut=True), [10]),
    ],
)
async def test_what_is_busy_slow_or_cut_off_is_asked_again_later(
    trouble: Trouble, pauses: list[float], client: Polite, feed: Loopback, clock: Clock
) -> None:
    feed.files[PATH] = b"[]"
    feed.troubles[PATH] = trouble

    assert isinstance(await ask(client, feed), Answer)
    assert clock.pauses == pauses


async def test_what_stays_busy_is_left_alone_after_four_times(
    client: Polite, feed: Loopback, clock: Clock
) -> None:
    feed.troubles[PATH] = Trouble(502, times=9)

    assert await ask(client, feed) == OutOfReach("it says 502, asked 4 times", 270.0)
    assert clock.pauses == [10, 30, 90]


async def test_who_wants_to_be_left_alone_for_an_hour_is(
    client: Polite, feed: Loopback, clock: Clock
) -> None:
    feed.troubles[PATH] = Trouble(429, {"Retry-After": "3600"}, times=9)

    assert await ask(client, feed) == OutOfReach("it says 429, asked once", 3600.0)
    assert clock.pauses == []


async def test_who_says_that_we_are_not_wanted_is_not_asked_again(
    client: Polite, feed: Loopback
) -> None:
    feed.troubles[PATH] = Trouble(451, times=9)

    assert await ask(client, feed) == OutOfReach("it says 451")
    assert len(feed.asked) == 1


async def test_more_than_was_agreed_is_not_taken_however_it_is_packed(
    client: Polite, feed: Loopback
) -> None:
    feed.files[PATH] = b"[" + b" " * 5_000_000 + b"]"

    assert await ask(client, feed, most=100_000) == Refused("it is larger than 100,000 bytes", 200)


async def test_it_goes_where_the_same_host_sends_it_and_no_farther(
    client: Polite, feed: Loopback, clock: Clock
) -> None:
    feed.files["elsewhere.json"] = b"[]"
    feed.troubles[PATH] = Trouble(301, {"Location": "/elsewhere.json"})
    assert isinstance(await ask(client, feed), Answer)
    assert clock.pauses == [5.0]

    feed.troubles[PATH] = Trouble(302, {"Location": "http://127.0.0.1:9/elsewhere.json"})
    assert await ask(client, feed) == Refused("it leads away, to 127.0.0.1", 302)

    feed.troubles[PATH] = Trouble(302, {"Location": f"/{PATH}"}, times=9)
    assert await ask(client, feed) == Refused("it leads from one address to the next", 302)


def test_a_time_to_come_back_is_read_by_the_clock_of_who_says_it() -> None:
    date = {"Date": "Sun, 28 Jun 2026 22:00:00 GMT"}

    assert asked_wait({"Retry-After": "Sun, 28 Jun 2026 22:02:00 GMT"} | date) == 120
    assert asked_wait({"Retry-After": "Sun, 28 Jun 2026 21:00:00 GMT"} | date) == 0
    assert asked_wait({"Retry-After": "Sun, 28 Jun 2026 22:02:00 GMT"}) is None

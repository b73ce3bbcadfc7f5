"""Many workspaces: each installs Spotter itself, none sees another's; leaving leaves nothing."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from adapters.slack.origin import PLATFORM
from bot.store.opening import open_shelf
from tests.adapters.slack.conftest import Town, buttons_of, town_of, words_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from knowledge.record_book import RecordBook
    from tests.adapters.slack.loopback import Message

HEIM_2025 = "how many wins did Heim have in 2025"
CLIENT = "client-of-these-tests"
SECRET = "client-secret-of-these-tests"  # noqa: S105 - it opens nothing


@asynccontextmanager
async def many(book: RecordBook, store: str, **more: str) -> AsyncIterator[Town]:
    told = {"token": "", "client_id": CLIENT, "client_secret": SECRET, **more}
    async with town_of(book, store, **told) as built:
        yield built


@pytest.fixture
async def town(book: RecordBook, store: str) -> AsyncIterator[Town]:
    async with many(book, store) as built:
        yield built


async def begin(town: Town) -> tuple[str, str]:
    """Go to the page that installs: the state in its link, and the cookie that goes with it."""
    async with town.http.get(f"http://{town.address}/slack/install") as page:
        (state,) = set(re.findall(r"state=([\w-]+)", await page.text()))
        return state, page.headers["Set-Cookie"].split(";")[0]


async def come_back(town: Town, state: str, cookie: str, code: str) -> int:
    url = f"http://{town.address}/slack/oauth_redirect?code={code}&state={state}"
    async with town.http.get(url, headers={"Cookie": cookie}) as page:
        return page.status


async def install(town: Town, team: str) -> None:
    assert await come_back(town, *await begin(town), code=team) == 200


async def test_a_workspace_installs_and_asks(town: Town) -> None:
    await install(town, "T1")

    answer = await town.fan("ann", "T1").say(HEIM_2025)

    assert words_of(answer).startswith("Corey Heim won 12")
    assert town.slack.called("chat.postMessage")
    assert town.slack.made[-1].token == "xoxb-of-T1"  # noqa: S105 - it opens nothing


async def test_each_workspace_is_answered_with_its_own_token(town: Town) -> None:
    for team in ("T1", "T2"):
        await install(town, team)

    answers = [await town.fan("ann", team).say(HEIM_2025) for team in ("T1", "T2")]

    assert [answer.team for answer in answers] == ["T1", "T2"]


async def test_what_was_said_in_one_workspace_is_unknown_in_another(town: Town) -> None:
    for team in ("T1", "T2"):
        await install(town, team)
    here, there = town.fan("ann", "T1"), town.fan("ann", "T2")
    await here.ask(HEIM_2025)

    assert "Corey Heim" not in words_of(await there.ask("what about 2024?"))


async def test_a_card_of_one_workspace_opens_in_no_other(town: Town) -> None:
    for team in ("T1", "T2"):
        await install(town, team)
    here, there = town.fan("ann", "T1"), town.fan("eve", "T2")
    await here.ask(HEIM_2025)
    card = await here.ask("what about 2024?")

    stolen = await there.press(card, "Wrong?")

    assert "what about 2024?" not in words_of(stolen)
    assert "too old" in words_of(stolen)


async def test_a_workspace_that_never_installed_gets_no_answer(town: Town) -> None:
    await install(town, "T1")

    await town.event(mention("T3"), team="T3")

    assert town.slack.messages == []


async def test_who_leaves_leaves_nothing_behind(book: RecordBook, store: str) -> None:
    async with many(book, store) as town:
        for team in ("T1", "T2"):
            await install(town, team)
            await town.fan("ann", team).ask(HEIM_2025)
            await town.fan("ann", team).ask("what about 2024?")
        kept = [_card_of(town.slack.messages[place]) for place in (1, 3)]
        await town.event({"type": "app_uninstalled"}, team="T1")
        await town.event(mention("T1"), team="T1")
        assert len(town.slack.messages) == 4
        assert words_of(await town.fan("ann", "T2").ask(HEIM_2025)).startswith("Corey Heim")

    async with open_shelf(store) as shelf:
        left = [await shelf.installations.find(PLATFORM, CLIENT, team) for team in ("T1", "T2")]
        assert [each is not None for each in left] == [False, True]
        cards = [await shelf.cards.find(key) for key in kept]
        assert [each is not None for each in cards] == [False, True]


def all_bytes_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir())


async def test_with_a_key_the_tokens_are_nowhere_in_the_stores_file(
    book: RecordBook, store: str, tmp_path: Path
) -> None:
    async with many(book, store, secret_key="M" * 42 + "0=") as town:
        await install(town, "T1")
        assert words_of(await town.fan("ann", "T1").say(HEIM_2025)).startswith("Corey Heim")
        held = all_bytes_in(tmp_path)

    assert b"T1" in held
    assert b"xoxb-of-T1" not in held


async def test_with_a_revoked_token_all_is_forgotten_and_a_new_one_is_taken(town: Town) -> None:
    await install(town, "T1")
    await town.fan("ann", "T1").ask(HEIM_2025)
    await town.fan("ann", "T1").ask("what about 2024?")
    card = _card_of(town.slack.messages.pop())
    assert await town.shelf.cards.find(card)
    town.slack.messages.clear()
    await town.event({"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}}, team="T1")
    assert await town.shelf.cards.find(card) is None
    await town.event(mention("T1"), team="T1")
    assert town.slack.messages == []

    await install(town, "T1")

    assert words_of(await town.fan("ann", "T1").ask(HEIM_2025)).startswith("Corey Heim")


async def test_what_a_user_revokes_of_his_own_takes_spotter_from_nobody(town: Town) -> None:
    await install(town, "T1")

    await town.event({"type": "tokens_revoked", "tokens": {"oauth": ["UOWNER"]}}, team="T1")

    assert words_of(await town.fan("ann", "T1").ask(HEIM_2025)).startswith("Corey Heim")


async def test_a_forged_state_is_refused(town: Town) -> None:
    _, cookie = await begin(town)
    name = cookie.partition("=")[0]

    assert await come_back(town, "forged", cookie, "T1") == 400  # the cookie says another
    assert await come_back(town, "forged", f"{name}=forged", "T1") == 401
    assert not town.slack.called("oauth.v2.access")


async def test_a_state_of_another_browser_is_refused(town: Town) -> None:
    state, _ = await begin(town)

    assert await come_back(town, state, "", "T1") == 400


async def test_a_state_is_good_once(town: Town) -> None:
    state, cookie = await begin(town)

    first, second = [await come_back(town, state, cookie, "T1") for _ in range(2)]

    assert (first, second) == (200, 401)


async def test_who_declines_gets_a_page_and_nothing_is_kept(town: Town) -> None:
    url = f"http://{town.address}/slack/oauth_redirect?error=access_denied"
    async with town.http.get(url) as page:
        assert page.status == 200

    assert not town.slack.called("oauth.v2.access")


def _card_of(message: Message) -> str:
    """The id of the card that its buttons name."""
    return str(buttons_of(message)[-1]["value"]).rpartition("#")[2]


def mention(team: str) -> dict[str, str]:
    said = {"type": "app_mention", "user": "UANN", "text": HEIM_2025, "channel": "C1"}
    return {**said, "ts": team}

"""Words that want to be more than words, and requests that want to be Slack's."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.adapters.slack.conftest import signed, words_of

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Town

HOSTILE = [
    "<!channel> <!here> <!everyone> <!subteam^S1|fans>",
    "@channel @here @everyone <@U1> <#C1|general>",
    "*bold* _slant_ ~gone~ `code` ```block```",
    "<https://example.org/evil|click here> mailto:x@example.org",
    "&lt;!channel&gt; &amp;lt;!here&amp;gt;",
    "> quote\n&gt; quote\n• list",
    ":rotating_light: :smile: <!date^1^{date}|x>",
    "\u202egnihtyna\u202c \x00\x1b[2J",
    "a\u0301" * 190,
    "W" * 400,
]
ASK = urlencode({"command": "/ask", "text": "heim", "team_id": "T1", "user_id": "U1"})


@pytest.mark.parametrize("words", HOSTILE)
async def test_a_question_of_hostile_words_gets_a_tame_answer(town: Town, words: str) -> None:
    for answer in (await town.fan("ann").ask(words), await town.fan("ann").say(words)):
        assert answer.blocks
        assert "<!" not in words_of(answer) + answer.text
        assert "\u202e" not in words_of(answer) + answer.text


async def test_a_name_that_calls_everybody_calls_nobody(town: Town) -> None:
    ann = town.fan("<!channel> & @here")
    page = await ann.ask("full results of the 2025 daytona 500")

    shared = await ann.press(page, "Share")

    assert "Shared by &lt;!channel&gt; &amp; @\u200bhere." in words_of(shared)
    assert "<!channel>" not in shared.text


async def test_a_long_message_is_declined_in_one_sentence(town: Town) -> None:
    assert "I read up to 400" in words_of(await town.fan("ann").say("heim " * 300))


async def test_a_wrong_signature_is_refused(town: Town) -> None:
    answered = await town.send(ASK, headers=signed(ASK, "somebody else's"))

    assert answered.status == 401
    assert town.slack.messages == []


async def test_no_signature_is_refused(town: Town) -> None:
    assert (await town.send(ASK, headers={})).status == 401


async def test_a_signature_for_other_words_is_refused(town: Town) -> None:
    assert (await town.send(ASK, headers=signed(ASK + "&text=petty"))).status == 401


@pytest.mark.parametrize("seconds", [-400, 400])
async def test_a_request_of_another_time_is_refused(town: Town, seconds: int) -> None:
    answered = await town.send(ASK, headers=signed(ASK, at=time.time() + seconds))

    assert answered.status == 401


async def test_a_request_that_somebody_recorded_is_refused_the_second_time(town: Town) -> None:
    told = {"command": "/ask", "text": "heim wins", "team_id": "T1", "user_id": "U1"}
    hook = town.slack.hook("C1", "U1")
    body = urlencode({**told, "user_name": "ann", "channel_id": "C1", "response_url": hook})
    headers = signed(body)

    first, second = [await town.send(body, headers=headers) for _ in range(2)]
    await town.quiet()

    assert (first.status, second.status) == (200, 401)
    assert len(town.slack.messages) == 1


async def test_the_challenge_of_a_new_address_is_answered(town: Town) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"})

    answered = await town.send(body, "application/json")

    assert "abc" in answered.text


async def test_what_is_no_payload_at_all_does_no_harm(town: Town) -> None:
    for body in ("", "payload=", "payload=%7B%7D", "[]", "x" * 10_000):
        assert (await town.send(body)).status in (400, 404)
    assert (await town.fan("ann").ask("heim wins 2025")).text.startswith("Corey Heim")

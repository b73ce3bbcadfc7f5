"""The rules that every request of these tests is held against would notice what is wrong."""

from __future__ import annotations

import pytest

from tests.adapters.discord.discord_rules import ABSENT, DESCRIPTION, faults_in

CALLBACK = "/interactions/1/token/callback"
SILENT = {"allowed_mentions": {"parse": []}}


def message(**parts: object) -> dict[str, object]:
    return {"type": 4, "data": SILENT | parts}


def buttons(*keys: str) -> list[dict[str, object]]:
    return [
        {
            "type": 1,
            "components": [{"type": 2, "style": 2, "label": "x", "custom_id": key} for key in keys],
        }
    ]


def test_a_plain_answer_is_fine() -> None:
    body = message(embeds=[{"title": "Heim"}], components=buttons("a", "b"))

    assert faults_in("POST", CALLBACK, body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (message(embeds=[{"description": "x" * 3001}] * 2), "6,000"),
        (message(embeds=[{"title": "<@123456789012345678>"}]), "come to life"),
        (message(embeds=[{"title": "@everyone"}]), "come to life"),
        (message(embeds=[{"description": "```\n" + "x" * 35 + "\n```"}]), "break"),
        (message(embeds=[{}]), "says nothing"),
        (message(components=buttons("a", "a")), "same key"),
        (message(components=buttons(*"abcdef")), "in a row"),
        (message(content="hi", allowed_mentions=None), "may fire"),
        (message(attachments=[{"id": 0, "filename": "chart.png"}]), "cannot see"),
        ({"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 26}}, "25 choices"),
    ],
)
def test_what_the_description_leaves_out_is_noticed(body: object, fault: str) -> None:
    assert any(fault in found for found in faults_in("POST", CALLBACK, body))


@pytest.mark.skipif(not DESCRIPTION.exists(), reason=ABSENT)
@pytest.mark.parametrize(
    "body",
    [
        message(embeds=[{"title": "x" * 257}]),
        message(components=buttons("k" * 101)),
        message(components=[{"type": 1}]),
        {"type": 99},
    ],
)
def test_what_the_description_forbids_is_noticed(body: object) -> None:
    assert faults_in("POST", CALLBACK, body)


@pytest.mark.skipif(not DESCRIPTION.exists(), reason=ABSENT)
def test_an_address_that_discord_does_not_have_is_noticed() -> None:
    with pytest.raises(LookupError):
        faults_in("POST", "/nowhere/1", {})

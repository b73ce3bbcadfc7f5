"""Who asks, and where: whether anybody else is there is told in another way by each request."""

from __future__ import annotations

from typing import Any

import pytest
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack.origin import of_event, of_interaction

CONTEXT = AsyncBoltContext({"team_id": "T1"})
ANN = {"user": {"id": "UANN", "username": "ann"}}


@pytest.mark.parametrize(
    ("body", "direct"),
    [
        ({"container": {"channel_id": "D1", "thread_ts": "5.5"}}, True),  # below our answer
        ({"container": {"channel_id": "D1"}}, False),  # a command's answer, between two people
        ({"container": {"channel_id": "C1", "thread_ts": "5.5"}}, False),
        ({"channel": {"id": "D1"}, "message": {"thread_ts": "5.5"}}, False),  # a menu, between two
        ({"container": {"type": "view", "view_id": "V1"}}, False),
    ],
)
def test_only_below_spotters_own_direct_messages_is_nobody_else(
    body: dict[str, Any], direct: bool
) -> None:
    origin = of_interaction(CONTEXT, ANN | body)

    assert origin.direct == direct
    assert origin.place.direct == direct


def test_a_direct_message_begins_a_thread_that_goes_on_from_it() -> None:
    said = {"user": "UANN", "channel": "D1", "channel_type": "im", "ts": "5.5"}

    first = of_event(CONTEXT, said).place
    in_its_thread = of_event(CONTEXT, said | {"ts": "6.6", "thread_ts": "5.5"}).place
    pressed = of_interaction(
        CONTEXT, ANN | {"container": {"channel_id": "D1", "thread_ts": "5.5"}}
    ).place

    assert first.begins == in_its_thread.conversation == pressed.conversation
    assert first.conversation != first.begins
    assert not in_its_thread.begins

"""The log of a service: it says what happened, and no secret."""

from __future__ import annotations

import logging

from adapters.service_log import Discreet

WORDS = "MTIz.abc.def-ghi"


def written(message: str, *told: object, secrets: tuple[str, ...] = (WORDS,)) -> str:
    record = logging.LogRecord("adapters", logging.INFO, "", 1, message, told, None)
    return Discreet(secrets).format(record)


def test_a_record_is_a_line() -> None:
    assert written("ready on %d shards", 2).endswith("INFO adapters: ready on 2 shards")


def test_the_token_is_blacked_out_wherever_it_stands() -> None:
    assert WORDS not in written("headers %r", {"Authorization": f"Bot {WORDS}"})


def test_the_token_is_blacked_out_in_a_traceback_too() -> None:
    error = ValueError(WORDS)
    record = logging.LogRecord("a", logging.ERROR, "", 1, "bug", (), (ValueError, error, None))

    assert "ValueError" in Discreet((WORDS,)).format(record)
    assert WORDS not in Discreet((WORDS,)).format(record)


def test_the_tokens_of_interactions_are_blacked_out_in_addresses() -> None:
    said = written("POST https://discord.com/api/v10/interactions/12/aW50-x_Y.z/callback")

    assert said.endswith("/interactions/12/[secret]/callback")
    assert "[secret]" in written("GET /webhooks/12/aW50/messages/@original")


def test_no_secret_blacks_out_nothing() -> None:
    assert written("all is well", secrets=("",)).endswith("all is well")

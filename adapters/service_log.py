"""The log of a service that runs for long: on standard error, with every secret blacked out."""

from __future__ import annotations

import logging
import re
import sys

_TOKEN_IN_ADDRESS = re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.~-]+")
"""Whoever has it can answer in Spotter's name for a quarter of an hour."""

_BLACK = "[secret]"


class Discreet(logging.Formatter):
    """Writes a record in one line, its traceback below, and none of the secrets in either."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(filter(None, secrets))

    def format(self, record: logging.LogRecord) -> str:
        written = _TOKEN_IN_ADDRESS.sub(rf"\1{_BLACK}", super().format(record))
        for secret in self._secrets:
            written = written.replace(secret, _BLACK)
        return written


def begin_log(*secrets: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet(secrets))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)

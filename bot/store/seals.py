"""Tokens sealed before they are kept, where a key is given that is kept elsewhere."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

_SEALED = "sealed:"
_LENGTH = 32
"""Bytes of a key."""


class BrokenSeal(Exception):
    """It was sealed with another key, or somebody changed it."""


class Seal:
    """Seals by a key, as Fernet does; without one, words are kept as they are."""

    def __init__(self, key: str = "") -> None:
        self._fernet = _fernet(key) if key else None

    def close(self, words: str) -> str:
        if self._fernet is None or words.startswith(_SEALED):
            return words
        return _SEALED + self._fernet.encrypt(words.encode()).decode()

    def open(self, kept: str) -> str:
        """What was kept before there was a key is open already."""
        if not kept.startswith(_SEALED):
            return kept
        if self._fernet is None:
            raise BrokenSeal("it was sealed with a key that is not there")
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(kept.removeprefix(_SEALED).encode()).decode()
        except InvalidToken as error:
            raise BrokenSeal("it was sealed with another key") from error


def is_key(text: str) -> bool:
    """Whether it is 32 random bytes in base64, of either alphabet."""
    try:
        return len(base64.b64decode(_usual(text), validate=True)) == _LENGTH
    except (binascii.Error, ValueError):
        return False


def _fernet(key: str) -> Fernet:
    from cryptography.fernet import Fernet

    return Fernet(base64.urlsafe_b64encode(base64.b64decode(_usual(key))))


def _usual(key: str) -> str:
    return key.strip().replace("-", "+").replace("_", "/")

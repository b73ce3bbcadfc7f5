"""The same room as quiz nights have, with packs that a moderator brings there."""

from __future__ import annotations

from tests.bot.quizmaster.conftest import book, room

__all__ = ["book", "room"]

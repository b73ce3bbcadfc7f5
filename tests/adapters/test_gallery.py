"""The gallery in a terminal and in a pipe: every reply is drawn, and nothing in it is obeyed."""

from __future__ import annotations

import pytest

from adapters.console.card import print_card
from adapters.console.inert import inert_reply
from adapters.console.plain import plain
from adapters.inert import inert
from tests.adapters.gallery import GALLERY

WORDS = {name: reply for name, reply in GALLERY.items() if reply.form is None}


@pytest.mark.parametrize("name", WORDS)
def test_the_console_draws_every_reply(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")
    reply = inert_reply(GALLERY[name])
    print_card(reply)

    for drawn in (plain(reply), capsys.readouterr().out):
        assert inert(GALLERY[name].title)[:40] in drawn
        assert not set(drawn) & set("\x1b\x07\u202e\r")

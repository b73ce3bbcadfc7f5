"""A quiz in a terminal: played at once, by letters and in words, without a token or a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.adapters.conftest import Spotter

LAST_WEEK_BY_LETTERS = "/quiz\n3\na\n1\nb\n3\n"
ONE_IN_WORDS = "/quiz rehearse series=Cup\n2\n1\n1\n\n2\n\n1\n1\nnobody at all\nquit\n"


def test_it_is_played_by_letters_and_in_words(spotter: Spotter) -> None:
    said = spotter("chat", typed=f"{LAST_WEEK_BY_LETTERS}{ONE_IN_WORDS}".encode())

    told = said.stdout.decode()
    assert said.returncode == 0
    assert "A quiz for you alone: about what?" in told
    assert told.count("The answer: ") == 3
    assert "of 2 right" in told
    assert "Answers [Four choices]" in told

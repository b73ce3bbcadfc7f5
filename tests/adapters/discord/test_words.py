"""Words on Discord: shown as they were written, whatever they look like."""

from __future__ import annotations

import re

import pytest
from discord.utils import remove_markdown
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.words import escape, escape_fact, escape_within, shorten
from tests.adapters.discord.discord_rules import faults_in

TEXTS = st.text(alphabet=st.sampled_from("@everyone<>#:*_~|`[]()\\-+>1.\n /htps&!0123456789 "))


def unescaped(words: str) -> str:
    """What Discord shows of it: a backslash before a sign is not seen."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", words).replace("\u200b", "")


@given(TEXTS)
def test_what_is_seen_is_what_was_written(words: str) -> None:
    assert unescaped(escape(words)) == re.sub(r"\n+", " ", words)


@given(TEXTS)
def test_nothing_comes_to_life(words: str) -> None:
    body = {"type": 4, "data": {"embeds": [{"title": escape(words)[:256]}]}}

    found = faults_in("GET", "/gateway", None) + faults_in(
        "POST", "/interactions/1/x/callback", body
    )
    assert [fault for fault in found if "life" in fault] == []


@pytest.mark.parametrize(
    "words", ["# heading", "- entry", "+ entry", "1. entry", "12) entry", "> quote", "-# small"]
)
def test_a_line_opens_with_no_markup(words: str) -> None:
    assert not re.match(r"\s*(?:#|-|\+|>|\d+[.)])", escape(words))


def test_bold_spoilers_and_code_stay_signs() -> None:
    assert escape("**a** ||b|| `c` ~~d~~ __e__") == (
        r"\*\*a\*\* \|\|b\|\| \`c\` \~\~d\~\~ \_\_e\_\_"
    )
    assert "a" in remove_markdown("**a**")


def test_a_link_of_a_fan_is_no_link_and_one_of_a_source_is() -> None:
    assert escape("see https://example.org/a_b") == r"see https:\//example.org/a\_b"
    assert escape_fact("https://example.org/a_b · MIT") == "https://example.org/a_b · MIT"
    assert escape_fact("[x](https://example.org)") == r"\[x\](https:\//example.org)"


def test_a_season_at_the_end_of_a_fact_is_left_alone() -> None:
    assert escape_fact("2,822 races since 1949.") == "2,822 races since 1949."


@given(TEXTS, st.integers(2, 40))
def test_within_a_limit_no_backslash_is_left_alone(words: str, longest: int) -> None:
    cut = escape_within(words, longest)

    assert len(cut) <= longest
    assert not re.search(r"(?<!\\)(?:\\\\)*\\…?$", cut)


def test_what_is_cut_shows_it() -> None:
    assert shorten("Talladega", 5) == "Tall…"
    assert shorten("Dover", 5) == "Dover"

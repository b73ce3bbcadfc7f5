"""What counts, and what only a note can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer

if TYPE_CHECKING:
    from tests.knowledge.conftest import Fan


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("what is a DNF?", "not running at the end"),
        ("what counts as a win", "finishing first"),
        ("what's an intermediate track", "a mile or more"),
        ("what is a superspeedway", "Talladega"),
        ("what does driver rating mean", "since 2005"),
        ("what is a pole here", "starting first"),
        ("what is the playoff format in 2014 cup", "16, 12, 8"),
        ("how did the chase work in 2005", "first ten in points"),
        ("how do the playoffs work in trucks", "ten drivers"),
        ("how was the champion decided in 1975", "no playoffs"),
        ("what was the points system in 1985", "175"),
    ],
)
def test_a_term_is_explained_as_of_the_season_asked_about(
    question: str, word: str, fan: Fan
) -> None:
    answer = fan.hears(question)

    assert word in answer.headline
    assert answer.reading.startswith("what counts")
    assert answer.sources
    assert answer.as_of


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("does the Clash count?", False),
        ("do the Duels count", False),
        ("did the Daytona qualifiers count in 1965", True),
        ("does the All-Star race count as a win", False),
        ("are playoff races included", True),
    ],
)
def test_what_counts_is_told_yes_or_no(question: str, counts: bool, fan: Fan) -> None:
    assert fan.learns(question) is counts


def test_a_question_with_a_term_in_it_is_still_that_question(fan: Fan) -> None:
    assert fan.learns("what is Heim's win count") == 23
    assert fan.learns("what is the most wins at Talladega") == "Dale Earnhardt"
    assert fan.learns("what is Larson's driver rating in 2021 cup") == pytest.approx(112.4472)


def test_the_clash_still_has_no_winners(fan: Fan) -> None:
    assert "exhibition" in fan.is_told_no("who won the 2010 Bud Shootout")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("who is Corey Heim's crew chief", "Zipadelli"),
        ("what did Heim say about the radio", "temper"),
        ("what did Heim say about Xfinity cars", "tougher"),
        ("how many Xfinity races can a Cup veteran run in 2026", "ten races"),
    ],
)
def test_what_no_row_holds_is_quoted_as_a_note_with_its_source(
    question: str, word: str, fan: Fan
) -> None:
    answer = fan.hears(question)

    assert word in answer.headline
    assert answer.reading.startswith("note · off-season profile of Corey Heim, 2025")
    assert answer.caveats[0].startswith("This is a note, not from the result rows: off-season")
    assert answer.sources[0].title == "off-season profile of Corey Heim, 2025"
    assert answer.as_of


def test_a_note_that_the_rows_contradict_says_so_with_their_number(fan: Fan) -> None:
    answer = fan.hears("what does the profile say about Heim's wins in 2024")

    assert "nine wins" in answer.headline
    assert any("6 wins in 2024" in caveat for caveat in answer.caveats)


def test_a_note_never_overrides_the_rows(fan: Fan) -> None:
    assert fan.learns("how many wins did Heim have in 2024") == 6


@pytest.mark.parametrize(
    "question",
    ["who is Majeski's crew chief", "will Heim win in 2026", "crew chief"],
)
def test_a_note_about_one_driver_answers_for_no_other(question: str, fan: Fan) -> None:
    assert not isinstance(fan.book.ask(question), Answer)

"""A text checked word by word: each number and name with its place and its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.knowledge.conftest import Fan

RECAP = (
    "Corey Heim won the 2025 finale at Phoenix, his 11th win of the season. "
    "He led 1,625 laps in 2025 and took the title. The crowd of 80000 loved it."
)


def told(fan: Fan, text: str) -> list[tuple[str, str]]:
    return [(fact.text, fact.verdict.judgement) for fact in fan.book.stated_facts(text)]


def test_each_number_and_name_is_told_with_what_the_rows_say_to_it(fan: Fan) -> None:
    assert told(fan, RECAP) == [
        ("Corey Heim", "true"),
        ("2025", "true"),
        ("Phoenix", "true"),
        ("11th", "almost"),
        ("1,625", "true"),
        ("2025", "true"),
        ("80000", "can't tell"),
    ]


def test_every_place_is_where_the_words_stand(fan: Fan) -> None:
    for fact in fan.book.stated_facts(RECAP):
        assert RECAP[fact.start : fact.end] == fact.text


def test_of_what_is_wrong_only_the_wrong_number_is_marked(fan: Fan) -> None:
    (fact,) = fan.book.stated_facts("Corey Heim won nine races in 2024")

    assert (fact.text, fact.verdict.words) == ("nine", "the rows say 6, not 9.")


def test_a_place_without_a_race_is_of_the_race_before(fan: Fan) -> None:
    text = "Bubba Wallace won the 2025 Brickyard 400. Kyle Larson finished third; Hamlin was third."

    assert told(fan, text)[3:] == [("third", "almost"), ("Hamlin", "true"), ("third", "true")]

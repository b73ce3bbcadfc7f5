"""A text about one race: each number and name green, red with the reason, or nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.knowledge.conftest import Fan

DAYTONA = "1998 Daytona 500"
FINALE = "2025 Truck finale"


def checked(fan: Fan, race: str, text: str) -> dict[str, tuple[str, str]]:
    """What is said to each number and name."""
    (named,) = fan.book.races(race)
    facts = fan.book.facts_about(named, text)
    return {fact.text: (fact.verdict.judgement, fact.verdict.words) for fact in facts}


def judgements(fan: Fan, race: str, text: str) -> set[str]:
    return {judgement for judgement, _ in checked(fan, race, text).values()}


@pytest.mark.parametrize(
    "text",
    [
        "Dale Earnhardt finally won the Daytona 500, his 71st career win.",
        "He led 107 of 200 laps and beat Bobby Labonte and Jeremy Mayfield.",
        "It was the Intimidator's first win in 59 starts.",
        "Kyle Petty came from 39th to finish 11th, a gain of 28 places.",
        "Labonte started from the pole and finished second; Mayfield was third.",
        "Earnhardt now has three wins at Daytona.",
        "The race saw 3 yellows and 13 lead changes among 8 drivers.",
        "It was the first Daytona 500 win for Richard Childress Racing's number 3.",
        "His last win had been the 1996 Purolator 500.",
        "1. Dale Earnhardt, 2. Bobby Labonte, 3. Jeremy Mayfield",
        "Ken Schrader came home fourth in the 33 and Rusty Wallace fifth.",
        "On February 15, 1998 Earnhardt averaged 172.712 mph.",
    ],
)
def test_what_the_rows_of_the_race_say_is_true(fan: Fan, text: str) -> None:
    assert judgements(fan, DAYTONA, text) == {"true"}, checked(fan, DAYTONA, text)


@pytest.mark.parametrize(
    ("text", "wrong", "reason"),
    [
        ("It was his 76th career win.", "76th", "the rows say 71st in the Cup Series"),
        ("It was his 2nd win of the season.", "2nd", "the rows say 1st of the 1998 season"),
        ("He led 117 of 200 laps.", "117", "the rows say 107 laps led in this race"),
        ("Mayfield was second.", "second", "the rows say 3rd at the finish"),
        ("Kyle Petty came from 38th to 11th.", "38th", "the rows say 39th at the start"),
        ("There were 4 cautions.", "4", "the rows say 3"),
        ("Bobby Labonte won the Daytona 500.", "Bobby Labonte", "the rows say Dale Earnhardt"),
        ("It was his first win since 1995.", "1995", "the rows say 1996"),
        ("1. Dale Earnhardt, 2. Jeremy Mayfield", "2", "the rows say 3rd at the finish"),
        ("On February 16, 1998 it was over.", "February 16, 1998", "run on 1998-02-15"),
        ("Earnhardt won in the number 8.", "8", "the rows say 3"),
        ("Darrell Waltrip won the pole.", "Darrell Waltrip", "the rows say Bobby Labonte"),
    ],
)
def test_what_the_rows_deny_is_false_with_what_they_say(
    fan: Fan, text: str, wrong: str, reason: str
) -> None:
    told = checked(fan, DAYTONA, text)

    judgement, words = told.pop(wrong)
    assert (judgement, reason in words) == ("false", True), words
    assert {each for each, _ in told.values()} <= {"true"}


def test_places_that_are_swapped_are_both_wrong(fan: Fan) -> None:
    told = checked(fan, DAYTONA, "Jeremy Mayfield finished second, Bobby Labonte third.")

    assert (told["second"][0], told["third"][0]) == ("false", "false")


def test_the_fourth_win_that_is_the_fifth_is_told_so(fan: Fan) -> None:
    told = checked(fan, "2025 Truck race at Lime Rock", "It was his 4th win of the season.")

    assert told["4th"] == ("false", "you wrote 4th; the rows say 5th of the 2025 season.")


def test_a_later_day_is_not_known(fan: Fan) -> None:
    """Earnhardt won 76 in the end, and 71 by that day."""
    assert judgements(fan, DAYTONA, "Dale Earnhardt has 71 wins.") == {"true"}
    assert "false" in judgements(fan, DAYTONA, "Dale Earnhardt has 76 wins.")


def test_a_moderators_own_words_are_nobodys(fan: Fan) -> None:
    told = checked(fan, DAYTONA, "Some 185,000 people saw it, and Jeff Gordon shook his hand.")

    assert told["185,000"][0] == "can't tell"
    assert told["Jeff Gordon"][0] == "true"
    assert not checked(fan, DAYTONA, "What a day! Everybody on pit road came out to meet him.")


def test_who_did_not_start_has_no_place(fan: Fan) -> None:
    told = checked(fan, DAYTONA, "Richard Petty finished third.")

    assert told["third"] == ("false", "Richard Petty did not start this race.")


def test_what_the_whole_book_knows_is_asked_too(fan: Fan) -> None:
    assert judgements(fan, DAYTONA, "Dale Earnhardt won 7 championships.") == {"true"}


def test_stages_and_streaks_are_held_against_the_rows(fan: Fan) -> None:
    assert judgements(fan, FINALE, "Heim swept both stages for his 12th win of 2025.") == {"true"}
    assert judgements(fan, FINALE, "Heim won stage 1 and took his second straight win.") == {"true"}
    told = checked(fan, FINALE, "Stage 1 went to Ty Majeski. It was Heim's third win in a row.")
    assert (told["Ty Majeski"][0], told["third"][0]) == ("false", "false")


def test_every_place_is_where_the_words_stand(fan: Fan) -> None:
    text = (
        "Dale Earnhardt Jr. wasn't there. Dale Earnhardt won!\nHe led 107 laps; A.J. Foyt IV none."
    )
    (race,) = fan.book.races(DAYTONA)

    for fact in fan.book.facts_about(race, text):
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("text", ["", "   ", "1", "first", ".", "200 " * 200, "won won won", "Jr."])
def test_any_text_can_be_checked(fan: Fan, text: str) -> None:
    (race,) = fan.book.races(DAYTONA)
    assert isinstance(fan.book.facts_about(race, text), tuple)

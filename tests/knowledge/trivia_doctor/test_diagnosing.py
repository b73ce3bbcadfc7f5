"""The trivia doctor looks at questions of whose answers the rows know the truth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.trivia_doctor.diagnosis import Asked, Mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.record_book import RecordBook
    from knowledge.trivia_doctor.diagnosis import Diagnosis

QUESTIONS = Path(__file__).parents[2] / "questions" / "dev.jsonl"


@pytest.fixture
def book(fan):
    return fan.book


@pytest.mark.parametrize(
    ("prompt", "accepted"),
    [
        ("How many Cup wins does Richard Petty have?", "200"),
        ("3. How many Cup wins does Richard Petty have?", "two hundred"),
        ("Who won the 1998 Daytona 500?", "Earnhardt"),
        ("Who won the 1998 Daytona 500?", "Dale Earnhardt Sr."),
        ("Which driver won the most Truck races in 2025?", "Heim"),
        ("In what year did Kyle Larson win his first Cup title?", "2021"),
        ("What day did Richard Petty win his 200th race?", "July 4, 1984"),
        ("Where did Jeff Gordon get his first Cup win?", "Charlotte"),
        ("Which manufacturer won the most Cup races in 2023?", "Chevy"),
        ("Which team did Tony Stewart win the 2011 title with?", "Stewart-Haas"),
        ("What car number did Kyle Larson drive in 2021?", "#5"),
        ("Did Mark Martin ever win the Daytona 500?", "No"),
        ("True or false: Richard Petty won 200 Cup races.", "True"),
        ("Mark Martin never won a Cup championship.", "True"),
        ("How many laps is the Coca-Cola 600?", "400"),
        ("What was Jeff Gordon's best season for wins?", "1998"),
        ("At which track did Kevin Harvick win the most Cup races?", "Phoenix"),
    ],
)
def test_what_the_rows_say_too_is_sound(book, prompt, accepted):
    found = _look(book, prompt, accepted)
    assert (found.state, found.mend) == ("sound", None), found


@pytest.mark.parametrize(
    ("prompt", "accepted", "mended"),
    [
        ("How many Cup wins does Richard Petty have?", "199", ("200",)),
        ("Who won the 1998 Daytona 500?", "Dale Earnhardt Jr.", ("Dale Earnhardt",)),
        ("Who won the 1998 Daytona 500?", "Jeff Gordon", ("Dale Earnhardt",)),
        ("Q7: In what year did Kyle Larson win his first Cup title?", "2020", ("2021",)),
        ("Where did Jeff Gordon get his first Cup win?", "Daytona", ("Charlotte Motor Speedway",)),
        ("Which manufacturer won the most Cup races in 2023?", "Toyota", ("Chevrolet",)),
        ("True or false: Mark Martin won a Cup championship.", "True", ("False",)),
        ("True or false: Richard Petty won 199 Cup races.", "True", ("False",)),
        ("Did Mark Martin ever win the Daytona 500?", "Yes", ("No",)),
        ("Who won at Darlington in 2024?", "Larson", ("Brad Keselowski", "Chase Briscoe")),
    ],
)
def test_what_the_rows_deny_is_contradicted_and_mended(book, prompt, accepted, mended):
    found = _look(book, prompt, accepted)
    assert found.state == "contradicted", found
    assert found.mend == Mend(accepted=mended)
    assert found.proof.columns


@pytest.mark.parametrize(
    ("accepted", "state", "mended"),
    [
        (("84",), "ambiguous", Mend(accepted=("85", "84"))),
        (("85",), "ambiguous", Mend(accepted=("85", "84"))),
        (("84", "85"), "sound", None),
        (("83",), "contradicted", Mend(accepted=("85",))),
    ],
)
def test_where_sources_disagree_about_a_win_both_numbers_are_right(book, accepted, state, mended):
    found = _look(book, "How many Cup wins does Bobby Allison have?", *accepted)
    assert (found.state, found.mend) == (state, mended), found
    elsewhere = _look(book, "How many Cup races did Bobby Allison win in 1972?", "9")
    assert elsewhere.state == "contradicted", elsewhere


def test_the_mend_is_the_choice_that_is_right(book):
    choices = ("Ford", "Chevy", "Toyota")
    found = _look(book, "Which make won the most Cup races in 2023?", "Ford", choices=choices)
    assert (found.state, found.mend) == ("contradicted", Mend(accepted=("Chevy",)))


def test_a_wrong_answer_that_is_accepted_besides_the_right_one_is_found(book):
    found = _look(book, "Who won the 1998 Daytona 500?", "Jeff Gordon", "Dale Earnhardt")
    assert (found.state, found.mend) == ("contradicted", Mend(accepted=("Dale Earnhardt",)))


@pytest.mark.parametrize(
    ("prompt", "accepted", "as_of", "mended"),
    [
        (
            "Who is the reigning Cup champion?",
            "Joey Logano",
            None,
            "Who was the 2024 Cup champion?",
        ),
        ("Who won last year's Daytona 500?", "Byron", 2025, "Who won the 2024 Daytona 500?"),
        (
            "How many races has Kyle Larson won this season?",
            "6",
            2024,
            "How many races has Kyle Larson won in 2024?",
        ),
        (
            "How many Cup wins does Denny Hamlin currently have?",
            "54",
            None,
            "How many Cup wins does Denny Hamlin have, through the 2024 season?",
        ),
        (
            "Which active driver has the most Cup wins?",
            "Kyle Busch",
            2023,
            "Which driver active in 2023 has the most Cup wins, through the 2023 season?",
        ),
        (
            "How many Cup wins does Kyle Larson have?",
            "23",
            2023,
            "How many Cup wins does Kyle Larson have, through the 2023 season?",
        ),
        (
            "Which driver has the most Truck Series wins?",
            "Ron Hornaday",
            None,
            "Which driver has the most Truck Series wins, through the 2017 season?",
        ),
        ("Who won the Daytona 500?", "William Byron", None, "Who won the Daytona 500 in 2025?"),
    ],
)
def test_what_was_right_once_has_expired_and_is_given_its_season(
    book, prompt, accepted, as_of, mended
):
    found = _look(book, prompt, accepted, as_of=as_of)
    assert found.state == "expired", found
    assert found.mend
    assert found.mend.prompt == mended
    again = _look(book, mended, accepted, as_of=as_of)
    assert again.state in ("sound", "unchecked"), again  # who is active no row tells


def test_a_number_passed_in_the_course_of_a_season_has_expired_without_a_prompt_for_it(book):
    found = _look(book, "How many Cup wins does Kyle Larson have?", "25")
    assert (found.state, found.mend) == ("expired", Mend(accepted=("32",)))


@pytest.mark.parametrize(
    ("prompt", "accepted", "mend"),
    [
        (
            "Who won at Darlington in 2024?",
            "Chase Briscoe",
            Mend("Who won the 2024 Cook Out Southern 500 at Darlington Raceway?"),
        ),
        (
            "How many Cup wins does Earnhardt have?",
            "76",
            Mend("How many Cup wins does Dale Earnhardt have?"),
        ),
        (
            "How many wins does Kyle Busch have?",
            "63",
            Mend("How many wins does Kyle Busch have in the Cup Series?"),
        ),
        (
            "How many wins does Kyle Busch have?",
            "232",
            Mend("How many wins does Kyle Busch have in all three series combined?"),
        ),
        (
            "Which driver won the most Cup titles?",
            "Jimmie Johnson",
            Mend(accepted=("Dale Earnhardt", "Jimmie Johnson", "Richard Petty")),
        ),
        (
            "What year did Dale Earnhardt Jr. win the Daytona 500?",
            "2004",
            Mend(accepted=("2004", "2014")),
        ),
    ],
)
def test_what_can_be_meant_or_answered_in_several_ways_is_ambiguous(book, prompt, accepted, mend):
    found = _look(book, prompt, accepted)
    assert (found.state, found.mend) == ("ambiguous", mend), found


def test_choices_can_make_an_ambiguous_prompt_sound_or_show_why_it_is_not(book):
    prompt = "Who won at Talladega in 2024?"
    alone = _look(book, prompt, "Tyler Reddick", choices=("Tyler Reddick", "Chase Elliott"))
    both = _look(book, prompt, "Tyler Reddick", choices=("Tyler Reddick", "Ricky Stenhouse Jr."))
    assert (alone.state, both.state) == ("sound", "ambiguous")


def test_each_of_these_is_looked_at_where_one_of_them_is_asked_for(book):
    prompt = "Which of these drivers won the Daytona 500?"
    never = ("Mark Martin", "Rusty Wallace", "Terry Labonte")
    right = _look(book, prompt, "Dale Jarrett", choices=(*never, "Dale Jarrett"))
    wrong = _look(book, prompt, "Mark Martin", choices=(*never, "Dale Jarrett"))
    two = _look(book, prompt, "Dale Jarrett", choices=("Dale Jarrett", "Ernie Irvan"))
    assert (right.state, wrong.state, two.state) == ("sound", "contradicted", "ambiguous")
    assert wrong.mend == Mend(accepted=("Dale Jarrett",))
    relative = _look(
        book, "Which of these has the most Cup wins?", "Dale Jarrett", choices=("Dale Jarrett", "X")
    )
    assert relative.state == "unchecked"


@pytest.mark.parametrize(
    ("prompt", "accepted", "why"),
    [
        ("How much prize money did Jeff Gordon win in 1998?", "$9 million", "prize money"),
        ("Who was Jeff Gordon's crew chief in 1998?", "Ray Evernham", "crew chiefs"),
        ("Who won the 2022 All-Star Race?", "Ryan Blaney", "exhibition races"),
        ("Which driver is nicknamed Smoke?", "Tony Stewart", "nicknamed"),
        ("How many Cup poles did Jeff Gordon win?", "81", "starting first"),
        ("How many Cup wins does Kyle Larson have?", "33", "since then"),
        ("How many Daytona wins does Dale Earnhardt have, counting the Duels?", "34", ""),
        ("Who was still running at the end of the 1970 Daytona 500?", "Hamilton", "running"),
        ("Who won the 1998 Datona 500?", "Jeff Gordon", "Datona"),
        ("Who won the Daytona 500?", "Dale Earnhardt", "no season"),
        ("What day did Richard Petty win his 200th race?", "July 5, 1984", ""),
        ("True or false: Richard Petty made 1,183 Cup starts.", "True", "one off"),
        ("x" * 401, "x", "400 characters"),
        ("", "x", "no answer"),
    ],
)
def test_what_the_rows_cannot_tell_for_sure_is_left_alone(book, prompt, accepted, why):
    found = _look(book, prompt, accepted)
    assert found.state == "unchecked", found
    assert why in found.why


def test_a_pack_of_a_season_that_the_book_does_not_know_is_left_alone(book):
    found = _look(book, "How many Cup wins does Kyle Larson have?", "20", as_of=2030)
    assert (found.state, found.why) == ("unchecked", "My records end with the 2025 season.")


def test_nothing_that_fans_know_rightly_is_contradicted_and_most_of_what_is_false_is(book):
    states = [_look(book, prompt, *right).state for prompt, right, _ in _repertoire()]
    assert "contradicted" not in states
    assert states.count("sound") > 0.9 * len(states)
    falsified = [
        _look(book, prompt, str(wrong), as_of=2025).state
        for prompt, _, wrong in _repertoire()
        if wrong is not None
    ]
    assert "sound" not in falsified
    assert falsified.count("contradicted") > 0.7 * len(falsified)


def _look(
    book: RecordBook,
    prompt: str,
    *accepted: str,
    choices: tuple[str, ...] = (),
    as_of: int | None = None,
) -> Diagnosis:
    return book.diagnose(Asked(prompt, accepted, choices, as_of))


def _repertoire() -> Iterator[tuple[str, tuple[str, ...], int | None]]:
    """Questions with all that is right, and where that is a figure, another that is not."""
    for line in QUESTIONS.read_text("utf-8").splitlines():
        item = json.loads(line)
        expected = item["expect"][0]
        right = [*_flat([expected.get(key) for key in ("value", "any_of", "groups")])]
        if len(item["turns"]) == 1 and right:
            figures = [each for each in right if type(each) in (int, float)]
            wrong = round(1.3 * max(figures)) + 2 if figures else None
            told = tuple(_told(each) for each in right)
            yield item["turns"][0], told, wrong


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for each in value:
            yield from _flat(each)
    elif value is not None:
        yield value


def _told(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)

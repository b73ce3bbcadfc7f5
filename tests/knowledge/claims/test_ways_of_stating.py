"""The ways fans state things in chat, each settled by the number from the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.knowledge.conftest import Fan


def judgements(fan: Fan, statement: str) -> list[str]:
    return [verdict.judgement for verdict in fan.book.settle(statement)]


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("I think Harvick won nine races in 2020", "true"),
        ("pretty sure Harvick won 9 races in 2020, right?", "true"),
        ("my buddy says that Harvick won 12 races in 2020", "false"),
        ("am I wrong that Harvick won 9 races in 2020", "true"),
        ("didn't Kyle Busch win 8 races in 2008?", "true"),
        ("wasn't Tony Stewart's last win at Sonoma?", "true"),
        ("isn't it true that Mark Martin won the Daytona 500", "false"),
    ],
)
def test_what_surrounds_a_statement_is_no_part_of_it(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert judgements(fan, statement) == [judgement]


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Denny Hamlin has about 60 wins", "true"),
        ("Denny Hamlin has around 80 Cup wins", "false"),
        ("Jeff Gordon has almost 100 wins", "true"),
        ("Jeff Gordon has nearly 90 Cup wins", "almost"),
        ("Dale Earnhardt has well over 70 Cup wins", "true"),
        ("David Pearson won roughly 18 percent of his races", "true"),
        ("Jimmie Johnson won 20% of his Cup races", "false"),
        ("Kyle Busch has 232 wins", "true"),
        ("Jeff Gordon drove the 24 to 93 wins", "true"),
        ("Denny Hamlin won 5 of 36 Cup races in 2025", "almost"),
    ],
)
def test_a_round_number_is_held_to_what_round_means(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert judgements(fan, statement)[0] == judgement


def test_an_almost_says_why(fan: Fan) -> None:
    off, rough = (
        fan.book.settle(text)[0].words
        for text in ("Dale Earnhardt won 77 Cup races", "Kyle Larson led 2,600 laps in 2021")
    )
    assert off == "the rows say 76, not 77: one off."
    assert rough.endswith("within five percent.")


def test_a_number_of_the_season_beside_stays_false_and_is_pointed_at(fan: Fan) -> None:
    (verdict,) = fan.book.settle("Heim won 12 truck races in 2024")

    assert (verdict.judgement, verdict.value) == ("false", 6)
    assert verdict.words == "the rows say 6, not 12; 12 is right for 2025."


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Jimmie Johnson won five titles in a row", "true"),
        ("Richard Petty won three straight championships", "almost"),
        ("Jeff Gordon won 4 straight in 1998", "true"),
        ("Denny Hamlin once won five in a row", "false"),
        ("Byron won back to back Daytona 500s", "true"),
        ("Chase Briscoe won the Southern 500 two years in a row", "true"),
        ("Joey Logano won back to back titles", "false"),
    ],
)
def test_what_came_in_a_row_is_counted(statement: str, judgement: str, fan: Fan) -> None:
    assert judgements(fan, statement) == [judgement]


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Bobby Allison has two more wins than Jimmie Johnson", "true"),
        ("David Pearson has ten more wins than Jeff Gordon", "false"),
        ("Hamlin has fewer wins than Jimmie Johnson", "true"),
        ("Joe Gibbs Racing has more wins than Hendrick", "false"),
        ("Chevrolet has more Cup wins than Ford", "true"),
        ("Cale Yarborough and Jimmie Johnson have the same number of wins", "true"),
        ("Gordon has more wins at the Glen than Stewart", "false"),
        ("Kevin Harvick has as many wins as Denny Hamlin", "true"),
        ("Martin Truex Jr and Kurt Busch both have 34 wins", "true"),
        ("Kyle and Kurt Busch have 97 Cup wins combined", "true"),
        ("Jeff Gordon and Jimmie Johnson won 200 races between them", "false"),
        ("Dale Earnhardt and Rusty Wallace both won more than 50 races", "true"),
        ("Heim won twice as many races as Majeski in 2024", "true"),
        ("Larson has a better average finish than Hamlin", "false"),
        ("Neither Rusty Wallace nor Mark Martin ever won the Daytona 500", "true"),
        ("Kurt Busch finished ahead of Kyle Busch more often", "false"),
    ],
)
def test_two_are_set_beside_each_other(statement: str, judgement: str, fan: Fan) -> None:
    assert judgements(fan, statement) == [judgement]


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Joey Logano finished 4th in the 2023 Daytona 500", "false"),
        ("Buescher finished 5th in the 2023 Daytona 500", "almost"),
        ("Bubba Wallace finished second in the Daytona 500", "true"),
        ("Larson finished second in points in 2023", "true"),
        ("Mark Martin finished second in points five times", "true"),
        ("Danica Patrick's best finish was 6th in Cup", "true"),
    ],
)
def test_a_place_is_compared_with_the_one_in_the_rows(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert judgements(fan, statement) == [judgement]


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Jimmie Johnson hasn't won since 2017", "true"),
        ("Jimmie Johnson hasn't won since 2016", "almost"),
        ("Kyle Larson hasn't won since 2021", "false"),
        ("Keselowski hasn't won since Darlington in 2024", "true"),
        ("Kyle Busch is winless since 2023", "true"),
        ("Kurt Busch last won at Bristol in 2018", "true"),
        ("Kyle Busch's last win was at Bristol", "false"),
        ("Ross Chastain's first win came at Talladega", "false"),
        ("Larson's tenth win of 2021 came at Phoenix", "true"),
        ("Larson got his fifth win of the season at Watkins Glen in 2021", "true"),
        ("Heim's third win of 2025 came at Charlotte", "almost"),
    ],
)
def test_the_nth_and_the_last_are_checked_by_time_and_place(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert judgements(fan, statement) == [judgement]


@pytest.mark.parametrize(
    ("statement", "judgement"),
    [
        ("Nobody has won more at Talladega than Dale Earnhardt", "true"),
        ("No one has more Truck wins than Ron Hornaday", "false"),
        ("Ron Hornaday has the second most Truck wins", "true"),
        ("Mark Martin drove for Roush", "true"),
        ("Darrell Waltrip holds the record for most wins at Bristol", "true"),
        ("Kurt Busch won the 2004 title driving for Roush", "true"),
        ("Carl Edwards never won at Daytona", "almost"),
        ("Carl Edwards never won at Daytona in Cup", "true"),
        ("Cale Yarborough was the first to win three titles in a row", "can't tell"),
        ("Kevin Harvick drove for Hendrick", "false"),
        ("Bubba Wallace was the 2025 Brickyard 400 winner", "true"),
        ("Truex never won at Daytona or Talladega", "true"),
    ],
)
def test_a_deed_is_looked_up_under_the_word_it_is_counted_by(
    statement: str, judgement: str, fan: Fan
) -> None:
    assert judgements(fan, statement) == [judgement]


@pytest.mark.parametrize(
    ("statement", "each"),
    [
        (
            "Larson won 10 races and the championship in 2021, but never won at Pocono",
            ["true", "true", "true"],
        ),
        ("Heim won at Daytona, Las Vegas and Bristol in 2025", ["true", "true", "false"]),
        ("Kasey Kahne, who won 18 races, won the Daytona 500", ["true", "false"]),
        ("Kenseth won the 2003 title with just one win", ["true", "true"]),
        ("Logano has three titles, the same as Tony Stewart", ["true", "true"]),
        ("Kyle Busch won two titles without ever winning the Daytona 500", ["true", "true"]),
        ("Kenseth drove for Roush and Penske", ["true", "false"]),
        ("Heim has 23 truck wins in 80 starts", ["true", "false"]),
        ("Heim won the 2025 Truck championship and 12 races", ["true", "true"]),
        ("Harvick has 9 wins at Phoenix, most of all time", ["true", "true"]),
        ("Pearson won 10 times at Darlington, a record", ["true", "true"]),
        ("Logano won the 2022 and 2024 championships", ["true", "true"]),
        ("Logano won the 2022 and 2023 championships", ["true", "false"]),
        ("Truex finished second in points in 2018 and 2019", ["true", "true"]),
    ],
)
def test_each_part_is_checked_with_what_it_leaves_to_the_others(
    statement: str, each: list[str], fan: Fan
) -> None:
    assert judgements(fan, statement) == each


@pytest.mark.parametrize(
    ("statement", "each"),
    [
        ("Heim won the 2025 finale at Phoenix, his 12th win of the season", ["true", "true"]),
        ("Wallace won the 2025 Brickyard 400, his third Cup win", ["true", "true"]),
        ("Larson won the 2021 finale at Phoenix for his tenth win of the year", ["true", "true"]),
        ("Hamlin won at Las Vegas in 2025, his 61st career win", ["true", "almost"]),
        ("Hamlin won at Las Vegas in 2025, his 50th career win", ["true", "false"]),
    ],
)
def test_which_win_it_was_is_counted_up_to_that_race(
    statement: str, each: list[str], fan: Fan
) -> None:
    assert judgements(fan, statement) == each


def test_the_number_it_was_is_told(fan: Fan) -> None:
    _, verdict = fan.book.settle("Hamlin won at Las Vegas in 2025, his 58th career win")

    assert verdict.words == "the rows say 60th, not 58th."

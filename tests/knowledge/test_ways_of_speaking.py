"""Ways of speaking: the same question in other words gets the same answer."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("plainly", "otherwise"),
    [
        ("kyle busch truck wins in 2010", "kyle bush truck wins in 2010"),
        ("most cup wins at bristol", "leading cup winner at bristol"),
        ("most cup wins at martinsville", "martinsville cup win record holder"),
        ("jeff gordon's 50th cup win", "when did jeff gordon reach his 50th cup win"),
        ("carl edwards average finish in cup", "what did carl edwards average as a finish in cup"),
        ("who won race 10 of 2011 in cup", "2011 cup season race 10 went to which driver"),
        (
            "how many wins did jeff gordon have at martinsville in cup",
            "how many grandfather clocks did jeff gordon take home",
        ),
        ("who won the 2010 daytona 500", "who took the checkered flag in the 2010 daytona 500"),
        ("kyle busch truck wins", "how many times has kyle busch visited victory lane in trucks"),
        ("mark martin busch wins", "win count for mark martin in busch"),
        ("ryan newman poles in cup 2003", "how many times did newman start first in 2003 cup"),
        ("michael annett cup starts", "how many times did michael annett make the field in cup"),
        ("dave blaney cup starts", "how many cup races did dave blaney take part in"),
        (
            "where did kurt busch finish in the 2017 daytona 500",
            "where'd kurt busch wind up in the 2017 daytona 500",
        ),
        (
            "who finished third in the 2011 daytona 500",
            "who came home third in the 2011 daytona 500",
        ),
        ("matt kenseth laps led 2013 cup", "laps out front for matt kenseth in 2013 cup"),
        (
            "jeff gordon dnfs 2005 cup",
            "how often did jeff gordon fail to reach the finish 2005 cup",
        ),
        ("ty dillon cup dnfs", "how many times did ty dillon drop out of races in cup"),
        (
            "clint bowyer top fives 2012 cup",
            "how often did clint bowyer crack the top 5 in 2012 cup",
        ),
        ("greg biffle cup wins 2005", "how many cup races went to greg biffle in 2005"),
        ("greg biffle cup wins 2006", "how many cup races did biffle bring home in 2006"),
        ("jeff gordon brickyard 400 wins", "number of brickyard trophies for jeff gordon"),
        (
            "how many podiums did jeff burton have in 1999 cup",
            "how often did jeff burton end up on the podium in 1999 cup",
        ),
        (
            "average start for kasey kahne in 2006 cup",
            "on average where did kasey kahne start in 2006 cup",
        ),
        (
            "darrell waltrip cup wins with junior johnson & associates",
            "cup wins of darrell waltrip driving for junior johnson",
        ),
        ("rusty wallace cup wins", "how many cup wins did rusty wallace finish with"),
        ("kasey kahne poles 2004 cup", "kasey kahne poles in the 04 nextel cup season"),
    ],
)
def test_a_measure_has_many_names(fan, plainly, otherwise):
    assert fan.learns(otherwise) == fan.learns(plainly)


@pytest.mark.parametrize(
    ("plainly", "otherwise"),
    [
        ("who has the most cup wins at dover", "nobody has more cup wins at dover than who"),
        ("who has the most cup wins at bristol", "who's the king of bristol in cup"),
        ("who has the most cup wins at michigan", "who tops the list for cup wins at michigan"),
        ("who has the most xfinity wins", "who leads all drivers in xfinity wins"),
        ("longest drought for jeff gordon in cup", "longest winless skid in cup for jeff gordon"),
        ("longest run of top fives in cup", "longest unbroken string of top fives in cup"),
        ("most cup starts without a win", "which winless driver has the most cup starts"),
        ("most cup starts", "which driver has started the most cup races"),
        ("most cup wins in the 90s", "who dominated the 90s in cup"),
        (
            "best average finish among full timers in 2018 cup",
            "who of the full timers averaged the best finish in 2018 cup",
        ),
        (
            "longest drought between cup wins for michael waltrip",
            "longest wait between cup wins for michael waltrip",
        ),
        ("who was the 2010 truck champion", "truck title 2010 went to who"),
        ("first coca cola 600 winner", "who won the inaugural coke 600"),
        ("most cup wins since 2000", "most cup wins since the turn of the century"),
        ("kyle larson cup wins 2021", "kyle larson cup wins in twenty twenty one"),
        ("did kyle petty win in 1988 cup", "did kyle petty visit victory lane in 1988 cup"),
    ],
)
def test_so_have_most_longest_and_first(fan, plainly, otherwise):
    assert fan.learns(otherwise) == fan.learns(plainly)


@pytest.mark.parametrize(
    "otherwise",
    [
        "kyle busch cup wins track by track",
        "kyle busch cup wins split by track",
        "break down kyle busch's cup wins per track",
    ],
)
def test_a_split_is_asked_for_in_several_ways(fan, otherwise):
    assert fan.hears(otherwise).table == fan.hears("kyle busch cup wins by track").table


@pytest.mark.parametrize(
    "question",
    [
        "my buddy says he knows but how many cup wins does tony stewart have",
        "honestly just out of curiosity, cup wins for tony stewart",
        "i bet you know tony stewart's cup win total",
        "proud lurker here: tony stewart cup wins",
        "tony stewart cup wins? asking because the pub disagrees",
    ],
)
def test_small_talk_carries_nothing(fan, question):
    assert fan.learns(question) == fan.learns("tony stewart cup wins")


def test_fewer_is_less(fan):
    assert fan.learns("fewer dnfs in 2023 cup, kyle busch or joey logano") == "Joey Logano"


def test_more_than_once_is_a_number(fan):
    answer = fan.learns("which drivers won multiple cup races in 2023")
    assert answer == fan.learns("which drivers won at least 2 cup races in 2023")


def test_only_one_is_a_number_too(fan):
    answer = fan.learns("drivers with only one cup win in 2022")
    assert answer == fan.learns("drivers with exactly 1 cup win in 2022")


def test_as_of_a_season_counts_what_came_before_it(fan):
    assert fan.learns("kyle busch cup wins as of 2010") == 19
    assert fan.learns("how many cup wins did kyle busch have by 2010") == 19


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("timmy hill cup starts", "Timmy Hill"),
        ("carl long cup starts", "Carl Long"),
        ("josh wise cup starts", "Josh Wise"),
        ("bell cup wins 2024", "Christopher Bell"),
        ("hill xfinity wins 2023", "Austin Hill"),
        ("wise cup starts 2012", "Josh Wise"),
    ],
)
def test_a_surname_that_is_a_word_is_still_a_name(fan, question, value):
    assert value in fan.hears(question).reading


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("which woman has the most cup starts", "woman"),
        ("rookie wins in cup 2019", "rookie"),
        ("how many times did kyle busch almost win in 2015 cup", "almost"),
    ],
)
def test_a_word_that_could_change_the_answer_is_never_small_talk(fan, question, unread):
    assert unread in fan.is_told_no(question)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("the forty-eight car's cup wins", "the 48 car's cup wins"),
        ("who won the coke six hundred in nineteen ninety four", "who won the coke 600 in 1994"),
        ("jeff burton cup wins in two thousand and one", "jeff burton cup wins in 2001"),
        ("who has fifty cup wins", "who has 50 cup wins"),
    ],
)
def test_numbers_are_read_as_words_too(fan, written, digits):
    assert fan.learns(written) == fan.learns(digits)


def test_a_clause_that_is_left_out_is_named(fan):
    answer = fan.hears("proud lurker here: tony stewart cup wins")
    assert "lurker" in " ".join(answer.caveats)


def test_a_clause_that_names_something_is_never_left_out(fan):
    assert "limping" in fan.is_told_no("at bristol while limping: tony stewart cup wins")

"""Feats: places gained, first wins, rows without a miss, sweeps, ages, races that stand out."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who has the most consecutive starts in Cup", "Jeff Gordon"),
        ("Jeff Gordon consecutive Cup starts", 797),
        ("who started the most Truck races in a row", "Matt Crafton"),
        ("most places lost in a Cup race", 81),
        ("how many starts did it take Michael Waltrip to win a Cup race", 463),
        ("who needed the most starts to win a Cup race", "Michael Waltrip"),
        ("most positions gained in a Truck race in 2025", 32),
        ("who gained the most places in the 2024 Daytona 500", "Noah Gragson"),
        ("worst starting position to win the Daytona 500", 39),
        ("how many laps did the winner lead in the 2010 Daytona 500", 2),
        ("most Cup wins without ever being champion", "Denny Hamlin"),
        ("who swept the Cup races at Dover in 2009", "Jimmie Johnson"),
        ("how many Cup wins did the 2003 Cup champion have that year", 1),
        ("which season did Mark Martin win the most Cup races", 1998),
        ("how many drivers have 50 Cup wins", 15),
        ("average number of cautions per race in Cup in 2023", 7.0),
        ("Danica Patrick's best Cup finish", 6),
        ("in what percentage of her Cup races did Danica Patrick finish in the top ten", 3.6649),
        ("who was the last driver to win in a Pontiac in Cup", "Ricky Craven"),
    ],
)
def test_what_was_done(fan, question, value):
    assert fan.learns(question) == value


def test_first_time_winners_of_a_season(fan):
    names = fan.learns("first time winners in Cup in 2001")
    assert set(names) == {
        "Michael Waltrip",
        "Kevin Harvick",
        "Elliott Sadler",
        "Ricky Craven",
        "Robby Gordon",
    }


def test_who_won_here_but_never_there(fan):
    here = set(fan.learns("who has won a Cup race at Fontana"))
    never = set(fan.learns("who won a Cup race at Fontana but never at Michigan"))
    both = set(fan.learns("who has won at both Fontana and Michigan in Cup"))
    assert never
    assert here >= never
    assert not never & both


def test_days_are_counted_to_the_day_of_asking(fan):
    today = date(2025, 12, 25)
    outcome = fan.book.ask("how many days since Corey Heim last won a Truck race", today=today)
    assert outcome.value == 55  # Phoenix, October 31


def test_an_age_needs_a_birth_date(fan):
    assert fan.learns("how old was Joey Logano when he first won in Cup") == 19
    gordon = fan.hears("how old was Jeff Gordon when he first won")
    assert gordon.value == 22
    assert "Cup Series" in gordon.reading
    assert "does not hold when" in fan.is_told_no("how old was Dale Earnhardt at his last win")


def test_the_youngest_says_of_how_many_the_birth_date_is_known(fan):
    answer = fan.hears("youngest driver to win a Cup race")
    assert answer.value == "Joey Logano"
    assert "of those whose birth date is known" in answer.headline
    assert "78 of the 206" in answer.caveats[0]


def test_a_statement_is_answered_with_yes_or_no(fan):
    assert fan.learns("Denny Hamlin has 60 Cup wins, right?") is True
    assert fan.learns("Heim won nine Truck races in 2024") is False


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("who won the 2023 Coca-Cola 600", "who won it the year before"), "Denny Hamlin"),
        (("who won the 2016 Daytona 500", "how many Cup wins does he have"), 60),
        (("who won the 2015 Daytona 500", "where did he start"), 5),
        (("most wins at Bristol in Cup", "who's second", "top 3"), None),
        (("how many winners did Cup have in 2011", "who won the most of those"), "Tony Stewart"),
        (("2007 Cup champion", "Xfinity champion that year?"), "Carl Edwards"),
        (("Busch wins at Las Vegas in Cup", "Kurt", "I mean Kyle"), 1),
        (("Mark Martin Xfinity wins", "at Rockingham?", "top fives, all tracks"), 112),
        (("how many Cup races did Richard Petty win in 1967", "how many did he start"), 48),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_replace(fan, turns, value):
    learnt = fan.learns(*turns)
    if value is not None:
        assert learnt == value
    else:
        assert learnt[0] == "Darrell Waltrip"

"""After a night: a board that holds with thousands, the best question, a pack, a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.quiz.entrant import Entrant
from bot.quiz.final import draw_end
from bot.quiz.given import Given, Head
from bot.quiz.night import Night, Stretch, with_entrants
from bot.quiz.packs.reading import read_pack
from bot.quiz.packs.taking_home import pack_of, written_of
from bot.quiz.packs.writing import to_yaml
from bot.quiz.question import Question
from bot.quiz.rates import best, fastest, rates
from bot.quiz.results_csv import results_csv
from bot.quiz.rules import Rules
from bot.quiz.scoring import scored
from bot.reply import Table, Text

if TYPE_CHECKING:
    from bot.reply import Reply

HERE, SHOP = Destination("discord", "track", "racing"), Destination("slack", "T1", "shop")
CHOICES = ("Ty Majeski", "Corey Heim", "Layne Riggs", "Grant Enfinger")


def played(rules: Rules, players: int, said: str) -> Night:
    """All asked and answered; player `p` gives letter `said[(p + n) % len]` to the nth."""
    questions = tuple(
        Question(f"q{n}", "choice", f"Who won race {n}?", CHOICES[1], ("B",), CHOICES)
        for n in range(rules.all)
    )
    came = [Entrant("discord", str(p), f"=fan {p}", "track", at=p) for p in range(players)]
    night = with_entrants(Night("n1", "Trucks", rules, questions, "discord 0"), came)
    given = {
        str(n): {
            each.id: Given(each.id, str(n), said[(p + n) % len(said)], 1000.5 + p)
            for p, each in enumerate(came)
        }
        for n in range(rules.all)
    }
    opened = dict.fromkeys(range(rules.all), Stretch(1000.0, 1030.0))
    night = replace(night, given=given, open=opened)
    after = replace(night, revealed=tuple(opened), head=Head("over", rules.all - 1))
    return scored(night, after, tuple(opened), "", 2000.0)


def words(reply: Reply) -> str:
    return "\n".join(each.words for each in reply.blocks if isinstance(each, Text))


def tables(reply: Reply) -> list[Table]:
    return [each for each in reply.blocks if isinstance(each, Table)]


def test_two_thousand_players_fit_one_message_and_it_is_drawn_in_a_moment() -> None:
    night = played(Rules(rounds=5, questions=8), 2000, "AABC")
    level = played(Rules(rounds=1, questions=1), 513, "B")

    began = perf_counter()
    drawn = draw_end(night, HERE)
    took = perf_counter() - began

    board, questions = tables(drawn)
    assert len(board.rows) <= 20
    assert len(questions.rows) == 20
    assert "And 20 questions more" in words(drawn)
    assert took < 0.25  # a tenth of that on an idle machine
    assert "And 494 more level; Scores shows all." in words(draw_end(level, HERE))
    assert draw_end(level, HERE).title.startswith("513 share the first place of Trucks")


def test_the_best_question_parted_the_field_and_the_fastest_is_told_where_speed_counted() -> None:
    night = played(Rules(rounds=1, questions=3), 4, "BBAB")
    given = {
        **night.given,
        "1": {who: replace(each, text="B") for who, each in night.given["1"].items()},
    }
    first, second = list(night.entrants)[:2]
    given["2"] = {
        **night.given["2"],
        first: Given(first, "2", "A", 1001.0),
        second: Given(second, "2", "C", 1002.0),
    }
    night = replace(night, given=given)

    found = rates(night)
    assert [(each.right, each.answered) for each in found] == [(3, 4), (4, 4), (2, 4)]
    assert best(found) == found[2]
    assert "The best question: “Who won race 2?” 2 of 4 had it right." in words(
        draw_end(night, HERE)
    )
    assert ("Q3", "50 %", "█████░░░░░ 2 of 4") in tables(draw_end(night, HERE))[1].rows
    assert fastest(night) is None

    quick = fastest(replace(night, rules=replace(night.rules, bonus=True)))
    assert quick is not None
    assert (quick.side, quick.seconds) == ("discord 0", 0.5)


def test_the_questions_are_taken_home_as_a_pack_without_a_fault() -> None:
    night = played(Rules(rounds=1, questions=2), 2, "B")
    more = (
        Question("f", "closest", "How many wins?", "12", ("12",), unit="wins"),
        Question("s", "several", "Name two.", "A and B", ("Al", "Bo", "Cy"), wanted=2),
        Question("w", "typed", "Who am I?", "Heim", ("Corey Heim",), clues=("I won 12.",)),
    )

    read = read_pack(
        to_yaml(
            replace(pack_of(night), questions=tuple(map(written_of, (*night.questions, *more))))
        )
    )

    assert read.faults == ()
    assert [each.kind for each in read.pack.questions] == [
        "choice",
        "choice",
        "closest",
        "several",
        "typed",
    ]
    assert read.pack.questions[0].answers == ("Corey Heim",)
    assert read.pack.questions[4].question == "I won 12. Who am I?"


def test_the_results_are_a_table_with_names_as_they_may_be_shown() -> None:
    night = played(Rules(rounds=1, questions=2), 3, "BA")
    hidden = (replace(each, shows_name=False) for each in night.entrants.values())
    night = with_entrants(night, hidden)

    here = list(csv.DictReader(io.StringIO(results_csv(night, HERE).removeprefix("\ufeff"))))
    there = results_csv(night, SHOP)

    assert [each["Points"] for each in here] == ["10", "10", "10"]
    assert here[0]["Place"] == "T1"
    assert here[0]["Side"] == "'=fan 0"  # no formula
    assert (here[0]["Q1"], here[0]["Q2"], here[0]["Reasons"]) == ("10", "0", "Q1 +10 right")
    assert "fan" not in there
    assert "a player on Discord" in there

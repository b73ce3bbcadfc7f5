"""A result that changed after inspection: old and new are kept, and answers say so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.sources.changes import Correction
from knowledge.sources.known_names import NewDriver
from knowledge.sources.records import RaceKey
from tests.knowledge.sources.feed_writer import on_the_road
from tests.knowledge.sources.season_before import make_season_before

if TYPE_CHECKING:
    from pathlib import Path

    from tests.knowledge.sources.feed_writer import Fields
    from tests.knowledge.sources.garage import Garage

DAYTONA = RaceKey("truck", 2025, 1)
THAT_NIGHT, MONDAY = date(2025, 2, 14), date(2025, 2, 17)
WHO_WON = "who won the truck race at Daytona in 2025"


def hears(garage: Garage, question: str) -> Answer:
    answer = garage.open().ask(question)
    assert isinstance(answer, Answer), answer
    return answer


def test_a_winner_disqualified_after_the_race_is_a_correction(
    garage: Garage, daytona: Fields
) -> None:
    garage.run(on_the_road(daytona))
    assert garage.take_in(THAT_NIGHT).added == (DAYTONA,)
    first = hears(garage, WHO_WON)
    assert (first.value, first.caveats) == ("Parker Kligerman", ())

    garage.run(daytona)
    changes = garage.take_in(MONDAY)
    assert changes.added == ()
    assert Correction(DAYTONA, "parker-kligerman", "finish", 1, 36) in changes.corrected
    assert Correction(DAYTONA, "corey-heim", "finish", 2, 1) in changes.corrected
    assert Correction(DAYTONA, "parker-kligerman", "disqualified", "no", "yes") in changes.corrected
    second = hears(garage, WHO_WON)
    assert second.value == "Corey Heim"
    assert "was corrected on 2025-02-17 (disqualified, finish)." in second.caveats[-1]
    kept = "select old, new, noted from revision where driver = 'parker-kligerman' and field = "
    assert garage.asked(kept + "'finish'") == [("1", "36", "2025-02-17")]
    assert garage.asked(
        "select driver, upheld from disqualification where race in (select race from revision)"
    ) == [("parker-kligerman", 1)]


def test_another_question_bears_no_word_of_the_correction(garage: Garage, daytona: Fields) -> None:
    garage.run(on_the_road(daytona))
    garage.take_in(THAT_NIGHT)
    garage.run(daytona)
    garage.take_in(MONDAY)
    assert hears(garage, "how many starts did Corey Heim have in 2024").caveats == ()


def test_facts_that_come_later_are_no_correction(garage: Garage, daytona: Fields) -> None:
    garage.feed.run(daytona, {})
    garage.take_in()
    garage.run(daytona)
    changes = garage.take_in()
    assert (changes.completed, changes.corrected) == ((DAYTONA,), ())
    garage.feed.run(daytona, {})
    assert not garage.take_in().any  # what was known stays known
    assert garage.asked("select count(rating) > 30 from result where season = 2025") == [(1,)]


def test_somebody_new_is_told_and_comes_in_under_his_whole_name(
    tmp_path: Path, garage: Garage, daytona: Fields
) -> None:
    garage.data = make_season_before(tmp_path / "data", unknown=["giovanni-ruggiero"])
    daytona["results"][1]["driver_fullname"] = "Giovanni Ruggiero # (i)"
    garage.run(daytona)
    (new,) = garage.take_in().new_drivers
    assert new == NewDriver("giovanni-ruggiero", "Giovanni Ruggiero", 4503)
    answer = hears(garage, "where did Ruggiero finish at Daytona in 2025")
    assert answer.value == 2
    assert not garage.take_in().any  # whom it met it knows


def test_exhibitions_are_kept_apart(garage: Garage, daytona: Fields) -> None:
    exhibition = {**daytona, "race_id": 9999, "race_type_id": 2, "date_scheduled": "2025-02-01T00"}
    garage.run(exhibition)
    assert not garage.take_in().any
    garage.run(daytona)
    assert garage.take_in().added == (DAYTONA,)


def test_a_race_is_not_believed_before_its_day(garage: Garage, daytona: Fields) -> None:
    garage.run(daytona)
    changes = garage.take_in(date(2025, 2, 13))
    assert not changes.any
    assert "2025-02-14 is to come" in changes.refused[0]

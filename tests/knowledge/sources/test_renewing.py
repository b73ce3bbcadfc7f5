"""A new book takes the old one's place under those who ask, and nobody is left unanswered."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from tests.knowledge.sources.feed_writer import from_our_tables

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.knowledge.sources.garage import Garage

HOW_MANY = "how many laps has Corey Heim led in the truck series in 2025"


class Asking(threading.Thread):
    """A fan who never stops asking; what was answered is kept with the last race of that book."""

    def __init__(self, book: RecordBook, done: threading.Event) -> None:
        super().__init__()
        self.heard: set[tuple[object, ...]] = set()
        self.failed: list[object] = []
        self._book = book
        self._done = done

    def run(self) -> None:
        after = None
        while not self._done.is_set():
            try:
                answer = self._book.ask(HOW_MANY, after)
                suggested = self._book.suggest("race", "", 1)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told below
                self.failed.append(error)
                return
            if not isinstance(answer, Answer) or answer.as_of is None or not suggested:
                self.failed.append(answer)
                return
            self.heard.add((answer.as_of.date, answer.value, len(answer.table.rows)))
            after = answer


def test_books_are_replaced_while_four_fans_ask(garage: Garage) -> None:
    races = from_our_tables("2025", "truck", range(1, 5))
    garage.run(races[0])
    garage.take_in()
    book = garage.open()
    done = threading.Event()
    fans = [Asking(book, done) for _ in range(4)]
    for fan in fans:
        fan.start()
    expected = {}
    led = rows = 0
    for number, race in enumerate(races):
        heim = next(row for row in race["results"] if row["driver_fullname"] == "Corey Heim")
        led, rows = led + heim["laps_led"], rows + bool(heim["laps_led"])
        expected[race["date_scheduled"][:10]] = (led, rows)
        if number:
            garage.run(race)
            assert garage.take_in().any
            assert book.renew()
            assert not book.renew()
    done.set()
    for fan in fans:
        fan.join()
        assert fan.failed == []
        assert {day: tuple(told) for day, *told in fan.heard}.items() <= expected.items()
    assert len(set.union(*(fan.heard for fan in fans))) > 1


def test_a_follow_up_may_cross_from_the_old_book_into_the_new(garage: Garage) -> None:
    races = from_our_tables("2025", "truck", {1, 2})
    garage.run(races[0])
    garage.take_in()
    book = garage.open()
    before = book.ask(HOW_MANY)
    garage.run(races[1])
    garage.take_in()
    assert book.renew()
    then = book.ask("and Ruggiero?", after=before)
    assert isinstance(then, Answer)
    assert then.value == sum(
        row["laps_led"]
        for race in races
        for row in race["results"]
        if row["driver_fullname"] == "Giovanni Ruggiero"
    )


def test_a_damaged_file_is_not_gone_over_to(garage: Garage) -> None:
    book = garage.open()
    asked = "who won the most truck races in 2024"
    before = book.ask(asked)
    target = garage.home / "records.db"
    raw = target.read_bytes()
    new = garage.home / "new"
    new.write_bytes(raw[:100_000])
    new.replace(target)
    assert not book.renew()
    assert book.ask(asked) == before

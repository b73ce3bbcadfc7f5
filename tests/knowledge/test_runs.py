"""The runs that the lines of form show are those that a walk along every start would find."""

from __future__ import annotations

from itertools import groupby

import pytest

from knowledge.book.form import DONE
from knowledge.runs import SHOWN, Run, Wanted, forms, longest
from knowledge.scope import Named, Scope

CUP, TRUCKS = Scope(series=("cup",)), Scope(series=("truck",))
SCOPES = {
    "a series": TRUCKS,
    "some seasons of a series": Scope(series=("cup",), seasons=((1958, 1960),)),
    "a track": Scope(series=("cup",), venues=(Named(("bristol",), "Bristol"),)),
    "two series together": Scope(series=("cup", "truck"), seasons=((2020, 2021),)),
    "one driver": Scope(series=("cup",), driver=Named(("richard-petty",), "Richard Petty")),
}


@pytest.fixture(scope="module")
def records(fan):
    return fan.book._records


def walked(done: str, sign: str, scope: Scope, records) -> list[Run]:
    starts = records.connection.execute(
        f"select driver, race, {done} from result where {scope.sql} order by driver, race",
        scope.parameters,
    )
    runs = []
    for (driver, did), group in groupby(starts, key=lambda start: (start[0], bool(start[2]))):
        races = [race for _, race, _ in group]
        if did is (sign == "1"):
            runs.append(Run(driver, len(races), races[0], races[-1]))
    return sorted(runs, key=lambda run: (-run.length, run.first))


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES.keys())
@pytest.mark.parametrize("done", ["finish <= 5", "running = 0", "stages_won > 0", "last_place = 1"])
@pytest.mark.parametrize("sign", ["1", "0"])
def test_the_longest_runs_are_those_of_a_walk_along_every_start(done, sign, scope, records):
    found = longest(Wanted(sign), forms(done, scope, records), scope, records)

    expected = walked(done, sign, scope, records)
    assert found[:SHOWN] == expected[:SHOWN]
    assert found == expected[: len(found)]


def test_a_run_level_with_the_last_one_shown_is_never_left_out(records):
    found = longest(Wanted("1"), forms("finish = 1", CUP, records), CUP, records)

    shortest = found[-1].length
    everything = walked("finish = 1", "1", CUP, records)
    assert len(found) > SHOWN
    assert found == [run for run in everything if run.length >= shortest]


def test_a_current_run_reaches_the_last_start(records):
    found = longest(Wanted("0", current=True), forms("finish = 1", CUP, records), CUP, records)

    last = dict(
        records.connection.execute(
            "select driver, max(race) from result where series = 'cup' group by driver"
        )
    )
    everything = walked("finish = 1", "0", CUP, records)
    current = [run for run in everything if run.last == last[run.driver]]
    assert found == current[: len(found)]
    assert found[0].length == 653  # J.D. McDuffie never won


def test_an_enclosed_run_has_a_win_before_and_a_win_after_it(records):
    alone = Scope(series=("cup",), driver=Named(("chris-buescher",), "Chris Buescher"))

    found = longest(Wanted("0", enclosed=True), forms("finish = 1", alone, records), alone, records)

    assert found[0].length == 222


@pytest.mark.parametrize("done", DONE)
def test_a_line_has_a_sign_for_every_start(done, records):
    starts = dict(
        records.connection.execute(
            "select driver, starts from career_total where series = 'truck'"
        ).fetchall()
    )
    assert {form.driver: len(form.line) for form in forms(done, TRUCKS, records)} == starts

"""The embedded tables tell what is known to be true: every fault of the sources is mended."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from knowledge.book.tables import SERIES, SOURCES, VENUE_NAMES

DATA = Path(__file__).parents[3] / "knowledge" / "data"
LIMIT = 16_000_000

Line = dict[str, str]


@cache
def lines(file: str) -> tuple[Line, ...]:
    with (DATA / file).open(encoding="utf-8", newline="") as text:
        return tuple(csv.DictReader(text))


def race(series: str, season: int, number: int) -> list[Line]:
    rows = lines(f"results/{series}/{season}.csv")
    return [row for row in rows if row["round"] == str(number)]


def car(series: str, season: int, number: int, driver: str) -> Line:
    return next(row for row in race(series, season, number) if row["driver"] == driver)


def about(series: str, season: int, number: int) -> Line:
    rows = lines(f"races/{series}.csv")
    return next(r for r in rows if (r["season"], r["round"]) == (str(season), str(number)))


def person(name: str) -> Line:
    return next(row for row in lines("people.csv") if row["id"] == name)


def test_every_race_has_one_winner() -> None:
    for series in SERIES:
        winners = [
            (path.stem, row["round"])
            for path in (DATA / "results" / series).glob("*.csv")
            for row in lines(f"results/{series}/{path.name}")
            if row["finish"] == "1"
        ]
        assert len(winners) == len(set(winners)) == len(lines(f"races/{series}.csv"))


def test_all_together_the_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file()) < LIMIT


MENDED = {
    ("xfinity", 2005, 8, "johnny-sauter"): {"laps": "200"},
    ("xfinity", 2012, 15, "austin-dillon"): {"status": "running"},
    ("cup", 2025, 18, "corey-lajoie"): {"car": "01"},
    ("cup", 1999, 3, "sterling-marlin"): {"car": "40"},
    ("cup", 1999, 15, "mike-skinner"): {"car": "31"},
    ("cup", 1999, 19, "rick-mast"): {"car": "98"},
    ("cup", 1966, 38, "bob-cooper"): {"finish": "10"},
    ("cup", 1966, 38, "doug-cooper"): {"finish": "25"},
    ("cup", 1953, 31, "curtis-turner"): {"finish": "11"},
    ("cup", 2000, 9, "jeremy-mayfield"): {"finish": "14"},
    ("cup", 1982, 16, "travis-tiller"): {"finish": "26"},
    ("cup", 2025, 32, "riley-herbst"): {"finish": "37"},
    ("cup", 1974, 16, "cale-yarborough"): {"finish": "3"},
}


@pytest.mark.parametrize(("entry", "cells"), MENDED.items())
def test_a_fault_of_a_row_is_mended(
    entry: tuple[str, int, int, str], cells: dict[str, str]
) -> None:
    found = car(*entry)
    assert {name: found[name] for name in cells} == cells


@pytest.mark.parametrize(
    ("series", "season", "number", "venue", "miles"),
    [
        ("cup", 1971, 6, "richmond", "0.542"),
        ("cup", 1959, 38, "richmond", "0.5"),
        ("cup", 1959, 39, "california-state-fairgrounds", "1"),
        ("cup", 1956, 3, "willow-springs", "2.5"),
        ("cup", 1957, 21, "lancaster-speedway", "0.5"),
        ("cup", 1952, 20, "monroe-speedway", "0.5"),
        ("cup", 1969, 8, "augusta", "0.5"),
        ("cup", 1964, 2, "augusta-road-course", "3"),
        ("cup", 1961, 20, "riverside", "2.58"),
        ("cup", 1961, 22, "charlotte", "1.5"),
        ("cup", 1973, 27, "charlotte", "1.5"),
        ("cup", 1973, 28, "rockingham", "1.017"),
        ("cup", 1954, 36, "martinsville", "0.5"),
        ("cup", 2025, 3, "cota", "2.4"),
        ("cup", 2024, 32, "charlotte-roval", "2.32"),
        ("cup", 2025, 18, "atlanta", "1.54"),
        ("xfinity", 2023, 13, "portland-international-raceway", "1.967"),
        ("xfinity", 1995, 13, "myrtle-beach", "0.538"),
    ],
)
def test_a_race_stands_at_the_right_track(
    series: str, season: int, number: int, venue: str, miles: str
) -> None:
    found = about(series, season, number)
    assert (found["venue"], found["lap_miles"]) == (venue, miles)


def test_every_race_since_1949_has_a_lap_length_and_a_surface() -> None:
    for series in SERIES:
        races = lines(f"races/{series}.csv")
        assert [row for row in races if not (row["lap_miles"] and row["surface"])] == []


def test_the_rain_at_daytona_moved_the_race_to_sunday() -> None:
    assert about("cup", 2022, 26)["date"] == "2022-08-28"


def test_the_finale_of_1973_was_rockingham() -> None:
    assert [about("cup", 1973, 27)["date"], about("cup", 1973, 28)["date"]] == [
        "1973-10-07",
        "1973-10-21",
    ]


def test_rows_of_other_races_are_gone() -> None:
    assert [len(race("xfinity", 1986, number)) for number in (8, 16)] == [25, 24]


def test_a_race_name_has_no_broken_letters() -> None:
    names = [row["name"] for series in SERIES for row in lines(f"races/{series}.csv")]
    assert [name for name in names if not name.isascii()] == []
    assert about("xfinity", 2023, 11)["name"] == "Shriners Children's 200"


def test_namesakes_are_two_and_one_man_is_one() -> None:
    johns = {row["id"] for row in lines("people.csv") if row["name"] == "Johnny Miller"}
    assert johns == {"johnny-miller-1", "johnny-miller-2"}
    honeyman = {row["id"] for row in lines("people.csv") if "Honeyman" in row["name"]}
    assert honeyman == {"leland-honeyman-jr"}


def test_people_who_must_never_be_one_are_two() -> None:
    pairs = [
        ("eric-jones", "erik-jones"),
        ("austin-j-hill", "austin-hill"),
        ("bobby-hamilton", "bobby-hamilton-jr"),
        ("stan-barrett", "stanton-barrett"),
        ("joe-nemechek", "john-nemechek"),
        ("jack-smith", "jack-smith-ohio"),
    ]
    for one, other in pairs:
        assert person(one)["id"] != person(other)["id"]


def test_a_bracket_tells_namesakes_apart_and_spellings_lead_to_one_person() -> None:
    assert person("jason-a-white-virginia")["name"] == "Jason A. White (Virginia)"
    spelled = {row["name"] for row in lines("person_names.csv") if row["person"] == "dick-rathmann"}
    assert {"Dick Rathman", "Dick Rathmann"} <= spelled


def test_each_source_s_spelling_finds_the_driver() -> None:
    found = {row["name"]: row["person"] for row in lines("person_names.csv")}
    assert found["Geoffrey Bodine"] == "geoff-bodine"
    assert found["Darrell Wallace, Jr."] == "bubba-wallace"
    assert found["Gio Ruggiero"] == "giovanni-ruggiero"
    assert found["Daniel Suárez"] == "daniel-suarez"


def test_a_driver_has_one_id_in_each_source() -> None:
    heim = person("corey-heim")
    assert (heim["born"], heim["nascar_id"]) == ("2002-07-05", "4387")
    assert person("jj-yeley")["born"] == ""  # 1970-01-01 in the source says "not known"
    ids = [row["nascar_id"] for row in lines("people.csv") if row["nascar_id"]]
    assert len(ids) == len(set(ids))


def test_a_dash_is_nothing_known() -> None:
    rows = [
        row
        for path in (DATA / "results/cup").glob("*.csv")
        for row in lines(f"results/cup/{path.name}")
    ]
    assert [row for row in rows if "-" in {row["make"], row["status"]} or row["start"] == "0"] == []


def test_stage_places_of_2025_come_from_the_feed() -> None:
    heim = car("truck", 2025, 25, "corey-heim")
    assert (heim["stage_1"], heim["stage_2"]) == ("1", "1")
    third = [row for row in lines("stage_winners/cup.csv") if row["stage"] == "3"]
    assert [row["season"] for row in third] == ["2020", "2021", "2022", "2023", "2024", "2025"]


def test_three_disqualifications_were_given_back() -> None:
    rows = lines("disqualifications.csv")
    back = {(row["driver"], row["season"]) for row in rows if row["upheld"] == "0"}
    assert len(rows) == 40
    assert back == {("noah-gragson", "2021"), ("matt-crafton", "2022"), ("ryan-blaney", "2023")}


def test_the_sites_hold_their_layouts() -> None:
    sites = {row["id"]: row["site"] for row in lines("venues.csv")}
    assert sites["bristol-dirt"] == sites["bristol"] == "bristol"
    assert sites["charlotte-roval"] == sites["charlotte"]
    assert sites["charlotte-speedway"] != sites["charlotte"]
    assert sites["daytona-road-course"] == sites["daytona"] != sites["daytona-beach"]
    assert {row["id"] for row in lines("venues.csv") if row["drafting"] == "1"} == {
        "daytona",
        "talladega",
    }


def test_a_track_answers_to_the_names_it_had_and_to_its_nicknames() -> None:
    found: dict[str, set[str]] = {}
    for row in lines(VENUE_NAMES.path):
        found.setdefault(row["name"], set()).add(row["venue"])
    assert found["ISM Raceway"] == found["Phoenix International Raceway"] == {"phoenix"}
    assert found["EchoPark Speedway"] == {"atlanta"}
    assert found["Dega"] == {"talladega"}
    assert found["Too Tough to Tame"] == {"darlington"}
    assert found["Rambi Race Track"] == {"myrtle-beach"}
    assert sum(row["kind"] != "name" for row in lines(VENUE_NAMES.path)) >= 80
    assert {row["venue"] for row in lines(VENUE_NAMES.path)} <= {
        r["id"] for r in lines("venues.csv")
    }


def test_final_standings_have_no_gap() -> None:
    for series in SERIES:
        firsts = [row for row in lines(f"standings/{series}.csv") if row["rank"] == "1"]
        seasons = {row["season"] for row in lines(f"standings/{series}.csv")}
        assert {row["season"] for row in firsts} == seasons


def test_each_table_names_its_sources_by_public_addresses() -> None:
    urls = [row["url"] for row in lines(SOURCES.path) if row["url"]]
    assert urls
    assert all(url.startswith("https://github.com/") for url in urls)

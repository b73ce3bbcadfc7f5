"""Charts to be drawn: what fans ask for, at its widest, and what nobody should send."""

from __future__ import annotations

from knowledge.answer import Chart, Line

SEASONS = tuple(map(str, range(1949, 2026)))
WILD = ("$_{a}$ \\alpha", "A name that never ends " * 9, "漢字 \U0001f3c1", "\n\t\x00", "<script>")

BARS = Chart(
    "bars",
    "Wins by season, Corey Heim in the Truck Series",
    "season",
    "wins",
    ("2022", "2023", "2024", "2025"),
    (Line("Corey Heim", (2.0, 3.0, 6.0, 12.0)),),
)
LINES = Chart(
    "lines",
    "Wins so far by season in the Truck Series",
    "season",
    "wins",
    ("2022", "2023", "2024", "2025"),
    (
        Line("Corey Heim", (2.0, 5.0, 11.0, 23.0)),
        Line("Ty Majeski", (2.0, 3.0, 6.0, None)),
        Line("Layne Riggs", (None, None, 2.0, 5.0)),
    ),
)
PLACES = Chart(
    "places",
    "Finishes, Corey Heim in the 2025 Truck Series",
    "race",
    "finish",
    ("Daytona", "Atlanta", "Las Vegas", "Homestead-Miami"),
    (Line("Corey Heim", (1.0, 8.0, None, 3.0)),),
)
MOVES = Chart(
    "moves",
    "Start against finish, 2025 Daytona 500",
    "driver",
    "place",
    ("William Byron", "Chase Briscoe", "Kyle Larson"),
    (Line("Start", (5.0, 1.0, 20.0)), Line("Finish", (1.0, 4.0, 20.0))),
)
WIDEST = (
    Chart(
        "bars",
        "Races by season",
        "season",
        "races",
        SEASONS,
        (Line("Cup", tuple(float(8 + (place * 7) % 55) for place in range(77))),),
    ),
    Chart(
        "lines",
        "Laps led so far, by season",
        "season",
        "laps led",
        SEASONS,
        tuple(
            Line(f"Driver {n} of a long-named team", tuple(n * 900.0 * s for s in range(77)))
            for n in range(1, 6)
        ),
    ),
    Chart(
        "moves",
        "Start against finish, the 1997 race at Talladega with the longest of all sponsor names",
        "driver",
        "place",
        tuple(f"Ricky Stenhouse Jr. the {place}th" for place in range(1, 44)),
        (
            Line("Start", tuple(float(1 + place * 17 % 43) for place in range(43))),
            Line("Finish", tuple(float(place + 1) for place in range(43))),
        ),
    ),
    Chart(
        "places",
        "Finishes over a season",
        "race",
        "finish",
        ("Indianapolis Motor Speedway Road Course",) * 36,
        (Line("Kyle Busch", tuple(float(1 + place * 11 % 40) for place in range(36))),),
    ),
)
HOSTILE = (
    Chart("bars", " ".join(WILD), WILD[0], WILD[0], WILD, (Line("$", (1e7, 2.5, None, 0.0, 1.0)),)),
    Chart(
        "lines", "W" * 300, "season", "x", WILD, (Line(WILD[1], (None,) * 5), Line("b", (0.0,) * 5))
    ),
    Chart("places", "", "race", "finish", WILD, (Line(WILD[2], (1.0, None, 1.0, 40.0, 1.0)),)),
    Chart(
        "moves",
        WILD[2],
        "driver",
        "place",
        WILD,
        (Line("$start$", (1.0, None, 3.0, 4.0, 50.0)), Line("Finish", (2.0, 1.0, 3.0, None, 1.0))),
    ),
)
EVERY = (BARS, LINES, PLACES, MOVES, *WIDEST, *HOSTILE)

"""A gallery of replies: one of each shape that a fan can meet, and some that nobody should send.

Every platform draws all of them, and keeps what it drew where a person can read it.
"""

from __future__ import annotations

from bot.pace import PER_USER, Pace, Rate
from bot.phrasing import phrase_bug
from bot.reply import (
    Button,
    Chart,
    Choice,
    Column,
    Field,
    Fields,
    Form,
    Menu,
    Moment,
    Reply,
    Table,
    Text,
)
from bot.request import Place, User
from knowledge.answer import Chart as Drawing
from knowledge.answer import Line
from tests.adapters.quiz_gallery import QUIZ

FOOTER = (
    "Data through NASCAR Craftsman Truck Series Championship at Phoenix Raceway, October 31, 2025"
    " · Sources: nascaR.data by Kyle Grealis; racing-data-repository by Joseph Armstrong"
)
RACES = Table(
    (
        Column("Date"),
        Column("Race"),
        Column("Track"),
        Column("Car"),
        Column("Start", holds_numbers=True),
        Column("Finish", holds_numbers=True),
        Column("Laps led", holds_numbers=True),
    ),
    (
        (
            "2025-02-14",
            "Fresh From Florida 250",
            "Daytona International Speedway",
            *"11 3 1 2".split(),
        ),
        ("2025-06-28", "LIUNA! 150", "Lime Rock Park", *"11 1 1 99".split()),
        ("2025-10-24", "Slim Jim 200", "Martinsville Speedway", *"11 4 1 77".split()),
    ),
)
TALLADEGA = Table(
    (Column("Rank"), Column("Driver"), Column("Wins", True), Column("Starts", True)),
    (
        ("1", "Dale Earnhardt", "10", "44"),
        ("T2", "Brad Keselowski", "6", "34"),
        ("T2", "Dale Earnhardt Jr.", "6", "35"),
        ("T2", "Jeff Gordon", "6", "46"),
    ),
)
BUSCH = Table(
    (Column("Season", True), Column("Starts", True), Column("Wins", True)),
    (("2008", "36", "8"), ("2009", "36", "4"), ("2010", "36", "3")),
)
CAREER = Table(
    (
        Column("Series"),
        Column("Seasons"),
        *(Column(name, True) for name in ("Starts", "Wins", "Top 5", "Laps led", "Avg finish")),
    ),
    (
        ("Cup", "2017-2025", "259", "6", "38", "1,801", "19.2"),
        ("Truck", "2011-2025", "117", "5", "25", "991", "14.3"),
    ),
)
BY_SEASON = Drawing(
    "bars",
    "Wins by season, Kyle Busch in the Cup Series",
    "season",
    "wins",
    ("2008", "2009", "2010"),
    (Line("Kyle Busch", (8.0, 4.0, 3.0)),),
)
HOSTILE = (
    "@everyone <@123456789012345678> **bold** ||hidden|| `x` ```y``` [a](https://example.org)"
    " <t:0:R> # no heading <script> &amp; *_~ $x^2$ \u202eback\u202c \x1b[2J"
)
SHARE_AND_MORE = (
    Button("Next", "turn:2:#abc"),
    Button("Share", "share:1:#abc"),
    Button("Wrong?", "wrong::#abc"),
)

NEXT_RACE = Reply(
    "Next: Cook Out Southern 500 at Darlington Raceway (Cup Series).",
    (
        Fields(
            (
                (
                    "Scheduled start",
                    Moment(1_788_732_000, "Sunday, September 6, 6:00 PM EDT", "in 2 days"),
                ),
                ("Distance", "367 laps"),
            )
        ),
    ),
    footer="Schedule as of September 4, 12:00 UTC, from NASCAR's unofficial feed",
    series=("cup",),
)
GALLERY: dict[str, Reply] = {
    "next race": NEXT_RACE,
    "answer": Reply(
        "Corey Heim won 12 Truck Series races in 2025; also 0 in 4 Cup starts and 0 in 3 Xfinity"
        " starts.",
        (Text("wins · Corey Heim · Truck Series · 2025", "quiet"), RACES),
        buttons=(
            Button("All series", "then:all three series:#abc"),
            Button("Wrong?", "wrong::#abc"),
        ),
        footer=FOOTER,
        series=("truck",),
    ),
    "leaders with ties": Reply(
        "Dale Earnhardt has the most wins in the Cup Series at Talladega Superspeedway: 10.",
        (
            Text("most wins · Cup Series · Talladega Superspeedway · all seasons", "quiet"),
            TALLADEGA,
            Text("Note: 10 counts points races only.", "caution"),
        ),
        footer=FOOTER,
        series=("cup",),
    ),
    "chart": Reply(
        "Kyle Busch: wins by season in the Cup Series; the best season: 2008 with 8 wins.",
        (
            Text("wins · Kyle Busch · Cup Series · all seasons · by season", "quiet"),
            BUSCH,
            Chart(BY_SEASON, "Wins by season, Kyle Busch (2008 to 2010): highest 8, 2008."),
        ),
        footer=FOOTER,
        series=("cup",),
    ),
    "career": Reply(
        "Ross Chastain: 6 wins in 259 Cup starts and 5 wins in 117 Truck starts.",
        (CAREER,),
        series=("cup", "truck"),
    ),
    "page for the asker alone": Reply(
        "William Byron won the 2025 Daytona 500.",
        (RACES, Text("Rows 1 to 3 of 41.", "quiet")),
        buttons=SHARE_AND_MORE,
        private=True,
        series=("cup",),
    ),
    "which one": Reply(
        "Which Petty do you mean?",
        (Text("wins · Cup Series", "quiet"),),
        buttons=tuple(
            Button(f"{name} Petty", f"then:{name} Petty:#abc")
            for name in ("Richard", "Lee", "Kyle")
        ),
    ),
    "which of many": Reply(
        "Which Smith do you mean?",
        menu=Menu(
            "Choose a driver",
            tuple(Button(f"Smith {n}", f"then:Smith {n}:#abc") for n in range(30)),
        ),
    ),
    "unknown": Reply(
        "The record book holds race results; it cannot tell prize money.",
        (
            Text("I can tell wins, finishes, laps led, poles and the like."),
            Text("Ask, for example:"),
        ),
        buttons=(Button("most Cup wins at Talladega", "ask:most Cup wins at Talladega"),),
    ),
    "verdict": Reply(
        "False: the rows say 6, not 9.",
        (Text("Corey Heim won 6 Truck Series races in 2024."), RACES),
        footer=FOOTER,
        series=("truck",),
    ),
    "corrected recap": Reply(
        "Denny Hamlin wins the 2022 M&M's Fan Appreciation 400.",
        (
            Text("Kyle Busch wins the 2022 M&M's Fan Appreciation 400.", "struck"),
            Text("There were 9 cautions."),
        ),
        footer="Recap by the Officials, figures by Spotter",
        series=("cup",),
    ),
    "sources": Reply(
        "The record book holds 4,963 races and 4,357 drivers.",
        (
            Fields(
                (
                    ("Cup Series", "2,822 races since 1949."),
                    ("Truck Series", "737 races since 1995."),
                )
            ),
            Text("They come from:"),
            Fields(
                (("nascaR.data", "https://github.com/kyleGrealis/nascaR.data · GPL-3.0-or-later"),)
            ),
        ),
    ),
    "with a link": Reply("The 2025 Daytona 500.", link="https://example.org/race/2025-1"),
    "form": Reply(
        form=Form(
            "report::#abc",
            "Report a wrong answer",
            (Field("words", "What is right, and where is it written?", long=True, longest=1000),),
        ),
        private=True,
    ),
    "form with things to pick": Reply(
        form=Form(
            "set:community:",
            "Settings for all here",
            (
                Field(
                    "series",
                    "Series, where a question names none",
                    "Truck",
                    kind="choice",
                    choices=tuple(Choice(each, each) for each in ("Cup", "Truck", HOSTILE[:90])),
                ),
                Field("zone", "Time zone", "Europe/London", required=False),
                Field("moderators", "Who moderates", required=False, kind="roles"),
                Field("where", "Where recaps go", "3000", required=False, kind="channel"),
            ),
        ),
        private=True,
    ),
    "form with a title and labels that go on": Reply(
        form=Form(
            "report::#abc",
            "T" * 80,
            tuple(Field(f"field{n}", "L" * 80, "v" * 5000, longest=5000) for n in range(5)),
        )
    ),
    "bug": phrase_bug("0a1b2c3d"),
    "slower": Pace(Rate(0, 3.0), PER_USER, lambda: 0.0).refuse(
        User("console", "1", "fan"), Place("1")
    )
    or Reply(),
    "hostile words": Reply(
        HOSTILE,
        (
            Text(HOSTILE),
            Text(HOSTILE, "quiet"),
            Text("- no list\n> no quote", "caution"),
            Text(f"~~{HOSTILE}~", "struck"),
            Fields(((HOSTILE, HOSTILE),)),
            Table((Column(HOSTILE),), ((HOSTILE,),)),
            Table((Column("Say"), Column("This")), (("`", "```"), ("漢字漢字", "a\u0301"))),
            Chart(BY_SEASON, HOSTILE),
        ),
        buttons=(Button(HOSTILE, "ask:x"), Button(" ", "ask:y"), Button("again", "ask:x")),
        footer=HOSTILE,
    ),
    "words that go on": Reply(
        "T" * 700,
        (Text("word " * 900), Text("W" * 5000), Fields((("N" * 900, "F" * 3000),) * 4)),
        buttons=tuple(Button("L" * 200, f"ask:{n}") for n in range(30)),
        footer="f" * 3000,
    ),
    "table that goes on": Reply(
        "Every race.", (Table(RACES.columns, RACES.rows * 30),), footer=FOOTER, series=("truck",)
    ),
    "nothing but a title": Reply("Done."),
    **QUIZ,
}

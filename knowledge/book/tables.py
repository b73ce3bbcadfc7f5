"""The embedded tables under knowledge/data/: every file's columns, with their types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SERIES = ("cup", "xfinity", "truck")
"""The three national series by the key that every table uses; xfinity is the second series."""

ColumnType = Literal["integer", "number", "text", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; an empty cell is allowed only where `required` is false."""

    name: str
    type: ColumnType
    required: bool = False


@dataclass(frozen=True, slots=True)
class DataTable:
    """One table of facts: `path` may hold {series} and {season}, then it is one file for each."""

    name: str
    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _columns(*declared: str) -> tuple[Column, ...]:
    """Read "name:type" declarations; a trailing "!" marks a column that must be filled."""
    columns = []
    for text in declared:
        name, _, type_name = text.rstrip("!").partition(":")
        columns.append(Column(name, _TYPES[type_name], required=text.endswith("!")))
    return tuple(columns)


_TYPES: dict[str, ColumnType] = {
    "int": "integer",
    "num": "number",
    "text": "text",
    "date": "date",  # YYYY-MM-DD
}

RESULTS = DataTable(
    "results",
    "results/{series}/{season}.csv",
    _columns(
        "round:int!",
        "finish:int!",
        "start:int",
        "car:text",  # "01" is not "1"; empty where no source has a number
        "driver:text!",  # id in people.csv
        "make:text",
        "team:text",
        "laps:int",
        "led:int",
        "status:text",  # "running", or why the car stopped; empty where no source says
        "points:int",
        "rating:num",  # driver rating, known since 2005
        "stage_1:int",  # place at the end of stage 1 (1 to 10), since 2017
        "stage_2:int",
    ),
    key=("round", "finish", "car"),
)

RACES = DataTable(
    "races",
    "races/{series}.csv",
    _columns(
        "season:int!",
        "round:int!",
        "date:date!",
        "venue:text!",  # id in venues.csv: the layout raced on
        "name:text!",
        "lap_miles:num",
        "surface:text",  # paved, dirt or road
        "laps:int",  # laps run
        "scheduled_laps:int",
        "stage_1_laps:int",
        "stage_2_laps:int",
        "cautions:int",
        "caution_laps:int",
        "lead_changes:int",
        "leaders:int",
        "average_mph:num",
        "pole_mph:num",
        "duration:text",  # h:mm:ss
        "margin:text",  # seconds, or "Under Caution"
        "playoff_round:int",  # 0 or empty: regular season
        "nascar_id:int",  # race_id in NASCAR's own feed
    ),
    key=("season", "round"),
)

PEOPLE = DataTable(
    "people",
    "people.csv",
    _columns(
        "id:text!",
        "name:text!",
        "born:date",
        "home:text",
        "nascar_id:int",  # driver_id in NASCAR's own feed
        "racing_reference_id:text",
    ),
    key=("id",),
)

PERSON_NAMES = DataTable(
    "person_names",
    "person_names.csv",
    _columns("name:text!", "person:text!", "kind:text!"),  # kind: spelling
    key=("name", "person"),
)

NICKNAMES = DataTable(
    "nicknames",
    "nicknames.csv",  # written by hand
    _columns("name:text!", "person:text!"),
    key=("name", "person"),
)

VENUES = DataTable(
    "venues",
    "venues.csv",
    _columns(
        "id:text!",
        "name:text!",  # today's name
        "site:text!",  # layouts of one place share it
        "shape:text!",  # oval, road or street
        "drafting:int!",  # 1 where cars run in a pack: Daytona, Talladega
        "length_miles:num",
        "surface:text",
        "place:text",  # town and state or country
        "turns:int",
        "banking:text",
    ),
    key=("id",),
)

VENUE_NAMES = DataTable(
    "venue_names",
    "venue_names.csv",
    # kind: name (official, with the seasons it was used), short, nickname
    _columns("name:text!", "venue:text!", "kind:text!", "first:int", "last:int"),
    key=("name", "venue"),
)

CHAMPIONS = DataTable(
    "champions",
    "champions.csv",
    _columns(
        "series:text!",
        "season:int!",
        "driver:text!",
        "car:text",
        "team:text",
        "make:text",
        "points:num",
    ),
    key=("series", "season"),
)

STANDINGS = DataTable(
    "standings",
    "standings/{series}.csv",  # only seasons whose final standings are complete
    _columns("season:int!", "rank:int!", "driver:text!", "points:num!"),
    key=("season", "rank", "driver"),
)

STAGE_WINNERS = DataTable(
    "stage_winners",
    "stage_winners/{series}.csv",
    _columns("season:int!", "round:int!", "stage:int!", "driver:text!"),
    key=("season", "round", "stage"),
)

DISQUALIFICATIONS = DataTable(
    "disqualifications",
    "disqualifications.csv",
    # upheld: 1, or 0 where the finish was given back on appeal
    _columns("series:text!", "season:int!", "round:int!", "driver:text!", "upheld:int!"),
    key=("series", "season", "round", "driver"),
)

SERIES_NAMES = DataTable(
    "series_names",
    "series_names.csv",  # written by hand
    _columns("name:text!", "series:text!", "first:int!", "last:int"),
    key=("name", "series"),
)

TEAM_NAMES = DataTable(
    "team_names",
    "team_names.csv",  # written by hand: what fans call a team, one row for each spelling it means
    _columns("name:text!", "team:text!"),
    key=("name", "team"),
)

MAKE_NAMES = DataTable(
    "make_names",
    "make_names.csv",  # written by hand
    _columns("name:text!", "make:text!"),
    key=("name",),
)

CAR_NAMES = DataTable(
    "car_names",
    "car_names.csv",  # written by hand: Cup cars that fans name by their paint, with the seasons
    _columns("name:text!", "car:text!", "first:int!", "last:int"),
    key=("name",),
)

RACE_NAMES = DataTable(
    "race_names",
    "race_names.csv",  # written by hand: races that fans know by one name whatever the sponsor
    # A row means the races of that series at that venue from first to last whose name contains
    # `contains`, or the first (1) or last (-1) one of each season where `nth` is given.
    _columns(
        "name:text!",
        "race:text!",
        "series:text!",
        "venue:text!",
        "contains:text",
        "nth:int",
        "first:int",
        "last:int",
    ),
    key=("name", "series", "venue", "contains", "first"),
)

DEFINITIONS = DataTable(
    "definitions",
    "definitions.csv",  # written by hand: what a term means here, and from when to when
    # said: ways of saying it; counts: yes or no where a fan may ask whether such a thing counts
    _columns(
        "key:text!",
        "said:text!",
        "counts:text",
        "series:text",
        "first:int",
        "last:int",
        "text:text!",
    ),
    key=("key", "series", "first"),
)

NOTES = DataTable(
    "notes",
    "notes/notes.csv",  # written by hand, in our own words: what fans ask that no row holds
    # asked: words of questions that it answers; claim: what the rows can check of it;
    # contradicted: 1 where they say otherwise, and then what they say
    _columns(
        "id:text!",
        "person:text",
        "statement:text!",
        "asked:text!",
        "date:text!",  # as exactly as it is known
        "source:text!",
        "claim:text",
        "contradicted:int!",
        "rows_say:text",
    ),
    key=("id",),
)

SOURCES = DataTable(
    "sources",
    "sources.csv",
    # backs: the tables that stand on it, by name
    _columns("id:text!", "title:text!", "url:text", "licence:text!", "covers:text!", "backs:text!"),
    key=("id",),
)

FEED_TRACKS = DataTable(
    "feed_tracks",
    "feed_tracks.csv",  # the layout behind track_id in NASCAR's own feed
    _columns("track:int!", "venue:text!"),
    key=("track",),
)

FEED_TEAMS = DataTable(
    "feed_teams",
    "feed_teams.csv",  # teams that NASCAR's own feed spells otherwise than the results here
    _columns("name:text!", "team:text!"),
    key=("name",),
)

PLANNED = DataTable(
    "planned",
    "planned.csv",
    # The points races of seasons that are still running, run or to come; without them the last
    # race so far is the finale. What is not known yet is empty: the day, the venue, the round of
    # one to come.
    _columns(
        "series:text!",
        "season:int!",
        "nascar_id:int!",  # race_id in NASCAR's own feed
        "name:text",
        "date:date",
        "venue:text",
        "playoff_round:int",
        "round:int",  # of one that is over
    ),
    key=("series", "season", "nascar_id"),
)

POINTS = DataTable(
    "points",
    "points.csv",
    # The standings of a season that is still running, after so many of its races
    _columns(
        "series:text!", "season:int!", "after:int!", "rank:int!", "driver:text!", "points:int!"
    ),
    key=("series", "season", "rank", "driver"),
)

REVISIONS = DataTable(
    "revisions",
    "revisions.csv",
    # What was said of a race, and later otherwise; `driver` is empty where it is about the race
    _columns(
        "series:text!",
        "season:int!",
        "round:int!",
        "driver:text",
        "field:text!",
        "old:text",
        "new:text",
        "noted:date!",
    ),
    key=("series", "season", "round", "driver", "field", "noted"),
)

TABLES = (
    RESULTS,
    RACES,
    PEOPLE,
    PERSON_NAMES,
    NICKNAMES,
    VENUES,
    VENUE_NAMES,
    CHAMPIONS,
    STANDINGS,
    STAGE_WINNERS,
    DISQUALIFICATIONS,
    SERIES_NAMES,
    TEAM_NAMES,
    MAKE_NAMES,
    CAR_NAMES,
    RACE_NAMES,
    DEFINITIONS,
    NOTES,
    SOURCES,
    FEED_TRACKS,
    FEED_TEAMS,
    PLANNED,
    POINTS,
    REVISIONS,
)

"""The tables of records.db and their indexes, as named migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlite_utils import Database, Migrations

from knowledge.book.form import create_form
from knowledge.book.tallies import columns_of_a_start
from knowledge.book.totals import create_totals
from knowledge.book.unbroken import create_unbroken

if TYPE_CHECKING:
    from sqlite_utils.db import Table

migrations = Migrations("records")

INDEXES = "indexes"
"""The migration to stop before: rows go in faster while there are no indexes."""

_TYPES: dict[str, type] = {"": str, "int": int, "num": float}

_RESULT = """
    race:int series season:int round:int date venue kind playoff:int opener:int finale:int
    finish:int start:int car driver make team laps:int led:int status points:int rating:num
    stage_1:int stage_2:int started:int running:int lead_lap:int last_place:int stages_won:int
"""


def _create(db: Database, name: str, columns: str, pk: str | None = None, **ids: str) -> None:
    """Create a table from "name:type" words, text where no type is told; `ids` name others."""
    words = (word.partition(":") for word in columns.split())
    typed = {column: _TYPES[kind] for column, _, kind in words}
    options: dict[str, Any] = {"pk": pk} if pk else {}
    keys = [(column, other, "id") for column, other in ids.items()]
    table(db, name).create(typed, foreign_keys=keys, **options)


def table(db: Database, name: str) -> Table:
    return cast("Table", db[name])


@migrations()
def people(db: Database) -> None:
    _create(
        db,
        "person",
        """id name born home nascar_id:int racing_reference_id
        first_season:int last_season:int starts:int wins:int prominence:num""",
        pk="id",
    )
    _create(db, "person_name", "name person kind", person="person")


@migrations()
def venues(db: Database) -> None:
    _create(
        db,
        "venue",
        """id name site shape drafting:int length_miles:num surface place turns:int banking
        races:int""",
        pk="id",
    )
    _create(db, "venue_name", "name venue kind first:int last:int", venue="venue")


@migrations()
def races(db: Database) -> None:
    _create(
        db,
        "race",
        """id:int series season:int round:int date venue site name kind lap_miles:num surface
        laps:int scheduled_laps:int stage_1_laps:int stage_2_laps:int cautions:int
        caution_laps:int lead_changes:int leaders:int average_mph:num pole_mph:num duration
        margin playoff:int opener:int finale:int nth_at_venue:int times_at_venue:int cars:int
        winner winner_start:int winner_led:int lead_lap_cars:int nascar_id:int""",
        pk="id",
        venue="venue",
        winner="person",
    )


@migrations()
def results(db: Database) -> None:
    for name in ("result", "non_start"):
        _create(db, name, _RESULT, race="race", driver="person", venue="venue")


@migrations()
def honours(db: Database) -> None:
    _create(db, "champion", "series season:int driver car team make points:num", driver="person")
    _create(db, "standing", "series season:int rank:int driver points:num", driver="person")
    _create(
        db,
        "stage_winner",
        "race:int series season:int stage:int driver",
        race="race",
        driver="person",
    )
    _create(db, "disqualification", "race:int driver upheld:int", race="race", driver="person")


@migrations()
def to_come(db: Database) -> None:
    """Keep the races of running seasons that are planned, in the columns of those that were run."""
    _create(
        db,
        "to_come",
        """race:int series season:int round:int date venue site kind name playoff:int opener:int
        finale:int nth_at_venue:int times_at_venue:int""",
        pk="race",
    )
    _create(db, "season_plan", "series season:int races:int")
    columns = "series season:int after:int rank:int driver points:int"
    _create(db, "points", columns, driver="person")


@migrations()
def revisions(db: Database) -> None:
    """Keep what was said of a race before it was corrected."""
    _create(
        db,
        "revision",
        "race:int driver field old new noted",
        race="race",
        driver="person",
    )


@migrations()
def names(db: Database) -> None:
    _create(db, "series_name", "name series first:int last:int")
    _create(db, "team_name", "name team")
    _create(db, "make_name", "name make")
    _create(db, "car_name", "name car first:int last:int")
    _create(db, "feed_track", "track:int venue", pk="track", venue="venue")
    _create(db, "feed_team", "name team", pk="name")
    _create(
        db,
        "race_name",
        "name race series venue contains nth:int first:int last:int",
        venue="venue",
    )


@migrations()
def notes(db: Database) -> None:
    """Keep what no row holds: terms with their meaning, and notes with words to find them by."""
    _create(db, "definition", "key said counts series first:int last:int text")
    _create(
        db,
        "note",
        "id person statement asked date source claim contradicted:int rows_say",
        person="person",
    )
    db.execute(
        "create virtual table note_text using fts5(statement, asked, content='note',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )


@migrations()
def about(db: Database) -> None:
    _create(db, "source", "id title url licence covers backs", pk="id")
    _create(db, "meta", "key value", pk="key")


@migrations()
def totals(db: Database) -> None:
    create_totals(db)


@migrations()
def form(db: Database) -> None:
    create_form(db)


@migrations()
def unbroken(db: Database) -> None:
    create_unbroken(db)


@migrations()
def entries(db: Database) -> None:
    """See each start with its tallies, under the names that the totals give them."""
    taken = frozenset(column.name for column in table(db, "result").columns)
    tallies = columns_of_a_start(besides=taken)
    db.create_view("entry", f"select result.*, {tallies} from result")


@migrations()
def phrases(db: Database) -> None:
    """Keep what everything is called, so that a reader need not work it out at each start."""
    db.execute("create table phrase (words text primary key, meanings text) without rowid")
    db.execute("create table word (word text primary key, weight real) without rowid")


@migrations()
def texts(db: Database) -> None:
    """Index the words of race and person names; the words themselves stay in their tables."""
    for name, source, rowid in (("race", "race", "id"), ("person", "person_name", "rowid")):
        db.execute(
            f"create virtual table {name}_text using fts5(name, content='{source}',"
            f" content_rowid='{rowid}', tokenize='unicode61 remove_diacritics 2')"
        )


@migrations(name=INDEXES)
def indexes(db: Database) -> None:
    for name, columns in (
        ("result", "driver series season"),
        ("result", "driver race finish"),
        ("result", "race finish"),
        ("result", "series car season"),
        ("result", "team series season"),
        ("result", "venue series make"),
        ("race", "series season round"),
        ("race", "venue series season"),
        ("race", "site series season"),
        ("race", "winner series season"),
        ("race", "date"),
        ("career_total", "series"),
        ("season_total", "series season"),
        ("venue_total", "venue series"),
        ("kind_total", "kind series"),
        ("stint_total", "driver series season"),
        ("stint_total", "team series season"),
        ("stint_total", "make series season"),
        ("team_season_total", "series season"),
        ("make_season_total", "series season"),
        ("champion", "series season"),
        ("champion", "driver"),
        ("standing", "series season rank"),
        ("standing", "driver series season"),
        ("stage_winner", "race stage"),
        ("stage_winner", "driver series season"),
        ("disqualification", "race"),
        ("disqualification", "driver"),
        ("revision", "race"),
        ("non_start", "race"),
        ("non_start", "driver"),
        ("person_name", "person"),
        ("venue_name", "venue"),
        ("unbroken", "series length"),
    ):
        table(db, name).create_index(columns.split())
    # Races are compared by the laps led in them, and few start leads any.
    db.execute("create index idx_result_led on result (series, driver, race, led) where led > 0")
    for name, places, moved in (
        ("gained", "start - finish", "finish < start"),
        ("lost", "finish - start", "finish > start"),
    ):
        db.execute(f"create index idx_result_{name} on result (series, {places}) where {moved}")
    # Half of all questions are about winners, and one start in forty is a win.
    db.execute(
        "create index idx_result_winners on result"
        " (series, race, season, driver, make, team, car, venue) where finish = 1"
    )
    db.execute("create index idx_result_wins on result (driver, series, race) where finish = 1")

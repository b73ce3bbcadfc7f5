"""Fills in what is known only once every row is in: winners, careers, prominence, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.phrases import fill_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


def complete(db: Database, fingerprints: Mapping[str, str]) -> None:
    """Derive it all, a second time where rows were added to a finished book."""
    _complete_races(db)
    _complete_people(db)
    fill_phrases(db.conn)
    _index_words(db)
    _note_meta(db, fingerprints)


def _complete_races(db: Database) -> None:
    db.execute(
        """
        update race set
            (winner, winner_start, winner_led)
                = (select driver, start, led from result where race = race.id and finish = 1),
            (cars, lead_lap_cars, leaders)
                = (select count(*), case when count(laps) = count(*) then sum(lead_lap) end,
                     coalesce(race.leaders, nullif(sum(led > 0), 0))
                   from result where race = race.id)
        where winner is null
        """
    )
    db.execute("update venue set races = (select count(*) from race where venue = venue.id)")


def _complete_people(db: Database) -> None:
    """Add up each career; prominence tells which of two people a shared name rather means."""
    db.execute(
        """
        update person set
            starts = (select coalesce(sum(starts), 0) from career_total where driver = person.id),
            wins = (select coalesce(sum(wins), 0) from career_total where driver = person.id),
            first_season = (select min(season) from season_total where driver = person.id),
            last_season = (select max(season) from season_total where driver = person.id),
            prominence = (
                select coalesce(sum(case series
                    when 'cup' then 10 * wins + 0.5 * starts
                    when 'xfinity' then 4 * wins + 0.2 * starts
                    else 3 * wins + 0.2 * starts
                end), 0) from career_total where driver = person.id
            ) + (
                select coalesce(sum(case series when 'cup' then 60 else 25 end), 0)
                from champion where driver = person.id
            )
        """
    )


def _index_words(db: Database) -> None:
    for words in ("race_text", "person_text", "note_text"):
        db.execute(f"insert into {words} ({words}) values ('rebuild')")


def _note_meta(db: Database, fingerprints: Mapping[str, str]) -> None:
    for name, fingerprint in fingerprints.items():
        db.execute(
            "insert or replace into meta (key, value) values (:key, :value)",
            {"key": f"{name}_fingerprint", "value": fingerprint},
        )
    db.execute(
        """
        insert or replace into meta (key, value)
        select 'races', count(*) from race
        union all select 'results', count(*) from result
        union all select 'people', count(*) from person
        union all select 'last_race_' || series, max(id) from race group by series
        """
    )

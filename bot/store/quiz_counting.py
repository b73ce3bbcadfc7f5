"""What is counted in the rows of quiz nights: who has answered, and what was asked somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from bot.quiz.night_json import read_set_up
from bot.quiz.nights import Tally
from bot.store.quiz_boards import shown
from bot.store.quiz_rows import stand
from bot.store.tables import quiz as quizzes
from bot.store.tables import quiz_given as givens
from bot.store.tables import quiz_player as players
from bot.store.tables import quiz_step as steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.night import Night

_ASKED = ("Asked", "Opened")
"""Steps by which questions come before players: one of them, or all."""


async def tally(connection: AsyncConnection, key: str, number: int) -> Mapping[str, Tally]:
    row = await stand(connection, key)
    among = row.among if row and row.number == number else ()
    his = (givens.c.night == key) & (givens.c.player == players.c.player)
    counted = (
        select(players.c.platform, func.count(), func.count(givens.c.player))
        .select_from(players.outerjoin(givens, his & (givens.c.about == str(number))))
        .where(players.c.night == key, players.c.since <= number, *_of_sides(among))
        .where(*_playing(row.without if row else ()))
        .group_by(players.c.platform)
    )
    found = await connection.execute(counted)
    return {platform: Tally(answered, of) for platform, of, answered in found}


def _playing(without: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Those alone whose communities take part."""
    for each in without:
        platform, _, community = each.partition(" ")
        yield or_(players.c.platform != platform, players.c.community != community)


def _of_sides(among: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """In a tie-break those who are tied answer alone."""
    if among:
        teams = [side.removeprefix("team ") for side in among if side.startswith("team ")]
        alone = (players.c.team == "") & players.c.player.in_(among)
        yield or_(alone, players.c.team.in_(teams))


async def asked(
    connection: AsyncConnection, platform: str, community: str, since: float
) -> frozenset[str]:
    theirs = steps.c.night.in_(shown(platform, community))
    which = theirs, steps.c.kind.in_(_ASKED), steps.c.at >= since
    taken = (await connection.execute(select(steps.c.night, steps.c.step).where(*which))).all()
    set_ups = select(quizzes.c.set_up).where(quizzes.c.id.in_({each.night for each in taken}))
    found = map(read_set_up, (await connection.execute(set_ups)).scalars())
    nights = {night.id: night for night in found}
    were = frozenset(
        nights[each.night].questions[number].key
        for each in taken
        for number in _numbers(nights[each.night], each.step.get("number"))
    )
    return were | await _to_come(connection, platform, community)


async def _to_come(connection: AsyncConnection, platform: str, community: str) -> frozenset[str]:
    """All questions of the nights that are not over."""
    theirs = quizzes.c.id.in_(shown(platform, community)), quizzes.c.phase != "over"
    found = await connection.execute(select(quizzes.c.set_up).where(*theirs))
    nights = map(read_set_up, found.scalars())
    return frozenset(question.key for night in nights for question in night.questions)


def _numbers(night: Night, number: int | None) -> Sequence[int]:
    return range(night.rules.normal) if number is None else (number,)

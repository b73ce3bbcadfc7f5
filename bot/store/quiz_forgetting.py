"""A person taken out of the rows of quiz nights; others' points stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from bot.quiz.forgetting import NOBODY, hosted_by_nobody, new_nobody, swapped, unnamed
from bot.quiz.night_json import read_set_up, read_step, write_set_up, write_step
from bot.store.quiz_boards import shown
from bot.store.quiz_rows import locked
from bot.store.tables import quiz as quizzes
from bot.store.tables import quiz_board as boards
from bot.store.tables import quiz_code as codes
from bot.store.tables import quiz_given as givens
from bot.store.tables import quiz_player as players
from bot.store.tables import quiz_step as steps

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


async def nights_of(connection: AsyncConnection, player: str) -> list[str]:
    """Where a person is known, as a player or as the host; always in the same order."""
    played = select(players.c.night).where(players.c.player == player)
    # A night names its host in what JSON writes: few enough to be looked at one by one.
    hosted = select(quizzes.c.id, quizzes.c.set_up)
    hosts = {key for key, told in await connection.execute(hosted) if told.get("host") == player}
    return sorted(hosts.union((await connection.execute(played)).scalars()))


async def forget_in(connection: AsyncConnection, key: str, player: str) -> None:
    row = await locked(connection, key)
    if row is None:
        return
    nobody = new_nobody(player)
    of_it = players.c.night == key, players.c.player == player
    gone = {"player": nobody, "key": nobody.partition(" ")[2], "name": NOBODY}
    await connection.execute(update(players).where(*of_it).values(gone))
    his = givens.c.night == key, givens.c.player == player
    await connection.execute(update(givens).where(*his).values(player=nobody))
    await _forget_in_steps(connection, key, player, nobody)
    set_up = select(quizzes.c.set_up).where(quizzes.c.id == key)
    night = read_set_up((await connection.execute(set_up)).scalar_one())
    kept = {
        "set_up": write_set_up(hosted_by_nobody(night, player, nobody)),
        "among": list(swapped(row.among, player, nobody)),
        "entries": row.entries + 1,
        "rewritten": row.rewritten + 1,
    }
    await connection.execute(update(quizzes).where(quizzes.c.id == key).values(kept))


async def _forget_in_steps(connection: AsyncConnection, key: str, player: str, nobody: str) -> None:
    taken = await connection.execute(select(steps).where(steps.c.night == key))
    for row in taken.all():
        step = read_step(row.kind, row.step)
        kept = unnamed(step, player, nobody)
        if kept != step:
            of_it = steps.c.night == key, steps.c.number == row.number
            await connection.execute(update(steps).where(*of_it).values(step=write_step(kept)))


async def forget_community(connection: AsyncConnection, platform: str, community: str) -> None:
    """Its boards, the nights that no other community shows, and its players' names elsewhere."""
    theirs = set((await connection.execute(shown(platform, community))).scalars())
    of_it = boards.c.platform == platform, boards.c.community == community
    await connection.execute(delete(boards).where(*of_it))
    others = select(boards.c.night).where(boards.c.night.in_(theirs))
    alone = theirs - set((await connection.execute(others)).scalars())
    await connection.execute(delete(quizzes).where(quizzes.c.id.in_(alone)))
    for kept in (steps, players, givens, codes):
        await connection.execute(delete(kept).where(kept.c.night.in_(alone)))
    whose = players.c.platform == platform, players.c.community == community
    elsewhere = select(players.c.night, players.c.player).where(*whose).order_by(players.c.night)
    for night, player in (await connection.execute(elsewhere)).all():
        await forget_in(connection, night, player)

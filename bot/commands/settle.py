"""settle: a statement checked against the rows, part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.card import Card
from bot.command import Command, Option, Stand
from bot.keys import Step, write_keys
from bot.phrasing import phrase
from bot.reply import Block, Reply, Text
from bot.request import ALL_ROWS
from bot.view import SUPPORT, View

if TYPE_CHECKING:
    from bot.request import Request
    from knowledge.claims.claim import Verdict


async def _settle(request: Request, stand: Stand) -> Reply:
    statement, place = request.options["statement"], request.place
    reply = phrase_verdicts(stand.book.settle(statement, today=stand.today()), place.rows)
    if not place.presses:
        return reply
    user = request.user
    card = Card(user.platform, user.key, place.community, (statement,), stand.today(), "settle")
    return replace(reply, buttons=await write_keys((Step("Wrong?", "wrong"),), card, stand.cards))


def phrase_verdicts(verdicts: tuple[Verdict, ...], rows: int = ALL_ROWS) -> Reply:
    """The first verdict as title; where there are several, each names its part."""
    several = len(verdicts) > 1
    blocks: list[Block] = []
    for verdict in verdicts:
        if blocks or verdict is not verdicts[0]:
            blocks.append(Text(_sentence(verdict, several)))
        blocks += _proof(verdict, rows)
    answers = [each.answer for each in verdicts if each.answer]
    return Reply(
        _sentence(verdicts[0], several),
        tuple(blocks),
        footer=phrase(answers[0]).footer if answers else "",
        series=tuple(dict.fromkeys(key for each in answers for key in each.series)),
    )


def _sentence(verdict: Verdict, several: bool) -> str:
    """Say the verdict first: "False: the rows say 6, not 9."."""
    about = f" (“{verdict.claim.text}”)" if several else ""
    return f"{verdict.judgement.capitalize()}: {verdict.words}{about}"


def _proof(verdict: Verdict, rows: int) -> tuple[Block, ...]:
    """The answer that the verdict rests on, without saying its sentence twice."""
    if verdict.answer is None:
        return ()
    many = len(verdict.answer.table.rows)
    shown = many if rows == ALL_ROWS else min(many, SUPPORT)
    reply = phrase(verdict.answer, View(0, shown, many))
    told = () if verdict.words == reply.title else (Text(reply.title),)
    return (*told, *reply.blocks)


SETTLE = Command(
    name="settle",
    summary="Check a statement against the records, part by part",
    handle=_settle,
    options=(Option("statement", "What somebody claims", longest=400, required=True),),
    on_message="Settle this claim",
)

"""settle: a statement checked against the rows, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option, Stand
from bot.phrasing import phrase
from bot.reply import Block, Reply, Text

if TYPE_CHECKING:
    from bot.request import Request
    from knowledge.claims.claim import Verdict


async def _settle(request: Request, stand: Stand) -> Reply:
    return phrase_verdicts(stand.book.settle(request.options["statement"], today=stand.today()))


def phrase_verdicts(verdicts: tuple[Verdict, ...]) -> Reply:
    """The first verdict as title; where there are several, each names its part."""
    several = len(verdicts) > 1
    blocks: list[Block] = []
    for verdict in verdicts:
        if blocks or verdict is not verdicts[0]:
            blocks.append(Text(_sentence(verdict, several)))
        blocks += _proof(verdict)
    footers = [phrase(each.answer).footer for each in verdicts if each.answer]
    return Reply(
        _sentence(verdicts[0], several), tuple(blocks), footer=footers[0] if footers else ""
    )


def _sentence(verdict: Verdict, several: bool) -> str:
    """Say the verdict first: "False: the rows say 6, not 9."."""
    about = f" (“{verdict.claim.text}”)" if several else ""
    return f"{verdict.judgement.capitalize()}: {verdict.words}{about}"


def _proof(verdict: Verdict) -> tuple[Block, ...]:
    """The answer that the verdict rests on, without saying its sentence twice."""
    if verdict.answer is None:
        return ()
    reply = phrase(verdict.answer)
    told = () if verdict.words == reply.title else (Text(reply.title),)
    return (*told, *reply.blocks)


SETTLE = Command(
    name="settle",
    summary="Check a statement against the records, part by part",
    handle=_settle,
    options=(Option("statement", "What somebody claims", longest=400, required=True),),
    on_message="Settle this claim",
)

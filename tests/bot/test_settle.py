"""settle: the verdict first, then the number, the rows and the sources."""

from __future__ import annotations

from bot.commands.settle import phrase_verdicts
from bot.reply import Table, Text
from knowledge.claims.claim import Claim, Verdict
from tests.bot.small_book import HEIM

NINE = Verdict(Claim("Heim won nine in 2025", 9), "false", "the rows say 12, not 9.", 12, HEIM)
TWELVE = Verdict(Claim("twelve in 2025", 12), "true", HEIM.headline, 12, HEIM)
WHO = Verdict(Claim("Petty won it"), "can't tell", "Petty could be Richard Petty, or Lee Petty.")


def test_the_verdict_is_said_first_with_the_rows_below() -> None:
    reply = phrase_verdicts((NINE,))

    assert reply.title == "False: the rows say 12, not 9."
    assert reply.blocks[0] == Text(HEIM.headline)
    assert any(isinstance(block, Table) for block in reply.blocks)
    assert "Racing rows" in reply.footer


def test_each_part_of_a_statement_gets_its_own_line() -> None:
    reply = phrase_verdicts((NINE, TWELVE, WHO))

    lines = [reply.title, *(each.words for each in reply.blocks if isinstance(each, Text))]
    assert "False: the rows say 12, not 9. (“Heim won nine in 2025”)" in lines
    assert f"True: {HEIM.headline} (“twelve in 2025”)" in lines
    assert lines[-1].startswith("Can't tell: Petty could be")


def test_what_nobody_can_tell_needs_no_proof() -> None:
    assert phrase_verdicts((WHO,)).blocks == ()

"""Blocks, words, intro and signature; two moderators at once; the fact lock; templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.reply import Table, Text
from tests.bot.desk.newsdesk import ANN, BEN, ELSEWHERE, Moderator, facts, labels, words

if TYPE_CHECKING:
    from bot.bot import Bot
    from bot.reply import Reply

MICHIGAN = "2025 cup race 15"


@pytest.fixture
async def ann(bot: Bot) -> Moderator:
    ann = Moderator(bot, ANN)
    await ann.recap(MICHIGAN)
    return ann


@pytest.fixture
async def ben(bot: Bot, ann: Moderator) -> Moderator:
    ben = Moderator(bot, BEN)
    await ben.recap(MICHIGAN)
    return ben


def cautions(reply: Reply) -> str:
    told = [each for each in reply.blocks if isinstance(each, Text) and each.tone == "caution"]
    return "\n".join(each.words for each in told)


async def trail(moderator: Moderator) -> list[str]:
    reply = await moderator.press("More", "Who did what")
    (table,) = (block for block in reply.blocks if isinstance(block, Table))
    return [row[1] for row in table.rows]


async def test_a_block_is_left_out_and_put_in_again(ann: Moderator) -> None:
    await ann.press("Stages", "Leave it out")
    assert "Stage 1 went to" not in words(ann.reply)

    await ann.press("Done", "Stages (left out)", "Put it in")

    assert "Stage 1 went to" in words(ann.reply)


async def test_a_block_is_moved_up_and_down_and_never_before_the_headline(ann: Moderator) -> None:
    await ann.press("Next", *["Up"] * 6)
    assert "Up" not in labels(ann.reply)
    told = words(ann.reply)
    assert told.index("Next is the") < told.index("Denny Hamlin won at")

    await ann.press("Down")

    told = words(ann.reply)
    assert told.index("Denny Hamlin won at") < told.index("Next is the") < told.index("Top ten:")


async def test_words_are_edited_as_they_stand_and_the_rows_own_come_back(ann: Moderator) -> None:
    await ann.press("Stages", "Edit the words")
    form = ann.reply.form
    assert form
    (field,) = form.fields
    assert (field.long, field.value.startswith("Stage 1 went to Chris Buescher")) == (True, True)

    await ann.fill(text="William Byron won a stage.")
    assert "William Byron won a stage." in words(ann.reply)
    await ann.press("Stages", "The rows' own words")

    assert "Stage 1 went to Chris Buescher" in words(ann.reply)
    assert "The rows' own words" not in labels(ann.reply)


async def test_what_is_sent_back_unchanged_is_no_change(ann: Moderator) -> None:
    await ann.press("Stages", "Edit the words")
    await ann.fill()

    assert facts(ann.reply)["State"].startswith("draft, version 1,")


async def test_an_intro_and_a_signature_of_ones_own(ann: Moderator) -> None:
    await ann.sign("the pit wall", "What a day it was.")

    told = words(ann.reply)
    assert told.index("What a day it was.") < told.index("Denny Hamlin won at")
    assert "Recap by the pit wall, figures by Spotter" in told


async def test_each_figure_is_green_amber_or_red_with_the_reason(ann: Moderator) -> None:
    assert "Green: 60 numbers and names agree with the rows." in words(ann.reply)

    await ann.write("Stages", "It was his 58th win, and Brad Pitt watched.")

    assert "Amber, your own words, of which the rows say nothing: “Pitt”." in words(ann.reply)
    assert "Red: you wrote 58th; the rows say 57th in the Cup Series" in cautions(ann.reply)


async def test_of_two_who_edit_at_once_the_second_sees_what_the_first_did_and_loses_nothing(
    ann: Moderator, ben: Moderator
) -> None:
    await ann.press("Winner", "Edit the words")
    await ben.press("Stages", "Edit the words")
    await ann.fill(text="Ann's words.")

    told = await ben.fill(text="Ben's words.")

    assert "Ann changed it: Winner reads “Ann's words.” (version 2)." in cautions(told)
    assert "it is kept aside and not lost" in words(told)
    assert "Ben's words." not in words(told)
    both = await ben.press("Make my change too")
    assert "Ann's words." in words(both)
    assert "Ben's words." in words(both)
    assert facts(both)["State"].startswith("draft, version 3,")


async def test_of_two_who_edit_the_same_words_the_second_decides_knowingly(
    ann: Moderator, ben: Moderator
) -> None:
    for moderator in (ann, ben):
        await moderator.press("Winner", "Edit the words")
    await ann.fill(text="Ann's words.")
    await ben.fill(text="Ben's words.")

    assert "Ann's words." in words(await ben.press("Leave it"))
    await ben.press("More", "Who did what")
    assert any("Ben came too late" in line for line in await _lines(ben.reply))


async def _lines(reply: Reply) -> list[str]:
    (table,) = (block for block in reply.blocks if isinstance(block, Table))
    return [row[1] for row in table.rows]


async def test_a_press_on_an_old_version_changes_nothing_before_the_changes_are_seen(
    ann: Moderator, ben: Moderator
) -> None:
    await ben.press("Chart")
    await ann.press("Stages", "Leave it out")

    told = await ben.press("Leave it out")

    assert "Ann changed it: Stages is left out (version 2)." in cautions(told)
    assert "Chart" in labels(await ben.press("Leave it"))


async def test_ones_own_older_panel_goes_on_working(ann: Moderator) -> None:
    old = ann.reply
    await ann.press("Stages", "Leave it out")
    ann.reply = old

    await ann.press("Next", "Leave it out")

    assert {"Stages (left out)", "Next (left out)"} <= set(labels(await ann.press("Done")))


async def test_a_template_holds_for_all_recaps_to_come_here_and_nowhere_else(
    bot: Bot, ann: Moderator
) -> None:
    await ann.press("Stages", "Leave it out", "Done")
    await ann.sign("", "Straight from the garage:")
    await ann.write("Winner", "Words about this race alone.")
    await ann.press("More", "Make this the template")

    here = await Moderator(bot, BEN).recap("2025 cup race 14")
    there = await Moderator(bot, BEN, ELSEWHERE).recap("2025 cup race 14")

    assert "Stages (left out)" in labels(here)
    assert "Straight from the garage:" in words(here)
    assert "Words about this race alone." not in words(here)
    assert "Recap by" not in words(here)
    assert "Straight from the garage:" not in words(there)
    assert "Recap by Ben" in words(there)


async def test_the_audit_trail_says_who_did_what_to_which_version(
    ann: Moderator, ben: Moderator
) -> None:
    await ann.press("Stages", "Leave it out")
    await ben.recap(MICHIGAN)
    await ben.sign("Ben")
    await ben.press("More", "Make this the template")

    assert await trail(ben) == [
        "Ben made it the template here (version 3).",
        "Ben changed it: signed by Ben (version 3).",
        "Ann changed it: Stages is left out (version 2).",
        "Ann began the draft (version 1).",
    ]

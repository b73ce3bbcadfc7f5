"""What is kept of a fan is shown to that fan alone, and deleted at a word."""

from __future__ import annotations

import pytest

from bot.bot import Bot
from bot.reply import Table, Text
from bot.request import Place, Press, Request, User
from tests.bot.small_book import SmallBook

ANN, BOB = User("discord", "1", "ann"), User("discord", "2", "bob")
SAME_NUMBER = User("slack", "1", "ann of another platform")
GARAGE = Place("garage 1", "track", "garage")
LONG = "heim " * 70


@pytest.fixture
def bot() -> Bot:
    return Bot(SmallBook())


async def ask(bot: Bot, user: User, question: str) -> str:
    reply = await bot.handle(Request("ask", user, GARAGE, {"question": question}))
    return reply.buttons[-1].key


async def privacy(bot: Bot, user: User, place: Place = GARAGE):
    return await bot.handle(Request("privacy", user, place))


async def test_who_asked_nothing_is_told_that_nothing_is_kept(bot: Bot) -> None:
    reply = await privacy(bot, ANN)

    assert reply.title == "I keep nothing of you."
    assert reply.private
    assert reply.buttons == ()


async def test_a_fan_sees_the_questions_that_are_kept_and_nobody_elses(bot: Bot) -> None:
    await ask(bot, ANN, LONG)
    await ask(bot, BOB, f"bob {LONG}")
    await ask(bot, SAME_NUMBER, f"slack {LONG}")

    reply = await privacy(bot, ANN)

    assert reply.title == "Of you I keep 1 question."
    (table,) = (block for block in reply.blocks if isinstance(block, Table))
    assert [row[1] for row in table.rows] == [LONG]
    assert reply.private


async def test_what_is_deleted_is_gone_and_others_keep_theirs(bot: Bot) -> None:
    mine, others = await ask(bot, ANN, LONG), await ask(bot, BOB, LONG)
    (delete,) = (await privacy(bot, ANN)).buttons

    reply = await bot.press(Press(delete.key, ANN, GARAGE))

    assert reply.title == "Deleted: 1 question."
    assert reply.private
    assert (await privacy(bot, ANN)).title == "I keep nothing of you."
    assert "too old" in (await bot.press(Press(mine, ANN, GARAGE))).title
    assert "too old" not in (await bot.press(Press(others, BOB, GARAGE))).title


async def test_a_delete_button_deletes_of_whoever_presses_it(bot: Bot) -> None:
    await ask(bot, ANN, LONG)
    (delete,) = (await privacy(bot, ANN)).buttons

    reply = await bot.press(Press(delete.key, BOB, GARAGE))

    assert reply.title == "There was nothing to delete."
    assert "1 question" in (await privacy(bot, ANN)).title


async def test_many_questions_come_in_pages(bot: Bot) -> None:
    for number in range(23):
        await ask(bot, ANN, f"{number} {LONG}")
    reply, seen = await privacy(bot, ANN), []
    while True:
        (table,) = (block for block in reply.blocks if isinstance(block, Table))
        seen += [int(row[1].split()[0]) for row in table.rows]
        on = [button for button in reply.buttons if button.label == "Next"]
        if not on:
            break
        reply = await bot.press(Press(on[0].key, ANN, GARAGE))
        assert reply.in_place

    assert seen == list(range(22, -1, -1))
    assert Text("Page 3 of 3.", "quiet") in reply.blocks


async def test_where_nothing_can_be_pressed_it_is_shown_all_the_same(bot: Bot) -> None:
    await ask(bot, ANN, LONG)

    reply = await privacy(bot, ANN, Place("console", presses=False, direct=True))

    assert reply.title.startswith("Of you I keep 1 question")
    assert reply.buttons == ()

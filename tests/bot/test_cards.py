"""The answer card over the real book: what it shows, to whom, and what its buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.reply import LONGEST_KEY, Chart, Reply, Table, Text
from bot.request import ALL_ROWS, Place, Press, Request, User
from knowledge.answer import Answer, WhichOne
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from pathlib import Path

FAN = User("discord", "80351110224678912", "a fan")
OTHER = User("discord", "2", "another fan")
CHANNEL = Place("channel fan", community="track", channel="talk")
THEIRS = Place("channel other", community="track", channel="talk")
MENTIONED = Place("channel fan", community="track", channel="talk", whispers=False)
DIRECT = Place("direct", channel="direct", direct=True)
CONSOLE = Place("console", direct=True, presses=False, rows=ALL_ROWS)


@pytest.fixture(scope="module")
def bot(book_home: Path) -> Bot:
    return Bot(RecordBook.open(book_home))


async def ask(bot: Bot, question: str, place: Place = CHANNEL) -> Reply:
    return await bot.handle(Request("ask", FAN, place, {"question": question}))


async def press(bot: Bot, reply: Reply, label: str, user: User = FAN, place: Place = CHANNEL):
    (key,) = (button.key for button in reply.buttons if button.label == label)
    return await bot.press(Press(key, user, place))


def rows(reply: Reply) -> tuple[tuple[str, ...], ...]:
    (table,) = (block for block in reply.blocks if isinstance(block, Table))
    return table.rows


def labels(reply: Reply) -> list[str]:
    return [button.label for button in reply.buttons]


def words(reply: Reply) -> list[str]:
    return [block.words for block in reply.blocks if isinstance(block, Text)]


async def test_a_number_stands_in_the_first_sentence_and_how_it_was_read_below(bot: Bot) -> None:
    reply = await ask(bot, "how many wins did Heim have in 2025")

    assert reply.title.startswith("Corey Heim won 12 Truck Series races in 2025")
    assert words(reply)[0] == "wins · Corey Heim · Truck Series · 2025"
    assert reply.series == ("truck",)
    assert reply.footer.startswith("Data through")


async def test_a_short_table_is_shown_openly_as_a_few_lines_of_support(bot: Bot) -> None:
    reply = await ask(bot, "how many wins did Heim have in 2025")

    assert not reply.private
    assert len(rows(reply)) == 6
    assert "Rows 1 to 6 of 12." in words(reply)
    assert labels(reply)[0] == "Show the races"


async def test_the_rest_is_shown_in_the_same_place_where_it_is_no_more_than_a_page(
    bot: Bot,
) -> None:
    reply = await press(
        bot, await ask(bot, "how many wins did Heim have in 2025"), "Show the races"
    )

    assert reply.in_place
    assert len(rows(reply)) == 12
    assert "Show the races" not in labels(reply)


async def test_a_long_table_is_for_the_asker_alone_a_page_at_a_time(bot: Bot) -> None:
    first = await ask(bot, "Kurt Busch Cup wins")
    second = await press(bot, first, "Next")
    third = await press(bot, second, "Next")

    assert first.private
    assert "Rows 1 to 12 of 34." in words(first)
    assert second.in_place
    assert "Rows 13 to 24 of 34." in words(second)
    assert "Back" in labels(second)
    assert "Next" not in labels(third)
    pages = [rows(each) for each in (first, second, third)]
    assert sum(map(len, pages)) == 34
    assert len({row for page in pages for row in page}) == 34
    assert rows(await press(bot, second, "Back")) == rows(first)


async def test_what_was_private_is_shared_openly_with_the_name_of_who_shares_it(
    bot: Bot,
) -> None:
    private = await press(bot, await ask(bot, "Kurt Busch Cup wins"), "Next")
    shared = await press(bot, private, "Share")

    assert not shared.private
    assert not shared.in_place
    assert rows(shared) == rows(private)
    assert "Shared by a fan." in words(shared)
    assert "Share" not in labels(shared)


async def test_pages_turn_in_place_for_the_owner_and_apart_for_others(bot: Bot) -> None:
    shared = await press(bot, await ask(bot, "Kurt Busch Cup wins"), "Share")

    mine = await press(bot, shared, "Next")
    theirs = await press(bot, shared, "Next", OTHER, THEIRS)

    assert (mine.in_place, mine.private) == (True, False)
    assert (theirs.in_place, theirs.private) == (False, True)
    assert rows(theirs) == rows(mine)
    assert (await press(bot, theirs, "Next", OTHER, THEIRS)).in_place


async def test_where_nothing_can_be_private_the_card_is_short_and_the_rest_one_press_away(
    bot: Bot,
) -> None:
    mentioned = await ask(bot, "Kurt Busch Cup wins", MENTIONED)
    shown = await press(bot, mentioned, "Show the races")

    assert not mentioned.private
    assert len(rows(mentioned)) == 6
    assert shown.private
    assert len(rows(shown)) == 12


async def test_in_a_direct_message_nothing_needs_to_be_private(bot: Bot) -> None:
    reply = await ask(bot, "Kurt Busch Cup wins", DIRECT)

    assert not reply.private
    assert "Share" not in labels(reply)
    assert "Next" in labels(reply)


async def test_a_console_shows_all_rows_and_offers_nothing_to_press(bot: Bot) -> None:
    reply = await ask(bot, "Kurt Busch Cup wins", CONSOLE)

    assert len(rows(reply)) == 34
    assert reply.buttons == ()


async def test_a_list_that_was_asked_for_is_a_whole_page(bot: Bot) -> None:
    reply = await ask(bot, "top 10 in laps led in 2025")

    assert len(rows(reply)) == 10
    assert not reply.private


async def test_a_card_offers_the_other_busch_and_all_series(bot: Bot) -> None:
    reply = await ask(bot, "how many Cup top fives did Kyle Busch have in 2008")
    assert "Kurt Busch" in labels(reply)

    other = await press(bot, reply, "Kurt Busch")

    assert other.title.startswith("Kurt Busch")
    assert "2008" in other.title
    assert "All series" in labels(await ask(bot, "how many top fives did Carl Edwards have in cup"))


async def test_what_another_fan_asks_from_my_card_is_answered_to_them_alone(bot: Bot) -> None:
    card = await ask(bot, "how many Cup top fives did Kyle Busch have in 2008")

    theirs = await press(bot, card, "Kurt Busch", OTHER, THEIRS)
    follow_up = await bot.handle(Request("ask", OTHER, THEIRS, {"question": "and 2010?"}))

    assert theirs.private
    assert follow_up.title.startswith("Kurt Busch")
    assert "2010" in follow_up.title


async def test_a_follow_up_keeps_its_turns_so_its_buttons_ask_the_same(bot: Bot) -> None:
    await ask(bot, "how many Cup top fives did Kyle Busch have in 2008")
    reply = await ask(bot, "what about 2010?")

    again = await press(bot, reply, "Kurt Busch")

    assert again.title.startswith("Kurt Busch")
    assert "2010" in again.title


async def test_a_card_of_one_community_opens_in_no_other(bot: Bot) -> None:
    await ask(bot, "how many Cup top fives did Kyle Busch have in 2008")
    card = await ask(bot, "and 2010?")  # too long for a key, so it is kept
    elsewhere = Place("channel other", community="pit lane", channel="talk")

    reply = await bot.press(Press(card.buttons[-1].key, OTHER, elsewhere))

    assert "too old for me to remember" in reply.title


async def test_whoever_replies_to_a_card_goes_on_from_it(bot: Bot) -> None:
    card = await ask(bot, "how many Cup top fives did Kyle Busch have in 2008")
    key = card.buttons[-1].key
    place = Place("reply", community="track", channel="talk")
    request = Request("ask", OTHER, place, {"question": "and 2010?"}, key)

    reply = await bot.handle(request)

    assert reply.title.startswith("Kyle Busch")
    assert "2010" in reply.title


async def test_what_could_not_be_read_is_explained_too(bot: Bot) -> None:
    refused = await ask(bot, "how many wins did Xyzzyplugh have")

    explained = await press(bot, refused, "Wrong?")

    assert refused.title in words(explained)


async def test_a_settled_claim_shows_a_few_rows_and_how_it_was_taken(bot: Bot) -> None:
    claim = {"statement": "Kurt Busch won 31 Cup races"}
    reply = await bot.handle(Request("settle", FAN, CHANNEL, claim))

    explained = await press(bot, reply, "Wrong?")

    assert reply.title.startswith("False")
    assert reply.series == ("cup",)
    assert len(rows(reply)) <= 12
    assert explained.title == "This is what I took for the claim."
    assert explained.private


async def test_a_name_of_several_drivers_is_a_button_each(bot: Bot) -> None:
    reply = await ask(bot, "petty wins at martinsville")
    assert isinstance(reply.outcome, WhichOne)

    for name in labels(reply):
        assert (await press(bot, reply, name)).title.startswith(name)


async def test_a_chart_comes_with_its_words(bot: Bot) -> None:
    reply = await ask(bot, "Kyle Busch Cup wins by season")

    (chart,) = (block for block in reply.blocks if isinstance(block, Chart))
    assert "2008" in chart.words


@pytest.mark.parametrize(
    "question",
    [
        "most wins at talladega",
        "who won the 2019 coca-cola 600",
        "2019 cup standings",
        "who has more Cup wins, Denny Hamlin or Kyle Busch",
        "tell me about Ross Chastain",
        "longest winning streak in Cup history",
        "who has won at both Daytona and Talladega in Cup",
        "what happened on July 4",
        "how many cautions in the 2001 Daytona 500",
    ],
)
async def test_whatever_a_card_offers_has_an_answer(question: str, bot: Bot) -> None:
    reply = await ask(bot, question)

    assert labels(reply)[-1] == "Wrong?"
    assert len(reply.buttons) <= 5
    for button in reply.buttons:
        assert len(button.key) <= LONGEST_KEY
        assert len(button.label) <= 80  # Discord's limit
        pressed = await bot.press(Press(button.key, FAN, CHANNEL))
        assert pressed.title == "This is how I understood the question." or isinstance(
            pressed.outcome, Answer
        ), button

"""What was posted is found again by those of the community, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.recap.remembering import read_about
from bot.request import Press, Request
from tests.bot.desk.newsdesk import ANN, ELSEWHERE, FAN, GARAGE, Moderator, words

if TYPE_CHECKING:
    from bot.bot import Bot
    from bot.reply import Reply
    from bot.request import Place
    from tests.bot.desk.newsdesk import Channels


async def posted(bot: Bot, race: str, text: str) -> Moderator:
    ann = Moderator(bot, ANN)
    await ann.recap(race)
    await ann.write("Next", text)
    await ann.press("Use this channel", "Post now")
    return ann


async def ask(bot: Bot, question: str, place: Place = GARAGE) -> Reply:
    return await bot.handle(Request("ask", FAN, place, {"question": question}))


async def test_a_fan_finds_what_was_posted_here_about_a_track(bot: Bot) -> None:
    await posted(bot, "2025 cup race 8", "The tyres told the tale.")
    await posted(bot, "2025 cup race 15", "Fuel told the tale.")

    reply = await ask(bot, "what did we write about Darlington?")

    assert reply.title.startswith("Denny Hamlin wins the 2025 Goodyear 400")
    assert "The tyres told the tale." in words(reply)
    assert "Our own recap by Ann, posted on November 3, 2025." in words(reply)
    assert reply.menu is None


async def test_a_track_is_found_by_its_nickname_and_all_by_no_name(bot: Bot) -> None:
    await posted(bot, "2025 cup race 8", "The tyres told the tale.")
    await posted(bot, "2025 cup race 15", "Fuel told the tale.")

    nicknamed = await ask(bot, "did we ever post anything about the Lady in Black")
    everything = await ask(bot, "what have we posted so far?")

    assert "The tyres told the tale." in words(nicknamed)
    assert "Fuel told the tale." in words(everything)
    assert everything.menu
    (other,) = everything.menu.choices
    assert other.label == "2025 Goodyear 400"
    picked = await bot.press(Press(other.key, FAN, GARAGE))
    assert "The tyres told the tale." in words(picked)


async def test_another_community_never_finds_it(bot: Bot) -> None:
    await posted(bot, "2025 cup race 8", "The tyres told the tale.")
    await posted(bot, "2025 cup race 15", "Fuel told the tale.")
    (other,) = (await ask(bot, "our recaps")).steps

    reply = await ask(bot, "what did we write about Darlington?", ELSEWHERE)
    forged = await bot.press(Press(other.key, FAN, ELSEWHERE))

    assert reply.title == "We have posted no recap about Darlington here."
    assert "tale" not in words(reply)
    assert "tale" not in words(forged)


async def test_what_is_only_drafted_waits_or_was_taken_back_is_no_note(
    bot: Bot, channels: Channels
) -> None:
    question = "what did we say about Darlington"
    ann = Moderator(bot, ANN)
    await ann.recap("2025 cup race 8")
    await ann.press("Use this channel", "Where and when", "When")
    await ann.fill(when="in 2 hours")
    assert (await ask(bot, question)).title.startswith("We have posted no recap")
    await ann.press("Post at that time")
    assert (await ask(bot, question)).title.startswith("We have posted no recap")

    await channels.come_due()
    assert (await ask(bot, question)).title.startswith("Denny Hamlin wins")

    await ann.recap("2025 cup race 8")
    await ann.press("Undo")
    assert (await ask(bot, question)).title.startswith("We have posted no recap")


async def test_it_is_found_as_it_was_posted_and_not_as_it_is_edited(bot: Bot) -> None:
    ann = await posted(bot, "2025 cup race 8", "The tyres told the tale.")
    await ann.write("Next", "A secret for now.")

    assert "A secret" not in words(await ask(bot, "our recap of Darlington"))
    await ann.press("Post the changes")
    assert "A secret" in words(await ask(bot, "our recap of Darlington"))


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("show me what we wrote about the Southern 500", "the Southern 500"),
        ("When did we last write about Bristol?", "Bristol"),
        ("what has this server posted on Heim", "Heim"),
        ("have we published anything from Dover", "Dover"),
        ("can we say Hamlin is the best", None),
        ("who wrote about Bristol", None),
        ("we want to know who won at Dover", None),
    ],
)
def test_only_what_we_wrote_ourselves_is_asked_of_us(question: str, subject: str | None) -> None:
    assert read_about(question) == subject

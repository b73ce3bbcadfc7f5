"""A night is planned: what cannot be is said, and nothing filled in is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.quiz.order import due, following
from bot.quiz.steps import RoundOpened
from tests.bot.quizmaster.room import GARAGE, LOBBY, labels, words

if TYPE_CHECKING:
    from tests.bot.quizmaster.room import Person, Room


def moderator(room: Room) -> Person:
    return room.person("1", "Ann", moderates=True)


async def test_what_a_form_cannot_take_is_told_and_all_else_is_kept(room: Room) -> None:
    ann = moderator(room)
    await ann.quiz("new", series="Truck")
    await ann.press("Rounds and time")
    await ann.fill(rounds="99", questions="4", seconds="soon", style="typed")
    told = words(ann.reply)
    assert "Rounds can be 1 to 8; not “99”." in told
    assert "Seconds can be 10 to 300; not “soon”." in told
    assert "3 rounds of 4 questions · 30 seconds each · answers are typed" in told

    await ann.press("What is asked")
    await ann.fill(track="Monaco", driver="KFB", seasons="the 80s of yore", levels="3-5")
    told = words(ann.reply)
    assert "I know no track called “Monaco”." in told
    assert "Seasons are said as 2025, 1990-1999" in told
    assert "Asks about Truck Series · Kyle Busch · hard" in told


async def test_seasons_are_said_as_fans_say_them(room: Room) -> None:
    ann = moderator(room)
    for said, understood in {
        "80s": "1980-1989",
        "since 2010": "since 2010",
        "stage era": "since 2017",
        "2010 to 2015": "2010-2015",
        "1998": "1998",
    }.items():
        await ann.quiz("new", seasons=said)
        assert f"Asks about {understood}\n" in words(ann.reply), said


async def test_where_there_are_too_few_questions_it_is_told_how_many_fit(room: Room) -> None:
    ann = moderator(room)
    await ann.quiz("new", series="Truck", seasons="1995", track="Bristol")
    await ann.press("Rounds and time")
    await ann.fill(rounds="8", questions="20")
    await ann.press("Open it in this channel")
    assert "such questions here, and this night needs 160." in words(ann.reply)

    await ann.press("Make it fit", "Open it in this channel")

    assert ann.reply.title.startswith("You host Truck Series")


async def test_a_fan_plans_nothing_for_others_but_plays_alone(room: Room) -> None:
    ben = room.person("2", "Ben")
    assert (await ben.quiz("new")).title == "A quiz night is made by a moderator."
    await ben.quiz("rehearse", track="Dega")
    assert "Open it in this channel" not in labels(ben.reply)
    await ben.press("Play it alone")
    assert ben.reply.title == "Round 1 of 3 · Question 1 of 5"


async def test_another_community_takes_part_where_it_lent_a_channel(room: Room) -> None:
    ann = moderator(room)
    links = room.bot._stand.newsroom.links
    code = await links.offer(LOBBY, "the lobby")
    await links.take_up(code, "discord", "track")
    await ann.quiz("new")
    await ann.press("A bit of everything", "Also in the lobby")
    assert "Shown in this channel and the lobby" in words(ann.reply)
    await ann.press("Open it in this channel")

    (night,) = await room.nights.recent("slack", "T1", 1)
    boards = await room.nights.boards(night.id)
    assert [(each.to, each.is_host) for each in boards] == [(GARAGE, True), (LOBBY, False)]
    assert len({each.mark for each in boards}) == 2


async def test_a_channel_has_one_night_at_a_time(room: Room) -> None:
    ann = moderator(room)
    for _ in range(2):
        await ann.quiz("new")
        await ann.press("A bit of everything", "Open it in this channel")
    assert "A night is on in this channel" in words(ann.reply)
    assert (await ann.quiz()).title == "A bit of everything is on."
    ann.place = type(ann.place)("pit:1", "track", "pit")
    await ann.quiz("new")
    await ann.press("A bit of everything", "Open it in this channel")
    (latest, first) = await room.nights.recent("discord", "track", 5)
    assert [b.to for b in await room.nights.boards(latest.id)] == [
        Destination("discord", "track", "pit")
    ]
    assert {q.key for q in latest.questions} != {q.key for q in first.questions}


async def test_a_night_is_planned_for_a_time_and_begins_by_itself(room: Room) -> None:
    ann = room.person("1", "Ann", moderates=True)
    await ann.quiz("new")
    await ann.press("Trucks 2025", "When it begins")
    await ann.fill(starts="when the cows come home")
    assert "I do not understand the time" in words(ann.reply)
    await ann.press("When it begins")
    await ann.fill(starts="in 2 hours")
    assert "(in 2 h)" in words(ann.reply)
    await ann.press("Open it in this channel")
    assert "(in 2 h)" in words(ann.reply)
    assert (await ann.quiz()).title == "Trucks 2025 is planned."

    (night,) = await room.nights.recent("discord", "track", 1)
    assert night.head.until == room.clock() + 2 * 3600
    room.night = night.id
    board = words(await room.board())
    assert "Begins Monday, December 29, " in board
    assert "Your host is Ann." in board
    assert due(night, night.head.until - 1) is None
    assert isinstance(due(night, night.head.until), RoundOpened)


async def test_a_planned_night_is_moved_with_all_who_are_in_and_called_off(room: Room) -> None:
    ann, ben = moderator(room), room.person("2", "Ben")
    await ann.quiz("new")
    await ann.press("Trucks 2025", "When it begins")
    await ann.fill(starts="in 2 hours")
    await ann.press("Open it in this channel")
    (night,) = await room.nights.recent("discord", "track", 1)
    room.night = night.id
    await ben.on_board("Join")

    await ann.press("Move it")
    await ann.fill(starts="yesterday week")
    assert "I do not understand the time" in words(ann.reply)
    await ann.press("Move it")
    await ann.fill(starts="in 26 hours")
    assert "Moved from Monday, December 29, " in words(ann.reply)
    board = words(await room.board())
    assert "Begins Tuesday, December 30, " in board
    assert "Moved from Monday, December 29, " in board
    assert "1 player is in." in board
    await ann.press("Move it")
    await ann.fill(starts="")
    assert "Begins when the host opens it\nMoved from Tuesday" in words(await room.board())

    await ann.press("Call it off", "Yes, call it off")

    board = words(await room.board())
    assert board.startswith("Trucks 2025 is called off.")
    assert "Scores" not in labels(await room.board())
    assert (await ann.quiz()).title == "No quiz night is on here."


async def test_a_night_that_has_begun_is_moved_no_more(room: Room) -> None:
    ann = moderator(room)
    await ann.quiz("new")
    await ann.press("Trucks 2025", "Open it in this channel")
    (night,) = await room.nights.recent("discord", "track", 1)
    room.night = night.id
    await room.person("2", "Ben").on_board("Join")
    await ann.press("Set a time")
    begun = await room.nights.take(night.id, lambda night: following(night, room.clock()))

    await ann.fill(starts="in 2 hours")

    assert "Only a night that has not begun is moved." in words(ann.reply)
    assert await room.nights.find(night.id) == begun

"""A quiz night as people live it: planned, joined, played, hosted, marked, protested, ended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.rules import Rules
from bot.request import Press, Request
from tests.bot.quizmaster.room import GARAGE, LOBBY, PADDOCK, choice, labels, rows, typed, words

if TYPE_CHECKING:
    from tests.bot.quizmaster.room import Person, Room

TWO = Rules(rounds=1, questions=2, moves="host")


async def test_a_night_is_open_after_two_presses_and_played_to_its_end(room: Room) -> None:
    ann = room.person("1", "Ann", moderates=True)
    ben, cleo = room.person("2", "Ben"), room.person("3", "Cleo")
    await ann.quiz("new")
    await ann.press("Trucks 2025", "Rounds and time")
    await ann.fill(rounds="1", questions="2", moves="host")
    await ann.press("Open it in this channel")
    (night,) = await room.nights.recent("discord", "track", 1)
    room.night = night.id
    board = await room.board()
    assert board.title == "Quiz night: Trucks 2025"
    assert "Nobody is in yet" in words(board)
    assert "Your host is Ann" in words(board)

    assert (await ben.on_board("Join")).title == "You are in, Ben."
    await cleo.on_board("Join")
    assert "2 players are in." in words(await room.board())
    await ann.press("Open round 1", "Ask it")
    right = night.questions[0].accepted[0]
    wrong = "A" if right != "A" else "B"
    await ben.on_board(wrong)
    assert words(await ben.on_board(right)).startswith(
        f"You picked {right}.\nYou can change it until the lock."
    )
    await cleo.on_board(wrong)
    assert "2 of 2 in." in words(await room.board())

    await ann.press("Lock", "Reveal")
    board = await room.board()
    assert f"The answer: {right} · {night.questions[0].answer}." in words(board)
    assert "Right: 1 of 2 players." in words(board)
    assert rows(board) == [("1", "Ben", "10", "+10"), ("2", "Cleo", "0", "-")]
    assert rows(await cleo.on_board("Proof"))
    assert (await ben.on_board("My score")).title == "You have 10 points: place 1."

    await ann.press("Next", "Lock", "Reveal", "Finish")
    assert (await room.board()).title == "Ben wins Trucks 2025 with 10 points."
    assert (await cleo.quiz("scores")).title == "Trucks 2025: all scores"


async def test_another_community_takes_part_by_a_code_and_speed_counts_no_more(
    room: Room,
) -> None:
    await room.open(replace(TWO, bonus=True), choice("Daytona"), choice("Dover"))
    ann, ben = room.person("1", "Ann", moderates=True), room.person("2", "Ben")
    zoe, yan = room.person("8", "Zoe", moderates=True, at=LOBBY), room.person("9", "Yan", at=LOBBY)
    await ann.quiz("host")
    await ann.press("Invite a community")
    assert "no bonus for speed" in words(ann.reply)
    code = ann.reply.title.removeprefix("The code is ").rstrip(".")

    assert "one of its moderators" in words(await yan.quiz(f"join {code}"))
    assert "leads to no night" in words(await zoe.quiz("join ABCDE-FGHJK"))
    assert (await zoe.quiz(f"join {code.lower()}")).title == "Trucks comes to this channel."
    assert "already" in words(await zoe.quiz("join", code=code))

    assert [board.to for board in await room.nights.boards(room.night)] == [GARAGE, LOBBY]
    assert "no speed bonus: linked" in words(await room.board())
    await ben.on_board("Join")
    await yan.on_board("Join")
    await ann.press("Back", "Open round 1", "Ask it")
    await yan.on_board("B")
    assert "1 of 2 in: Discord 0, Slack 1." in words(await room.board())
    assert (await room.board()).footer == "Trucks · no speed bonus: linked"
    await ann.press("Lock", "Reveal")
    assert rows(await room.board()) == [
        ("1", "a player on Slack", "10", "+10"),
        ("2", "Ben", "0", "-"),
    ]
    assert rows(await room.board(LOBBY))[0] == ("1", "Yan", "10", "+10")


async def test_the_host_takes_a_community_out_again_and_its_answers_stay(room: Room) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"))
    ann, ben, _ = _three(room)
    zoe, yan = room.person("8", "Zoe", moderates=True, at=LOBBY), room.person("9", "Yan", at=LOBBY)
    await ann.quiz("host")
    await ann.press("Invite a community")
    code = ann.reply.title.removeprefix("The code is ").rstrip(".")
    await zoe.quiz(f"join {code}")
    await ben.on_board("Join")
    await yan.on_board("Join")
    await yan.press("Show my name everywhere")
    await _asked(ann)
    await yan.on_board("B")
    await ann.press("Lock", "Reveal", "Next")
    before = await room.board(LOBBY)

    await ann.press("Who takes part")
    assert rows(ann.reply) == [
        ("a channel on Discord", "1", "the host's own"),
        ("a channel on Slack", "1", ""),
    ]
    await ann.press("Take out a channel on Slack", "Yes, take it out")

    assert rows(ann.reply)[1] == ("a channel on Slack", "1", "taken out")
    told = await room.board(LOBBY)
    assert told.title == "Trucks is over in this channel."
    assert "Dover" not in words(told)
    answer = next(each.key for each in before.buttons if each.label.startswith("B"))
    for key in (answer, f"quiz:join:{room.night}"):
        refused = await room.bot.press(Press(key, yan.user, yan.place))
        assert refused.title.startswith("The host has ended the link with this community")
    assert "has taken this community out" in words(await zoe.quiz(f"join {code}"))
    assert (await zoe.quiz("host")).title == "No quiz night is on here."
    assert (await yan.on_board("My score")).title == "You have 10 points: place 1."
    assert "0 of 1 in." in words(await room.board())
    await ben.on_board("B")
    await ann.press("Back", "Lock", "Reveal")
    assert [row[1:3] for row in rows(await room.board())] == [
        ("Ben", "10"),
        ("a player on Slack", "10"),
    ]


async def test_the_season_adds_up_the_nights_that_are_over(room: Room) -> None:
    ann, ben, cleo = _three(room)
    assert "No quiz night was played here in 2025." in words(await ben.quiz("season"))
    for night in ("NIGHT11111", "NIGHT22222"):
        await room.open(TWO, choice("Daytona"), choice("Dover"), night=night)
        await ben.on_board("Join")
        await ann.quiz("host")
        await ann.press("Open round 1", "Ask it")
        await ben.on_board("B")
        await ann.press("Lock", "Reveal")
        await cleo.on_board("Join")
        await ann.press("Next", "Lock", "Reveal", "Finish")
    await room.open(TWO, choice("Pocono"), night="NIGHT33333")
    await cleo.on_board("Join")

    assert rows(await cleo.quiz("season")) == [
        ("1", "Ben", "20", "2", "2"),
        ("2", "Cleo", "0", "0", "2"),
    ]
    assert "in 1999" in words(await ben.quiz("season", seasons="1999"))
    assert "is a year" in words(await ben.quiz("season", seasons="the 80s"))


async def test_near_answers_are_ruled_on_once_for_all_who_gave_them(room: Room) -> None:
    await room.open(TWO, typed("Daytona"), typed("Dover"))
    ann, *fans = _three(room)
    for fan in fans:
        await fan.on_board("Join")
    await _asked(ann)
    for fan, said in zip(fans, ("kyle busch", "Busch"), strict=True):
        await fan.on_board("Type your answer")
        assert (await fan.fill(answer=said)).title == f"You said “{said}”."

    await ann.press("Lock", "Marking (1)")
    board = words(await room.board())
    assert "Closed.\n1 answer waits for the host." in board
    assert "Busch" not in board
    assert "The answer: Kyle Busch" in words(ann.reply)
    assert labels(ann.reply)[:2] == ["Accept “Busch” (1)", "Reject “Busch” (1)"]
    await ann.press("Accept “Busch” (1)", "Reveal")
    assert "for the host" not in words(await room.board())

    assert [row[2] for row in rows(await room.board())] == ["10", "10"]


async def test_a_protest_is_heard_with_its_proof_and_the_points_are_counted_anew(
    room: Room,
) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"))
    ann, ben, cleo = _three(room)
    await ben.on_board("Join")
    await cleo.on_board("Join")
    await _asked(ann)
    await ben.on_board("A")
    await ann.press("Lock", "Reveal")
    await ben.on_board("Protest")
    assert (await ben.fill(words="Majeski was put back to first")).title.startswith("Your protest")
    assert "1 protest waits for the host." in words(await room.board())
    await ann.press("Look again", "Protests (1)")
    assert ("Daytona 500", "Kyle Busch") in rows(ann.reply)
    assert "Ben, who gave “A”" in words(ann.reply)

    await ann.press("Uphold")

    assert rows(await room.board())[0] == ("1", "Ben", "10", "+10")
    assert "for the host" not in words(await room.board())
    await ann.press("Log")
    assert rows(ann.reply) == [("Question 1 of 2", "Ben", "+10", "protest 1 upheld")]


async def test_a_captain_sees_what_his_team_proposes_and_confirms_it(room: Room) -> None:
    await room.open(Rules(1, 2, team_size=3, moves="host"), choice("Daytona"), choice("Dover"))
    ann, ben, cleo = _three(room)
    await ben.on_board("Join")
    await ben.fill(team="+", name="Pit Crew")
    assert ben.reply.title == "You play for Pit Crew."
    await cleo.on_board("Join")
    assert (await cleo.fill()).title == "You play for Pit Crew."
    assert "Teams: Pit Crew (2)" in words(await room.board())
    await _asked(ann)

    assert (await cleo.on_board("C")).title == "You propose C to Pit Crew."
    await ben.on_board("B")

    assert words(ben.reply).startswith("Pit Crew answers B.\n1 says B and 1 says C.")


async def test_who_comes_late_plays_from_the_next_question_on(room: Room) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"))
    ann, ben, cleo = _three(room)
    await ben.on_board("Join")
    await _asked(ann)
    board = await room.board()

    late = await cleo.on_board("B")
    assert late.title == "You are in, Cleo."
    assert "Question 2 of the night is the first that is yours." in words(late)
    await ann.press("Lock", "Reveal", "Next")
    cleo.reply = board
    assert (await cleo.press("B")).title == "That question is closed."


async def test_nobody_but_the_host_moves_it_and_a_moderator_takes_over(room: Room) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"))
    ann, ben, _ = _three(room)
    dan = room.person("4", "Dan", moderates=True)
    await ann.quiz("host")
    stolen = ann.reply
    assert (await ben.quiz("host")).title == "Trucks is hosted by Ann."
    ben.reply = stolen
    assert (await ben.press("Open round 1")).title == "Trucks is hosted by Ann."
    await ben.on_board("Join")

    await dan.quiz("host")
    await dan.press("Take over")
    assert "You are the host now." in words(dan.reply)
    await dan.press("Open round 1", "Ask it")
    assert "Your host" not in words(await ann.press("Open round 1"))
    assert ann.reply.title == "Trucks is hosted by Dan."


async def test_a_button_of_the_panel_that_was_pressed_twice_does_nothing_twice(room: Room) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"))
    ann, ben, _ = _three(room)
    await ben.on_board("Join")
    await _asked(ann)
    seen = ann.reply
    await ann.press("Lock")
    ann.reply = seen

    await ann.press("Lock")

    assert "The night went on meanwhile" in words(ann.reply)
    assert "closed" in words(ann.reply)


async def test_a_wager_and_a_joker_are_set_in_private(room: Room) -> None:
    rules = Rules(1, 1, joker=True, wager=True, moves="host")
    await room.open(rules, choice("Daytona"), choice("Dover"))
    ann, ben, _ = _three(room)
    await ben.on_board("Join")
    await ann.quiz("host")
    await ann.press("Open round 1")
    assert (await ben.on_board("Play my joker")).title == "Your joker is on round 1."
    await ann.press("Ask it")
    await ben.on_board("B")
    await ann.press("Lock", "Reveal", "Next")
    await ben.on_board("Set my wager")
    assert (await ben.fill(wager="all of it")).title.startswith("A wager is a whole number")
    await ben.on_board("Set my wager")
    assert (await ben.fill(wager="15")).title == "You dare 15."
    await ann.press("Ask it")
    await ben.on_board("A")
    await ann.press("Lock", "Reveal")

    assert rows(await room.board()) == [("1", "Ben", "5", "-15")]


async def test_names_cross_to_another_platform_only_where_one_agrees(room: Room) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"), to=(GARAGE, LOBBY))
    ann, ben, _ = _three(room)
    eve = room.person("T1.U5", "Eve", at=LOBBY)
    await ben.on_board("Join")
    await eve.on_board("Join")
    await eve.press("Show my name everywhere")
    await _asked(ann)
    await ben.on_board("B")
    assert "1 of 2 in: Discord 1, Slack 0." in words(await room.board())
    await ann.press("Lock", "Reveal")

    assert [row[1] for row in rows(await room.board())] == ["Ben", "Eve"]
    assert [row[1] for row in rows(await room.board(LOBBY))] == ["a player on Discord", "Eve"]
    assert "Ann" not in words(await room.board(LOBBY))


async def test_a_host_is_called_by_name_in_the_community_that_he_hosts_from_alone(
    room: Room,
) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"), to=(GARAGE, PADDOCK))
    assert "Your host is Ann" in words(await room.board())
    assert "Your host is somebody on Discord" in words(await room.board(PADDOCK))

    zoe = room.person("9", "Zoe", moderates=True, at=PADDOCK)
    await zoe.quiz("host")
    await zoe.press("Take over")
    assert "Your host is somebody on Discord" in words(await room.board())
    assert "Your host is Zoe" in words(await room.board(PADDOCK))


async def test_in_own_time_each_plays_all_of_them_alone(room: Room) -> None:
    ann, ben, _ = _three(room)
    await ann.quiz("new")
    await ann.press("A bit of everything", "Teams and extras")
    await ann.fill(wager="yes")
    await ann.press("Rounds and time")
    await ann.fill(rounds="1", questions="2", moves="own")
    await ann.press("Open it in this channel")
    (night,) = await room.nights.recent("discord", "track", 1)
    room.night = night.id
    first, second, *_ = (each.accepted[0] for each in night.questions)
    await ben.on_board("Join")
    await ann.press("Open for play")
    assert "Open until Wednesday, December 31, " in words(await room.board())

    await ben.on_board("Play")
    await ben.press(first, "A" if second != "A" else "B")

    assert ben.reply.title == "You have answered all of them."
    await ann.press("Look again", "Lock", "Reveal")
    assert rows(await room.board()) == [("1", "Ben", "10")]
    assert len(rows(await ben.on_board("Answers"))) == 2


def _three(room: Room) -> tuple[Person, Person, Person]:
    ann = room.person("1", "Ann", moderates=True)
    return ann, room.person("2", "Ben"), room.person("3", "Cleo")


async def _asked(ann: Person) -> None:
    await ann.quiz("host")
    await ann.press("Open round 1", "Ask it")


async def test_whoever_wants_to_be_forgotten_is_and_the_points_stay(room: Room) -> None:
    await room.open(TWO, choice("Daytona"), choice("Dover"))
    ann, ben, _ = _three(room)
    await ben.on_board("Join")
    await _asked(ann)
    await ben.on_board("B")
    await ann.press("Lock", "Reveal")
    request = Request("privacy", ben.user, ben.place)
    ben.reply = await room.bot.handle(request)
    assert ben.reply.title == "Of you I keep your name and answers in 1 quiz night."

    await ben.press("Delete all of it")

    assert rows(await room.board()) == [("1", "a former player", "10", "+10")]

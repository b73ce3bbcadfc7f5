"""A pack is brought: every fault is told with its line, and what is sound can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Destination
from tests.bot.quizmaster.room import labels, rows, words

if TYPE_CHECKING:
    from tests.bot.quizmaster.room import Person, Room

OURS = b"""title: Infield specials
questions:
  - question: How many Cup wins does Richard Petty have?
    answer: 200
  - question: Who won the 1998 Daytona 500?
    answer: Dale Earnhardt Jr.
    choices: [Dale Earnhardt Jr., Jeff Gordon, Dale Earnhardt, Bill Elliott]
    told: Junior did.
  - question: Who is the reigning Cup champion?
    answer: Joey Logano
"""
FAULTY = b"""title: Half done
questions:
  - question: Who won the 1998 Daytona 500?
    answr: Dale Earnhardt
  - question: How many Cup wins does Richard Petty have?
    answer: 200
  - question: What colour was the car?
    answer: Blue
    difficulty: 9
"""


def moderator(room: Room) -> Person:
    return room.person("1", "Ann", moderates=True)


async def bring(ann: Person, content: bytes = OURS, name: str = "ours.yaml") -> None:
    await ann.quiz("packs")
    await ann.press("Bring a pack")
    await ann.send(name, content)


async def test_a_sound_pack_is_kept_and_looked_over_at_once(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)

    assert ann.reply.title == "Infield specials: 3 questions"
    assert [row[2] for row in rows(ann.reply)] == ["sound", "contradicted", "expired"]
    assert "The records contradict 1 question" in words(ann.reply)
    assert "brought by Ann" in ann.reply.footer
    await ann.quiz("packs")
    assert rows(ann.reply) == [("Infield specials", "3", "1 contradicted by the records")]


async def test_every_fault_is_told_at_once_and_the_sound_ones_can_be_kept(room: Room) -> None:
    ann = moderator(room)
    await bring(ann, FAULTY)
    assert ann.reply.title == "Half done: 3 faults, 1 sound question"
    assert [row[0] for row in rows(ann.reply)] == ["3", "4", "9"]

    await ann.quiz("packs")  # whoever is called away finds it as he sent it
    assert rows(ann.reply) == [("Half done", "0", "has faults to decide on")]
    await ann.press("Half done", "Decide on the faults", "Keep the sound one")

    assert ann.reply.title == "Half done: 1 question"
    assert "Decide on the faults" not in labels(ann.reply)


async def test_what_has_faults_is_mended_in_the_form_with_nothing_lost(room: Room) -> None:
    ann = moderator(room)
    await bring(ann, FAULTY)
    await ann.press("Mend and send again")
    text = ann.reply.form.fields[1].value
    assert text == FAULTY.decode()

    await ann.fill(text=text.replace("answr", "answer").replace("difficulty: 9", "difficulty: 5"))

    assert ann.reply.title == "Half done: 3 questions"


async def test_a_bad_new_version_leaves_the_old_one_as_it_is(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await ann.press("Replace")
    assert "Who won the 1998 Daytona 500?" in ann.reply.form.fields[1].value
    await ann.send("worse.yaml", FAULTY)
    await ann.press("Keep it as it was")
    assert ann.reply.title == "Infield specials: 3 questions"

    await ann.press("Replace")
    await ann.send("photo.png", b"", "photo.png is no text.")
    assert ann.reply.title == "photo.png is no text."
    await ann.press("Send another")
    await ann.send("excel.csv", "question,answer\nWer?,Müller".encode("latin-1"))
    assert rows(ann.reply)[0][0] == "2"
    assert "save the file as UTF-8" in words(ann.reply)


async def test_it_is_renamed_shown_as_text_and_deleted_when_asked_twice(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    await ann.press("Rename")
    await ann.fill(title="Outfield specials")
    await ann.press("As text")
    assert words(ann.reply).startswith("Outfield specials as text: 1 of 1\ntitle: Outfield")

    await ann.press("Back", "Delete")
    assert ann.reply.title == "Delete Outfield specials with its 3 questions?"
    await ann.press("Delete it for good")
    assert ann.reply.title == "No pack of your own yet."


async def test_packs_are_for_moderators_of_their_own_community(room: Room) -> None:
    ann = moderator(room)
    await bring(ann)
    mine = ann.reply
    ben = room.person("2", "Ben")
    assert (await ben.quiz("packs")).title == "Packs are for moderators."
    ben.reply = mine
    assert (await ben.press("As text")).title == "Packs are for moderators."

    elsewhere = Destination("discord", "paddock", "garage")
    cora = room.person("3", "Cora", moderates=True, at=elsewhere)
    assert (await cora.quiz("packs")).title == "No pack of your own yet."
    cora.reply = mine
    assert (await cora.press("As text")).title == "That pack is not here any more."


async def test_two_moderators_do_not_undo_each_others_work(room: Room) -> None:
    ann, cora = moderator(room), room.person("3", "Cora", moderates=True)
    await bring(ann)
    await ann.press("Rename")
    await cora.quiz("packs")
    await cora.press("Infield", "1 ·", "Take it out")
    await ann.fill(title="Trackside")

    assert ann.reply.title == "Trackside: 2 questions"

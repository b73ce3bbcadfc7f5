"""A channel in which a quiz night is played: its board as it is now, and people who press it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.quiz.night import Night
from bot.quiz.nights import Board
from bot.quiz.question import Question
from bot.quiz.showing import show_board
from bot.reply import Fields, Reply, Table, Text
from bot.request import Place, Press, Request, Sent, Submission, User
from knowledge.answer import Table as Rows

if TYPE_CHECKING:
    from bot.bot import Bot
    from bot.quiz.nights import Nights
    from bot.quiz.rules import Rules

GARAGE = Destination("discord", "track", "garage")
LOBBY = Destination("slack", "T1", "lobby")
PADDOCK = Destination("discord", "club", "paddock")
ROWS = Rows(("Race", "Winner"), (("Daytona 500", "Kyle Busch"), ("Coke 600", "Kyle Busch")))


def choice(key: str, right: str = "B") -> Question:
    names = ("Ty Majeski", "Corey Heim", "Layne Riggs", "Grant Enfinger")
    answer = names["ABCD".index(right)]
    told = f"{answer} won it by a mile."
    return Question(key, "choice", f"Who won {key}?", answer, (right,), names, told, ROWS)


def typed(key: str) -> Question:
    told = "Kyle Busch won it by a mile."
    return Question(key, "typed", f"Who won {key}?", "Kyle Busch", ("Kyle Busch",), (), told, ROWS)


@dataclass
class Room:
    """Everybody in it sees the same board."""

    bot: Bot
    nights: Nights
    clock: object
    night: str = ""

    async def open(
        self, rules: Rules, *questions: Question, to=(GARAGE,), host="discord 1", night="NIGHT23456"
    ) -> None:
        """A night with these very questions, its doors open."""
        self.night = night
        called = {"host_name": "Ann", "host_community": to[0].community}
        night = Night(self.night, "Trucks", rules, questions, host, **called)
        boards = [Board(self.night, each, f"quiz{n}", is_host=not n) for n, each in enumerate(to)]
        await self.nights.begin(night, tuple(boards))

    async def board(self, to: Destination = GARAGE) -> Reply:
        night = await self.nights.find(self.night)
        assert night is not None
        tallies = await self.nights.tally(self.night, night.head.number)
        board = Board(self.night, to, "quiz0")
        return show_board(night, tallies, board, self.clock())

    def person(self, key: str, name: str, *, moderates: bool = False, at=GARAGE) -> Person:
        user = User(at.platform, key, name, may_moderate=moderates)
        place = Place(f"{at.channel}:{key}", at.community, at.channel)
        return Person(self, user, place, at)


@dataclass
class Person:
    """One of them, with what Spotter told him last."""

    room: Room
    user: User
    place: Place
    at: Destination
    reply: Reply = field(default_factory=Reply)

    async def quiz(self, what: str = "", **options: str) -> Reply:
        request = Request("quiz", self.user, self.place, {"what": what, **options})
        return self._told(await self.room.bot.handle(request))

    async def press(self, *labels_: str) -> Reply:
        """A button of his own last message."""
        for label in labels_:
            await self._press(self.reply, label)
        return self.reply

    async def on_board(self, label: str) -> Reply:
        return await self._press(await self.room.board(self.at), label)

    async def send(self, name: str, content: bytes, fault: str = "") -> Reply:
        """A file, put into the form that is open."""
        form = self.reply.form
        assert form is not None, words(self.reply)
        sent = {"file": Sent(name, content, fault)}
        filled = Submission(form.key, self.user, self.place, {}, sent)
        return self._told(await self.room.bot.submit(filled))

    async def fill(self, **values: str) -> Reply:
        """The form that is open; what is not told stays as it stands there."""
        form = self.reply.form
        assert form is not None, words(self.reply)
        filled = {each.name: values.pop(each.name, each.value) for each in form.fields}
        assert not values
        submission = Submission(form.key, self.user, self.place, filled)
        return self._told(await self.room.bot.submit(submission))

    async def _press(self, reply: Reply, label: str) -> Reply:
        key = next((each.key for each in reply.steps if each.label.startswith(label)), "")
        assert key, f"no {label} among {labels(reply)}"
        return self._told(await self.room.bot.press(Press(key, self.user, self.place)))

    def _told(self, reply: Reply) -> Reply:
        assert reply.private, f"all would see {words(reply)}"
        assert not reply.title.startswith("Sorry"), reply.title
        self.reply = reply
        return reply


def words(reply: Reply) -> str:
    return "\n".join([reply.title, *(_of_block(block) for block in reply.blocks), reply.footer])


def labels(reply: Reply) -> list[str]:
    return [each.label for each in reply.steps]


def rows(reply: Reply) -> list[tuple[str, ...]]:
    return [row for block in reply.blocks if isinstance(block, Table) for row in block.rows]


def _of_block(block) -> str:
    match block:
        case Text():
            return block.words
        case Fields():
            return "\n".join(f"{name} {fact}" for name, fact in block.pairs)
        case Table():
            return "\n".join(" ".join(row) for row in block.rows)
    return ""

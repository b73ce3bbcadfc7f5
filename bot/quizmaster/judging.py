"""What the host judges: near answers by groups, protests with their proof, and the log of both."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.quiz.marking import same
from bot.quiz.refused import Refused
from bot.quiz.revealing import answer_words
from bot.quiz.scoring import answers
from bot.quiz.sides import side_name
from bot.quiz.steps import Decided, Ruled
from bot.quiz.waiting import waiting_groups
from bot.quiz.wording import place_of
from bot.quizmaster.booth import Booth, act, shown
from bot.quizmaster.looking import proof_rows
from bot.quizmaster.panel import panel_view
from bot.reply import Column, Fields, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.night import Night
    from bot.reply import Block, Button, Reply

_GROUPS = 10
"""Each has two buttons, and a message holds no more than 25."""

_PROOF_ROWS = 8
_LOGGED = 20
_SHORT = 50


async def show_marking(booth: Booth, words: str) -> Reply:
    """The answers to a question that came near, each with how many gave it."""
    groups = waiting_groups(booth.night)[:_GROUPS]
    if not groups:
        return await shown(booth, booth, Text("Nothing waits to be marked."))
    blocks = (Fields(tuple(_keys(booth.night, groups))),)
    buttons = tuple(_rulings(booth, groups))
    return panel_view("Which of these are right?", booth.night, blocks, *buttons)


async def rule(booth: Booth, words: str) -> Reply:
    """Accept or reject all that gave the same answer, once."""
    number, which, verdict = words.split(" ")
    groups = waiting_groups(booth.night)
    text = next(
        (text for at, text, _ in groups if (str(at), _mark_of(text)) == (number, which)), ""
    )
    if not text:
        return await show_marking(booth, "")
    host = booth.host
    step = Ruled(at=host.at, who=host.id, number=int(number), text=text, right=verdict == "yes")
    after = await act(booth, lambda _: step)
    if isinstance(after, Refused):
        return await shown(booth, after)
    return await show_marking(after, "")


async def show_protests(booth: Booth, words: str) -> Reply:
    """The first that waits: the rows that prove the key before all else."""
    night = booth.night
    if not night.undecided:
        return await shown(booth, booth, Text("No protest waits for you."))
    which = night.undecided[0]
    protest = night.protests[which]
    side = night.entrants[protest.player].side
    given = answers(night, protest.number).get(side)
    said = f"“{given.text}”" if given else "nothing"
    blocks: tuple[Block, ...] = (
        Text(night.questions[protest.number].prompt),
        Text(answer_words(night, protest.number)),
        *proof_rows(night, protest.number, _PROOF_ROWS),
        Fields(
            (
                ("Who", f"{side_name(night, side, booth.host.here)}, who gave {said}"),
                ("Protest", protest.words),
            )
        ),
    )
    buttons = (
        booth.button("Uphold: that answer is right too", f"decide {which} uphold"),
        booth.button("Void the question", f"decide {which} void"),
        booth.button("Deny", f"decide {which} deny"),
    )
    return panel_view(f"{place_of(night, protest.number)}: a protest", night, blocks, *buttons)


async def decide(booth: Booth, words: str) -> Reply:
    which, _, verdict = words.partition(" ")
    host = booth.host
    step = Decided(
        at=host.at,
        who=host.id,
        protest=int(which),
        upheld=verdict != "deny",
        void=verdict == "void",
    )
    after = await act(booth, lambda _: step)
    if isinstance(after, Refused):
        return await shown(booth, after)
    return await (show_protests(after, "") if after.night.undecided else shown(booth, after))


async def show_log(booth: Booth, words: str) -> Reply:
    """Every change of the points with its reason, the latest first."""
    night = booth.night
    columns = (Column("Where"), Column("Who"), Column("Points", holds_numbers=True), Column("Why"))
    rows = tuple(
        (
            place_of(night, each.number),
            side_name(night, each.side, booth.host.here),
            f"{each.points:+,}",
            each.reason,
        )
        for each in reversed(night.changes)
    )
    more = len(rows) - _LOGGED
    notes = (Text(f"And {more} before that.", "quiet"),) if more > 0 else ()
    return panel_view("How the points came about", night, (Table(columns, rows[:_LOGGED]), *notes))


def _keys(night: Night, groups: tuple[tuple[int, str, int], ...]) -> Iterator[tuple[str, str]]:
    for number in dict.fromkeys(number for number, _, _ in groups):
        question = night.questions[number]
        yield place_of(night, number), f"{question.prompt} {answer_words(night, number)}"


def _rulings(booth: Booth, groups: tuple[tuple[int, str, int], ...]) -> Iterator[Button]:
    for number, text, count in groups:
        label = f"“{_as_typed(booth.night, number, text)[:_SHORT]}” ({count})"
        key = f"rule {number} {_mark_of(text)}"
        yield booth.button(f"Accept {label}", f"{key} yes")
        yield booth.button(f"Reject {label}", f"{key} no")


def _as_typed(night: Night, number: int, text: str) -> str:
    given = night.given.get(str(number), {}).values()
    return next((each.text for each in given if same(each.text) == text), text)


def _mark_of(text: str) -> str:
    """Short enough for a button's key, whatever was typed."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]

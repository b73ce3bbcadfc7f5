"""What a player looks up for himself: the proof, his score, all scores, all answers, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.board import board, place_words
from bot.quiz.points import points_table
from bot.quiz.revealing import answer_words, success_words
from bot.quiz.rules import GRACE
from bot.quiz.scoring import answers, awards
from bot.quiz.wording import counted, place_of, rules_in_words
from bot.quizmaster.pages import page_of, turns
from bot.quizmaster.player import GONE, told
from bot.reply import Button, Column, Menu, Reply, Table, Text
from bot.tabulation import phrase_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.keys import Verb
    from bot.quiz.night import Night
    from bot.quizmaster.player import Player
    from bot.reply import Block

_ROWS = 15
"""Rows of a proof that a message shows well."""

_SHORT = 60
"""Characters of a question in a table."""


async def show_proof(player: Player, words: str) -> Reply:
    night = await player.nights.find(player.night)
    number = int(words)
    if night is None:
        return GONE
    if number not in night.revealed:
        return told("That question is not answered yet.")
    return proof_of(night, number)


def proof_of(night: Night, number: int) -> Reply:
    question = night.questions[number]
    return Reply(
        question.told or answer_words(night, number),
        (Text(question.prompt, "quiet"), *proof_rows(night, number)),
        footer=f"Data through {question.through}" if question.through else question.source,
        private=True,
    )


def proof_rows(night: Night, number: int, most: int = _ROWS) -> tuple[Block, ...]:
    proof = night.questions[number].proof
    if proof is None or not proof.rows:
        return (Text("No rows stand behind this one; its writer answers for it.", "quiet"),)
    table = phrase_table(proof)
    more = len(table.rows) - most
    shown = Table(table.columns, table.rows[:most])
    return (shown, Text(f"And {counted(more, 'row')} more.", "quiet")) if more > 0 else (shown,)


async def show_mine(player: Player, words: str) -> Reply:
    """How it stands with one side, question by question."""
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    entrant = night.entrants.get(player.id)
    if entrant is None:
        return told("You are not in this night.", "Join, and you play from the next question on.")
    standing = next(each for each in board(night) if each.side == entrant.side)
    who = f"{entrant.team} has" if entrant.team else "You have"
    title = f"{who} {counted(standing.points, 'point')}: place {place_words(standing)}."
    table = _history(night, entrant.side)
    return Reply(title, (table,) if table.rows else (), private=True)


async def show_scores(player: Player, words: str) -> Reply:
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    shown, page, last = page_of(board(night), words)
    if not shown:
        return told(f"{night.title}: nobody is in yet.")
    return Reply(
        f"{night.title}: all scores",
        (
            points_table(list(shown), night, player.here),
            *((Text(f"Page {page} of {last}.", "quiet"),) if last > 1 else ()),
        ),
        buttons=turns(player, "scores", page, last),
        private=True,
        in_place=bool(words),
    )


async def show_answers(player: Player, words: str) -> Reply:
    """Every question that is answered by now; the proof of each can be picked."""
    night = await player.nights.find(player.night)
    return GONE if night is None else answers_of(night)


def answers_of(night: Night, verb: Verb = "quiz") -> Reply:
    if not night.revealed:
        return told("No question is answered yet.")
    rows = tuple(
        (
            place_of(night, number),
            _short(night.questions[number].prompt),
            night.questions[number].answer,
        )
        for number in night.revealed
    )
    return Reply(
        f"{night.title}: the answers",
        (Table((Column("Where"), Column("Question"), Column("Answer")), rows),),
        menu=Menu("Proof of …", tuple(_proofs(night, verb))),
        private=True,
    )


def _proofs(night: Night, verb: Verb) -> Iterator[Button]:
    for number in night.revealed:
        label = f"{place_of(night, number)}: {success_words(night, number)}"
        yield Button(label, f"{verb}:proof {number}:{night.id}")


async def show_rules(player: Player, words: str) -> Reply:
    night = await player.nights.find(player.night)
    if night is None:
        return GONE
    return told(f"{night.title}: how it goes", rules_in_words(night.rules), *_explained(night))


def _explained(night: Night) -> Iterator[str]:
    rules = night.rules
    if rules.style == "choice":
        yield "Press A to D; only you see what you picked. You can change it until the lock."
    else:
        yield "Type your answer; nobody sees it. Names may be misspelt, and the host decides."
    if not rules.own_time:
        yield f"What is on its way when the time is up counts if it comes within {GRACE} seconds."
    if rules.team_size:
        yield "Anybody in a team may propose; who came in first is the captain, and confirms."
    yield (
        "A right answer brings 10 points. How fast you are does not matter."
        if (not rules.bonus)
        else "A right answer brings 10 points, and up to 5 more for speed."
    )
    if rules.bonus_off:
        yield "A bonus for speed was chosen; where communities play together there is none."
    if rules.joker:
        yield "Your joker doubles one round; play it before that round begins."
    if rules.wager:
        yield "Before the last question you dare points: won where you are right, else lost."
    yield "Every answer has its proof. You may protest until the next round begins."


def _history(night: Night, side: str) -> Table:
    columns = (Column("Where"), Column("You said"), Column("Points", holds_numbers=True))
    return Table(columns, tuple(_row(night, side, number) for number in night.revealed))


def _row(night: Night, side: str, number: int) -> tuple[str, str, str]:
    given, award = answers(night, number).get(side), awards(night, number).get(side)
    points = f"{award.points:,}" if award else "0"
    reason = f" ({award.reason})" if award else ""
    return place_of(night, number), f"{given.text if given else '-'}{reason}", points


def _short(prompt: str) -> str:
    return prompt if len(prompt) <= _SHORT else f"{prompt[: _SHORT - 1].rstrip()}…"

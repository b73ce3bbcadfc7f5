"""What a player gives: a letter, words, a joker, a wager; each has a receipt for him alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.quiz.given import JOKER, WAGER, Given
from bot.quiz.marking import same
from bot.quiz.question import LETTERS
from bot.quiz.refused import Refused
from bot.quizmaster.joining import come_in_late
from bot.quizmaster.player import told
from bot.reply import Field, Form, Reply
from knowledge.sentences import listed

if TYPE_CHECKING:
    from bot.quiz.entrant import Entrant
    from bot.quizmaster.player import Player
    from bot.request import Submission

LONGEST_ANSWER = 200
"""Characters; five names fit well."""

ANSWER = "answer"
_CHANGE = "You can change it until the lock."


async def give_letter(player: Player, words: str) -> Reply:
    number, _, letter = words.partition(" ")
    if letter not in LETTERS:
        return told("There is no such choice.")
    return await _answer(player, number, letter)


async def answer_form(player: Player, words: str) -> Reply:
    """Opened without a look at the night: the answer is held against it when it comes."""
    return Reply(form=form_for(player.key(f"type {words}")), private=True)


def form_for(key: str) -> Form:
    return Form(key, "Your answer", (Field(ANSWER, "Your answer", longest=LONGEST_ANSWER),))


def typed(filled: Submission) -> str:
    return " ".join(filled.values.get(ANSWER, "").split())[:LONGEST_ANSWER]


async def take_answer(player: Player, words: str, filled: Submission) -> Reply:
    text = typed(filled)
    if not text:
        return told("There is nothing in that answer.", "Press the button again; nothing is lost.")
    return await _answer(player, words, text)


async def play_joker(player: Player, words: str) -> Reply:
    given = await _give(player, JOKER, words)
    if isinstance(given, Reply):
        return given
    return told(f"Your joker is on round {int(words) + 1}.", "What you get in it counts double.")


async def wager_form(player: Player, words: str) -> Reply:
    field = Field(WAGER, "How many points you dare", longest=6)
    return Reply(form=Form(player.key("wager"), "Your wager", (field,)), private=True)


async def take_wager(player: Player, words: str, filled: Submission) -> Reply:
    points = filled.values.get(WAGER, "").strip().replace(",", "")
    given = await _give(player, WAGER, points)
    if isinstance(given, Reply):
        return given
    return told(
        f"You dare {int(points):,}.",
        "At most what you have counts.",
        "Set another until it closes.",
    )


async def _answer(player: Player, about: str, text: str) -> Reply:
    given = await _give(player, about, text)
    if isinstance(given, Reply):
        return given
    entrant = await player.nights.entrant(player.night, player.id)
    if entrant is not None and entrant.team:
        return await _team_receipt(player, entrant, given)
    return told(f"{_said(text, 'You')}.", _CHANGE)


async def _give(player: Player, about: str, text: str) -> Given | Reply:
    given = Given(player.id, about, text, player.at)
    kept = await player.nights.give(player.night, given)
    if not isinstance(kept, Refused):
        return given
    if await player.nights.entrant(player.night, player.id) is None:
        return await come_in_late(player)
    return told(kept.why)


async def _team_receipt(player: Player, entrant: Entrant, given: Given) -> Reply:
    """A captain sees what his mates propose, a mate that it is the captain's to confirm."""
    night = await player.nights.find(player.night)
    mates = night.sides.get(entrant.side, ()) if night else ()
    if night is None or mates[0].id != entrant.id:
        return told(
            f"You propose {_quoted(given.text)} to {entrant.team}.",
            "Your captain confirms; while he is silent, what most of you propose counts.",
        )
    said = night.given.get(given.about, {})
    counts = Counter(same(said[mate.id].text) for mate in mates if mate.id in said)
    shown = {same(said[mate.id].text): said[mate.id].text for mate in mates if mate.id in said}
    tally = listed(
        [
            f"{times} say{'s' * (times == 1)} {_quoted(shown[text])}"
            for text, times in counts.most_common()
        ]
    )
    return told(f"{entrant.team} answers {_quoted(given.text)}.", f"{tally}.", _CHANGE)


def _said(text: str, who: str) -> str:
    return f"{who} picked {text}" if text in LETTERS else f"{who} said “{text}”"


def _quoted(text: str) -> str:
    return text if text in LETTERS else f"“{text}”"

"""How a night that is played alone looks: as its board would, with buttons of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.asked_words import asked_blocks, asked_buttons, lettered
from bot.quiz.marking import same
from bot.quiz.order import following
from bot.quiz.revealing import answer_words
from bot.quiz.scoring import awards, totals
from bot.quiz.steps import Ended
from bot.quiz.wording import counted, place_in_night
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.night import Night
    from bot.quizmaster.player import Player
    from bot.reply import Block, Button


_FITS = 32
"""Characters of a choice that a phone shows on a button."""


def draw_solo(night: Night, player: Player) -> Reply:
    match night.head.phase:
        case "asking":
            return _asking(night, player)
        case "revealed" | "locked":
            return _revealed(night, player)
        case _:
            return _end(night, player)


def _asking(night: Night, player: Player) -> Reply:
    return Reply(
        place_in_night(night),
        asked_blocks(night, night.head.number, player.at, choices=not _fit_buttons(night)),
        buttons=(
            *asked_buttons(night, night.head.number, "solo"),
            player.button("Stop here", "stop", "solo"),
        ),
        footer=f"{night.title} · {_so_far(night, player)}",
        private=True,
    )


def _fit_buttons(night: Night) -> bool:
    """Whether the choices are read well on their buttons alone."""
    return all(len(choice) <= _FITS for choice in night.question.choices)


def _revealed(night: Night, player: Player) -> Reply:
    number, question = night.head.number, night.question
    return Reply(
        _verdict(night, player),
        (
            Text(question.prompt, "quiet"),
            Text(answer_words(night, number)),
            *((Text(question.told),) if question.told else ()),
        ),
        buttons=tuple(_onward(night, player)),
        footer=f"{place_in_night(night)} · {_so_far(night, player)}",
        private=True,
    )


def _onward(night: Night, player: Player) -> Iterator[Button]:
    is_last = isinstance(following(night, player.at), Ended)
    yield player.button("Finish" if is_last else "Next question", "next", "solo")
    if night.question.proof is not None:
        yield player.button("Proof", f"proof {night.head.number}", "solo")
    if not is_last:
        yield player.button("Stop here", "stop", "solo")


def _verdict(night: Night, player: Player) -> str:
    number, question = night.head.number, night.question
    given = night.given.get(str(number), {}).get(player.id)
    said = given.text if given else ""
    if question.kind == "closest":
        return _off_by(night, number, said)
    award = awards(night, number).get(player.id)
    if question.kind == "several":
        return f"{award.reason.capitalize()}." if award else "None of those."
    if award:
        return "Right."
    marking = night.marked.get(number, {}).get(same(said))
    if marking and marking.verdict == "near":
        return f"“{said}” is near; a host would decide."
    if question.kind == "choice":
        return f"No, not {dict(lettered(question)).get(said, said)}."
    return f"No, not “{said}”."


def _off_by(night: Night, number: int, said: str) -> str:
    """Alone one is always the nearest, so how near is what counts."""
    marking = night.marked.get(number, {}).get(same(said))
    if marking is None or marking.figure is None:
        return f"“{said}” is no number."
    miss = abs(marking.figure - float(night.questions[number].accepted[0].replace(",", "")))
    return f"{miss:,g} off." if miss else "Exactly right."


def _so_far(night: Night, player: Player) -> str:
    right = sum(player.id in awards(night, number) for number in night.revealed)
    points = totals(night).get(player.id, 0)
    answered = len(night.revealed)
    return f"{right} of {answered} right, {counted(points, 'point')}" if answered else "you alone"


def _end(night: Night, player: Player) -> Reply:
    answered = len(night.revealed)
    if not answered:
        return Reply("That was it; you answered nothing.", _again(), private=True)
    return Reply(
        f"{night.title}: {_so_far(night, player)}.",
        _again(),
        buttons=(player.button("Answers", "answers", "solo"),),
        private=True,
    )


def _again() -> tuple[Block, ...]:
    return (Text("Nothing of it counts anywhere. quiz rehearse begins another."),)

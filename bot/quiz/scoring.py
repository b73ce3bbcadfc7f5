"""What each side gets for a question: its answer, the joker, the wager, the bonus for speed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.quiz.given import JOKER, WAGER
from bot.quiz.marking import same
from bot.quiz.night import ScoreChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.quiz.given import Given
    from bot.quiz.night import Night

POINTS = 10
"""For a right answer; who names some of several gets his part."""

BONUS = (5, 3, 0)
"""For a right answer in the first, second and last third of the time."""


@dataclass(frozen=True, slots=True)
class Award:
    """Points for one question, and what they are for."""

    points: int
    reason: str


def answers(night: Night, number: int) -> Mapping[str, Given]:
    """By side: a team answers as its captain does, or as most of it propose while he is silent."""
    by_side: dict[str, list[Given]] = {}
    for given in night.given.get(str(number), {}).values():
        by_side.setdefault(night.entrants[given.player].side, []).append(given)
    return {side: _of_side(night, side, found) for side, found in by_side.items()}


def awards(night: Night, number: int) -> Mapping[str, Award]:
    """What the sides get for a question that was revealed; who gets nothing is left out."""
    if number not in night.revealed or number in night.void or number >= night.rules.all:
        return {}
    won = dict(_won(night, number))
    if number == night.rules.normal:
        return dict(_wagered(night, won))
    return {side: _doubled(night, side, number, award) for side, award in won.items()}


def totals(night: Night, through: int | None = None) -> Mapping[str, int]:
    """Points by side, counted anew from what was answered; up to a question where one is named."""
    counted = dict.fromkeys((each.side for each in night.entrants.values()), 0)
    for number in night.revealed:
        if through is None or number < through:
            for side, award in awards(night, number).items():
                counted[side] += award.points
    return counted


def _rescored(
    before: Night, after: Night, numbers: tuple[int, ...], why: str, at: float
) -> Iterator[ScoreChange]:
    """What a step changed in the points for a question, and for the wager that hangs on them."""
    for each in dict.fromkeys((*numbers, before.rules.normal)):
        old, new = awards(before, each), awards(after, each)
        for side in {**old, **new}:
            points = _points(new, side) - _points(old, side)
            if points:
                reason = why or new[side].reason
                yield ScoreChange(side, each, points, reason, at)


def scored(before: Night, after: Night, numbers: tuple[int, ...], why: str, at: float) -> Night:
    """The night after a step, with what that step changed in the log of the scores."""
    changes = tuple(_rescored(before, after, numbers, why, at))
    return replace(after, changes=(*after.changes, *changes))


def tie_order(night: Night) -> tuple[tuple[str, ...], ...]:
    """Sides of a tie-break: the nearest first, of those the first to answer; else they share."""
    number = next((n for n in reversed(night.revealed) if n >= night.rules.all), None)
    if number is None or number in night.void:
        return ()
    given = answers(night, number)
    misses = _misses(night, number, given)
    ranks = {side: (misses[side], given[side].at) for side in misses}
    return tuple(
        tuple(sorted(side for side in ranks if ranks[side] == rank))
        for rank in sorted(set(ranks.values()))
    )


def _won(night: Night, number: int) -> Iterator[tuple[str, Award]]:
    given, question = answers(night, number), night.questions[number]
    if question.kind == "closest":
        misses = _misses(night, number, given)
        for side in _nearest(misses):
            yield side, Award(POINTS, "exact" if not misses[side] else "nearest")
        return
    for side, answer in given.items():
        if question.kind == "several":
            yield from _some(night, number, side, answer)
        elif night.is_right(number, answer.text):
            yield side, _with_bonus(night, number, answer)


def _some(night: Night, number: int, side: str, answer: Given) -> Iterator[tuple[str, Award]]:
    wanted = night.questions[number].wanted
    marking = night.marked.get(number, {}).get(same(answer.text))
    named = min(marking.count, wanted) if marking else 0
    if night.is_right(number, answer.text):
        named = wanted
    if named:
        yield side, Award(POINTS * named // wanted, f"named {named} of {wanted}")


def _with_bonus(night: Night, number: int, answer: Given) -> Award:
    stretch = night.open[number]
    if not night.rules.bonus or stretch.until is None:
        return Award(POINTS, "right")
    part = (answer.at - stretch.began) / max(stretch.until - stretch.began, 1.0)
    bonus = BONUS[min(max(int(part * len(BONUS)), 0), len(BONUS) - 1)]
    return Award(POINTS + bonus, f"right, {bonus} for speed" if bonus else "right")


def _doubled(night: Night, side: str, number: int, award: Award) -> Award:
    played = _set_by_captain(night, side, JOKER)
    if played != str(night.rules.round_of(number)):
        return award
    return Award(2 * award.points, f"{award.reason}, joker")


def _wagered(night: Night, won: Mapping[str, Award]) -> Iterator[tuple[str, Award]]:
    has = totals(night, through=night.rules.normal)
    for side, points in has.items():
        wager = min(int(_set_by_captain(night, side, WAGER) or 0), points)
        if wager > 0:
            is_won = side in won
            yield side, Award(wager if is_won else -wager, "wager won" if is_won else "wager lost")


def _set_by_captain(night: Night, side: str, about: str) -> str:
    given = night.given.get(about, {}).get(night.captain(side).id)
    return given.text if given else ""


def _of_side(night: Night, side: str, found: list[Given]) -> Given:
    captain = night.captain(side).id
    confirmed = next((given for given in found if given.player == captain), None)
    if confirmed is not None:
        return confirmed
    found = sorted(found, key=lambda given: given.at)
    most, _ = Counter(same(given.text) for given in found).most_common(1)[0]
    return next(given for given in found if same(given.text) == most)


def _misses(night: Night, number: int, given: Mapping[str, Given]) -> dict[str, float]:
    """How far each figure is from the exact one."""
    exact = float(night.questions[number].accepted[0].replace(",", ""))
    marked = night.marked.get(number, {})
    figures = {side: marked.get(same(each.text)) for side, each in given.items()}
    return {
        side: abs(marking.figure - exact)
        for side, marking in figures.items()
        if marking is not None and marking.figure is not None
    }


def _nearest(misses: Mapping[str, float]) -> Iterable[str]:
    best = min(misses.values(), default=0.0)
    return [side for side, miss in misses.items() if miss == best]


def _points(by_side: Mapping[str, Award], side: str) -> int:
    return by_side[side].points if side in by_side else 0

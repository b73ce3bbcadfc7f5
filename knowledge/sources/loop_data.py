"""The feed's loop data of a race: the driver ratings, by the driver's id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.raw_answer import AnswerRefused, Part, read_answer

if TYPE_CHECKING:
    from knowledge.sources.raw_answer import RawAnswer


def read_ratings(raw: RawAnswer | None, nascar_id: int) -> dict[int, float]:
    """Read the ratings; none where they are not there yet, or the answer is null."""
    answer = read_answer(raw) if raw else None
    if raw is None or answer is None:
        return {}
    about = f"loop data {raw.name}, race {nascar_id}"
    if not isinstance(answer, list) or len(answer) != 1 or not isinstance(answer[0], dict):
        raise AnswerRefused(f"{about}: is not a list of one race")
    race = Part(about, answer[0])
    if race.integer("race_id") != nascar_id:
        race.refuse("race_id", f"{race.integer('race_id')} is another race")
    drivers = race.parts("drivers")
    return {each.integer("driver_id"): round(each.number("rating"), 1) for each in drivers}

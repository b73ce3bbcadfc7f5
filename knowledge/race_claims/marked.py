"""A number that the word beside it marks: a car, a stage, a round, the cars of a make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.claims.claim import Claim, Verdict
from knowledge.race_claims.verdicts import verdict_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.race_claims.names import Bearer
    from knowledge.race_claims.parsed import Parsed
    from knowledge.race_claims.sheet import Sheet
    from knowledge.race_claims.words import Number

_CAR = re.compile(r"(?:\bnumber |\bno\.? ?|#)$", re.IGNORECASE)
_SHOWN = 3


def check_marked(number: Number, parsed: Parsed, sheet: Sheet) -> Verdict | None:
    """The verdict on what the word beside the number tells: a car, a stage, a round, a make."""
    before = parsed.before(number)
    if _CAR.search(before):
        return check_car(number, parsed, sheet)
    if before.endswith("stage "):
        return _one_of(number, parsed, [float(stage) for stage, _ in sheet.day.stages], "stages")
    if before.endswith("race "):
        return _one_of(number, parsed, [float(sheet.day.race.round)], "race")
    make = _make_after(number, parsed)
    return verdict_on(number, parsed, list(sheet.of(make, "makes"))) if make else None


def _make_after(number: Number, parsed: Parsed) -> Bearer | None:
    """The cars of a make among the first: "5 Chevrolets"."""
    for name in parsed.names:
        if name.start == number.end + 1 and not number.nth and name.of("make"):
            return name.of("make")[0]
    return None


def check_car(number: Number, parsed: Parsed, sheet: Sheet) -> Verdict:
    said = parsed.text[number.start : number.end]
    claim = Claim(parsed.text, said)
    named = [name for name in parsed.names if name.of("driver")]
    before = [name.of("driver") for name in named if name.end <= number.start]
    after = [name.of("driver") for name in named if name.start >= number.end]
    drivers = {who.key for who in next(iter([*before[-1:], *after[:1]]), (parsed.about,))}
    cars = [start.car for start in sheet.day.result if start.car and start.driver in drivers]
    if not cars:
        return Verdict(claim, "can't tell", "the rows do not hold that car's number.")
    if said in cars:
        return Verdict(claim, "true", f"The rows have number {said}.", said)
    rows_say = " or ".join(dict.fromkeys(cars[:_SHOWN]))
    return Verdict(claim, "false", f"you wrote {said}; the rows say {rows_say}.", cars[0])


def _one_of(number: Number, parsed: Parsed, right: Sequence[float], what: str) -> Verdict:
    claim = Claim(parsed.text, number.value)
    if not right:
        return Verdict(claim, "can't tell", f"the rows hold no {what} of this race.")
    if number.value in right:
        return Verdict(claim, "true", f"The rows have {what} {number.value:g}.", number.value)
    told = " or ".join(f"{each:g}" for each in right)
    return Verdict(claim, "false", f"you wrote {number.value:g}; the rows say {told}.", right[0])

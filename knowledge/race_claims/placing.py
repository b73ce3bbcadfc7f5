"""A place of the field: where somebody finished or started, or stands on a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.claims.claim import Claim, Verdict
from knowledge.measures import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.race_claims.histories import Known
    from knowledge.race_claims.names import Bearer
    from knowledge.race_claims.parsed import Parsed
    from knowledge.race_claims.sheet import Sheet
    from knowledge.race_claims.words import Number

_STARTED = re.compile(
    r"\b(?:from|start(?:ed|ing|s)?|qualif\w+|grid|rolled off|lined up)(?: in| from| on)?(?: the)? $"
)
_AT_START = re.compile(r"^(?:[- ]place)? ?(?:at the start|on the grid|in qualifying|starting)")
_FINISHED = re.compile(
    r"\b(?:finish(?:ed|ing|es)?|came|home|ended(?: up)?|to|placed|took|run of .* ended with)"
    r"(?: in)?(?: the)? $"
)
_ON_LIST = re.compile(
    r"^(?: place)? (?:on|in) (?:the |all-time )*(?:\w+ ){0,4}(?:list|standings|points)"
)
_BEHIND_NAME = re.compile(r"(?:,| was| were| in| ran| got| a)* ?")
_SPOKEN_OF = re.compile(
    r"\b(?:finish\w*|start\w*|qualif\w+|grid|came|place|placed|home|top|ties|passes|champion|standings)\b"
)


def check_place(number: Number, parsed: Parsed, sheet: Sheet) -> Verdict | None:
    """The verdict on a place; None where the number is none."""
    told = is_listed(number, parsed)
    if not (number.nth or told):
        return _untold(number, parsed) if number.digits else None
    if not (number.digits or _is_spoken_of(number, parsed)):
        return None  # "the first to do so"
    where = "" if told else _where(number, parsed)
    known: list[Known] = []
    for bearers in parsed.bearers_of(number):
        for bearer in bearers:
            known += _of(bearer, where, sheet)
    if known:
        return _judged(number, parsed, known, in_list=told)
    absent = _absent(number, parsed, sheet) if where == "finish" or told else None
    return absent or (_untold(number, parsed) if number.digits else None)


def _is_spoken_of(number: Number, parsed: Parsed) -> bool:
    """Whether places are, or the word stands right behind a name: "Mayfield was third"."""
    if _SPOKEN_OF.search(parsed.text.lower()):
        return True
    ends = [name.end for name in parsed.names if name.of("driver") and name.end <= number.start]
    return bool(ends) and bool(_BEHIND_NAME.fullmatch(parsed.text[max(ends) : number.start]))


def is_listed(number: Number, parsed: Parsed) -> bool:
    """In "Top ten: 1 Dale Earnhardt, 2 Bobby Labonte" the number is a place, or a car."""
    names = [name for name in parsed.names if name.start >= number.end and name.of("driver")]
    return bool(
        number.digits
        and not number.nth
        and names
        and not parsed.text[number.end : names[0].start].strip(" .")
    )


def _where(number: Number, parsed: Parsed) -> str:
    before, after = parsed.before(number), parsed.after(number, 60)
    if _AT_START.match(after) or _STARTED.search(before):
        return "start"
    if _ON_LIST.match(after):
        return "list"
    return "finish" if _FINISHED.search(before) or after.startswith(" place") else ""


def _of(bearer: Bearer, where: str, sheet: Sheet) -> Iterator[Known]:
    if bearer.what != "driver":
        return
    for known in sheet.places(bearer.key):
        if where in (known.where, ""):
            yield known


def _judged(number: Number, parsed: Parsed, known: list[Known], *, in_list: bool) -> Verdict:
    claim = Claim(parsed.text, number.value)
    places = [each for each in known if not in_list or each.where == "finish"]
    right = next((each for each in places if each.value == number.value), None)
    if right:
        words = f"The rows say {ordinal(int(right.value))} {right.words}."
        return Verdict(claim, "true", words.replace(" .", "."), right.value)
    told = ", ".join(f"{ordinal(int(each.value))} {each.words}".strip() for each in places[:2])
    words = f"you wrote {parsed.text[number.start : number.end]}; the rows say {told}."
    return Verdict(claim, "false", words, places[0].value if places else None)


def _absent(number: Number, parsed: Parsed, sheet: Sheet) -> Verdict | None:
    """Whoever did not start has no place."""
    drivers = [each for bearers in parsed.bearers_of(number) for each in bearers]
    if not drivers or any(each.key in sheet.day.by_driver for each in drivers):
        return None
    if drivers[0].what != "driver" or parsed.seasons:
        return None
    name = sheet.day.name(drivers[0].key)
    return Verdict(Claim(parsed.text, number.value), "false", f"{name} did not start this race.")


def _untold(number: Number, parsed: Parsed) -> Verdict:
    claim = Claim(parsed.text, number.value)
    return Verdict(claim, "can't tell", "nothing in the rows of this race says so.")

"""One number of a sentence held against what the rows give of whoever it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.race_claims.marked import check_car, check_marked
from knowledge.race_claims.parsed import is_year
from knowledge.race_claims.placing import check_place, is_listed
from knowledge.race_claims.scoping import in_scope
from knowledge.race_claims.seasons import check_season
from knowledge.race_claims.verdicts import verdict_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.claim import Verdict
    from knowledge.race_claims.histories import Known
    from knowledge.race_claims.names import Bearer
    from knowledge.race_claims.parsed import Parsed
    from knowledge.race_claims.sheet import Sheet
    from knowledge.race_claims.words import Number, Thing

_ROW = re.compile(r"\b(?:straight|consecutive|in a row|running|runs?|streak)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\b(?:without|winless|since|gone|drought|ended|first|after|waited)\b", re.IGNORECASE
)
_LED = re.compile(r"\b(?:led|lead|leads|leading)\b", re.IGNORECASE)
_IN = re.compile(r"\bin (?:the |his |her |over )*$")
_OF = re.compile(r"\bof (?:the )?$")
_WON = re.compile(r"\bw[io]n", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after|without)\b", re.IGNORECASE)


def check_number(number: Number, parsed: Parsed, sheet: Sheet) -> Verdict | None:
    """The verdict on a number; None where it is a word that counts nothing: "one of them"."""
    if is_year(number):
        return check_season(number, parsed, sheet)
    if told := check_marked(number, parsed, sheet):
        return told
    if _is_idle(number, parsed):
        return None
    thing = None if is_listed(number, parsed) else parsed.thing_of(number)
    if thing is not None:
        return _counted(number, thing, parsed, sheet)
    if number.digits and not number.nth and parsed.before(number).endswith("the "):
        return check_car(number, parsed, sheet)  # in the 33
    return check_place(number, parsed, sheet)


def _is_idle(number: Number, parsed: Parsed) -> bool:
    """A word that counts nothing: "one of", "the first since"; what it is since is looked at."""
    if not (number.digits or number.nth):
        return not parsed.counts(number)
    return number.nth and number.value == 1 and bool(_SINCE.search(parsed.text, number.end))


def _counted(number: Number, thing: Thing, parsed: Parsed, sheet: Sheet) -> Verdict:
    """So many of a thing: in a row, or counted; of the race, or of somebody."""
    known: list[Known] = []
    for bearers in parsed.bearers_of(number):
        for bearer in bearers:
            known += _of(bearer, number, thing, parsed, sheet)
    if not _is_led(number, thing, parsed):
        known += sheet.of_race(thing.noun)
    if thing.noun == "cars" and _LED.search(parsed.text):  # lead changes among so many drivers
        known += sheet.of_race("leaders")
    known = in_scope(known, number, thing, parsed, sheet.day)
    return verdict_on(number, parsed, known)


def _of(
    bearer: Bearer, number: Number, thing: Thing, parsed: Parsed, sheet: Sheet
) -> Iterator[Known]:
    if _is_run(number, thing, parsed):
        yield from sheet.runs(bearer, thing.noun)
        return
    seasons = tuple(year for year in parsed.seasons if year != sheet.day.race.season)
    nouns = [thing.noun]
    if thing.noun == "laps":
        of_race = _OF.search(parsed.before(number))
        nouns = [] if of_race else ["laps_led" if _is_led(number, thing, parsed) else "laps"]
    elif thing.noun == "races" and _WON.search(parsed.text):
        nouns = ["wins"] if number.nth else ["races", "wins"]
    elif thing.noun == "races" and number.nth:
        return  # the first race without a caution
    for noun in nouns:
        yield from sheet.of(bearer, noun, seasons)
    if thing.noun in ("starts", "races") and not number.nth and _WITHOUT.search(parsed.text):
        yield from sheet.waits(bearer, with_this=bool(_IN.search(parsed.before(number))))


def _is_led(number: Number, thing: Thing, parsed: Parsed) -> bool:
    """Laps that somebody led; those "of 200" are the race's."""
    of_race = _OF.search(parsed.before(number))
    return thing.noun == "laps" and bool(_LED.search(parsed.text)) and not of_race


def _is_run(number: Number, thing: Thing, parsed: Parsed) -> bool:
    """Whether the words beside the number speak of things in a row."""
    low, high = min(number.start, thing.start), max(number.end, thing.end)
    return bool(_ROW.search(parsed.text[max(0, low - 8) : high + 16]))

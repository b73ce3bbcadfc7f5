"""A compound statement cut into parts, each with what it leaves to those beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.claims.statement import Statement
from knowledge.reading.meanings import (
    Car,
    Cue,
    Filler,
    Make,
    NamedRace,
    People,
    Seasons,
    Teams,
    Venues,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.claim import Desk

_JOINT = re.compile(
    r"((?<!\bno)[;.!?]\s+|,?\s+(?:and|but|plus|while|with|despite|though|although)\s+|,\s+|:\s+|\s+(?=without\s)|\s+for\s+(?=(?:his|her|their)\s))",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    r"(?P<done>\b\d+(?: \w+){0,2}) (?:(?:out )?of (?:his |her |their |the )?(?P<of>\d+)"
    r"(?: starts| races| tries| attempts)?|in (?:his |her |only |just )?(?P<in>\d+)"
    r" (?:starts|races|tries|attempts))\b",
    re.IGNORECASE,
)
_WON = re.compile(r"\b(?:won|has|had|have|took|scored|with)\s*$", re.IGNORECASE)
_THE_SEASON = re.compile(r"\bthe \d{4}$", re.IGNORECASE)
_SEASON_OF = re.compile(r"(?:the )?\d{4}\s+(?P<noun>.+)$", re.IGNORECASE)
_ENDS = re.compile(r"[;.!?]")
_BETWEEN = re.compile(r"\b(?:between|both|from)\b", re.IGNORECASE)
_SUBJECTS = (People, Teams, Make, Car)
_LISTED = (Venues, NamedRace, Seasons)
_BESIDE = frozenset({"than", "as"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part that states something: its words, where they begin, and whether a sentence ends."""

    text: str
    at: int
    ends: bool = False
    listed: bool = False  # one more place or season of the deed before


def parts_of(text: str, desk: Desk) -> list[Part]:
    """The parts that state something, the starts of "5 of 36" taken out as one more."""
    return [each for part in _pieces(text, desk) for each in _of_so_many(part)]


def _of_so_many(part: Part) -> Iterator[Part]:
    found = _OF_SO_MANY.search(part.text)
    if not found:
        yield part
        return
    before, after = part.text[: found.start()], part.text[found.end() :]
    blanks = " " * (found.end() - found.end("done"))
    yield replace(part, text=f"{before}{found['done']}{blanks}{after}", ends=False)
    starts = f"{_WON.sub(' ', before)} {found['of'] or found['in']} starts {after}"
    yield Part(" ".join(starts.split()), part.at, part.ends)


def _pieces(text: str, desk: Desk) -> list[Part]:
    """What states nothing stays with its neighbour."""
    pieces = _JOINT.split(text)
    parts, at = [Part(pieces[0], 0)], len(pieces[0])
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        last = parts[-1]
        stated = next(part for part in reversed(parts) if not part.listed)
        listed = _goes_on_listing(joint, piece, stated.text, desk)
        if listed or _begins_anew(last, piece, desk):
            parts[-1] = replace(last, ends=bool(_ENDS.match(joint)))
            parts.append(Part(piece, at + len(joint), listed=listed))
            if shared := _shared_noun(last.text, piece):
                parts[-2] = replace(parts[-2], text=f"{parts[-2].text} {shared}")
        else:
            parts[-1] = replace(last, text=last.text + joint + piece)
        at += len(joint) + len(piece)
    return [part for part in parts if part.text.strip()]


def _shared_noun(before: str, piece: str) -> str:
    """What both seasons are of: the championships of "won the 2022 and 2024 championships"."""
    of_season = _THE_SEASON.search(before) and _SEASON_OF.match(piece)
    return of_season["noun"] if of_season else ""


def _begins_anew(last: Part, piece: str, desk: Desk) -> bool:
    if not (last.listed or Statement.read(last.text, desk).states_something):
        return False
    own = Statement.read(piece, desk)
    if (
        "without" in piece.lower().split()[:1]
        and Cue.MOST in Statement.read(last.text, desk).mentions.cues
    ):
        return False  # the most starts without a win are one thing
    if _is_bare_number(own) and "between" in last.text.lower():
        return False
    return own.states_something or bool(own.compares and own.subject)


def _is_bare_number(own: Statement) -> bool:
    return len(own.words) == 1 and bool(own.numbers)


def _goes_on_listing(joint: str, piece: str, before: str, desk: Desk) -> bool:
    """In "won at Daytona, Texas and Phoenix" each place is stated; three at them is a sum."""
    own, last = Statement.read(piece, desk), Statement.read(before, desk)
    if last.numbers or not last.states_something or ":" in joint or _BETWEEN.search(before):
        return False
    told = [span for span in own.mentions.spans if not isinstance(span.meaning, Filler)]
    if not told or own.mentions.left_over:
        return False
    kinds = (*_LISTED, Teams) if Cue.DROVE in last.mentions.cues else _LISTED
    if not all(any(isinstance(rival, kinds) for rival in span.rivals) for span in told):
        return False
    return any(last.spans(kind) and own.spans(kind) for kind in kinds)

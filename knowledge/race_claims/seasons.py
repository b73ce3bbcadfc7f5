"""A year in a sentence: of a race named beside it, of this race, or of any other season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.claims.claim import Claim, Verdict

if TYPE_CHECKING:
    from knowledge.race_claims.parsed import Parsed
    from knowledge.race_claims.sheet import Sheet
    from knowledge.race_claims.words import Number


def check_season(number: Number, parsed: Parsed, sheet: Sheet) -> Verdict:
    """The verdict on a year; one that is only spoken of nobody can tell."""
    said, own = int(number.value), sheet.day.race.season
    claim = Claim(parsed.text, said)
    races = _named_beside(number, parsed)
    known = _seasons_of(races, sheet)
    if said in known:
        return Verdict(claim, "true", f"{said} is in the rows.", said)
    since = parsed.before(number, 30).rstrip().endswith(("since", "since the"))
    if since and (earlier := known - {own}):
        known = earlier
    elif said > own:
        known = {own}
    elif not races:
        return Verdict(claim, "can't tell", "that is not the season of this race.")
    told = " or ".join(map(str, sorted(known)))
    return Verdict(claim, "false", f"you wrote {said}; the rows say {told}.", max(known))


def _seasons_of(races: set[str], sheet: Sheet) -> set[int]:
    """The seasons of the races named; where none is, this one and those of the highlights."""
    own = {sheet.day.race.season} if not races or sheet.day.race.name in races else set()
    of = races or {""}
    return own | {int(season) for race in of for season in sheet.stated("season", race)}


def _named_beside(number: Number, parsed: Parsed) -> set[str]:
    """Whose season is told: "1998 Daytona 500", "100 Miles at Hickory Speedway of 1953"."""
    races: set[str] = set()
    for name in parsed.names:
        between = parsed.text[number.end : name.start] if name.start > number.end else ""
        behind = parsed.text[name.end : number.start] if name.end < number.start else ""
        if between == " " or behind == " of ":
            races |= {bearer.key for bearer in name.of("race", "other")}
    return races

"""When a recap is due in a channel, and what moderators are told while it waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.phrasing import phrase_date
from bot.preferences import Preferences
from bot.recap.draft import AT_ONCE, OFFICIAL

if TYPE_CHECKING:
    from bot.recap.draft import Draft, Target


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds since 1970, or nothing while that is not known; and why it waits."""

    due: float | None
    why: str = ""


def timing(draft: Draft, target: Target, race_day: date, zone: str, now: float) -> Timing:
    """Both hold: the time that the moderators chose, and the delay of the channel."""
    if draft.when == OFFICIAL and not draft.official:
        return Timing(None, "It waits until the result is official.")
    chosen = now if draft.when in (AT_ONCE, OFFICIAL) else float(draft.when)
    hours = Preferences(spoilers=target.spoilers).hours
    covered = uncovered_at(race_day, zone, hours) if hours else 0.0
    if max(chosen, covered) <= now:
        return Timing(now)
    if covered > chosen:
        return Timing(covered, f"It waits until {_said(covered, zone)}: {_delay(hours)}")
    return Timing(chosen, f"It waits until {_said(chosen, zone)}.")


def uncovered_at(race_day: date, zone: str, hours: int) -> float:
    """So many hours after the end of the day of the race, where the readers are."""
    midnight = datetime.combine(race_day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
    return midnight.timestamp() + hours * 3600


def _delay(hours: int) -> str:
    return (
        f"{hours} hours after the end of the day of the race, as the records do not hold the"
        " hour of the finish."
    )


def _said(seconds: float, zone: str) -> str:
    there = datetime.fromtimestamp(seconds, ZoneInfo(zone))
    city = zone.rpartition("/")[2].replace("_", " ")
    return f"{phrase_date(there.date().isoformat())}, {there:%H:%M} in {city}"

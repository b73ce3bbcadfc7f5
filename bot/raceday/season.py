"""A season's schedule, page by page; winners only where results are told openly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.keys import Step, write_keys
from bot.preferences import OPEN
from bot.race_control import at
from bot.raceday.next_race import as_of, find_schedule
from bot.raceday.series import bare, read_series, series_words
from bot.raceday.without_schedule import no_schedule, no_such_series
from bot.reply import Column, Reply, Table, Text
from bot.when import moment_of
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from datetime import datetime

    from bot.command import Stand
    from bot.request import Place, Press, Request
    from knowledge.races import Race
    from knowledge.schedule.scheduled import Schedule, Scheduled

VERB = "races"
_APART = timedelta(days=4)
"""Rain moves a race by days; the next one of a series is a week away."""


async def show_season(request: Request, stand: Stand) -> Reply:
    now, schedule = at(stand.now()), await find_schedule(stand)
    if schedule is None:
        return no_schedule(stand)
    typed = request.options.get("series", "")
    years = [word for word in bare(typed).split() if word.isdecimal() and len(word) == 4]
    series = read_series(" ".join(w for w in bare(typed).split() if w not in years), stand)
    if series is None:
        return no_such_series(typed)
    said = request.options.get("season", "").strip() or "".join(years[:1]) or str(now.year)
    season = int(said) if said.isdecimal() and len(said) == 4 else 0
    races = schedule.of(series, season) if season else ()
    if not races:
        held = ", ".join(sorted({str(each.season) for each in schedule.races}))
        nearest = f"It holds {held}. What was raced before, the records hold: ask for its races."
        return Reply(f"The schedule has no races of “{said}”.", (Text(nearest),))
    view = _View(races, series, season, schedule, request.user.key)
    return await _page(view, 0, request.place, stand)


async def turn_season(words: str, press: Press, stand: Stand) -> Reply:
    """In its place for whoever asked for it; for others a page of their own."""
    series, season, page, asker = words.split(" ", 3)
    schedule = await find_schedule(stand)
    if schedule is None:
        return no_schedule(stand)
    series = series.strip("-")
    races = schedule.of(series, int(season))
    view = _View(races, series, int(season), schedule, press.user.key)
    reply = await _page(view, int(page), press.place, stand)
    mine = asker == press.user.key
    return replace(reply, in_place=mine, private=not mine and not press.place.direct)


@dataclass(frozen=True, slots=True)
class _View:
    """What is paged through, and by whom."""

    races: tuple[Scheduled, ...]
    series: str
    season: int
    schedule: Schedule
    asker: str


async def _page(view: _View, page: int, place: Place, stand: Stand) -> Reply:
    """Without a page the one with the next race."""
    races, series, season = view.races, view.series, view.season
    now, length = at(stand.now()), max(1, place.rows or len(races))
    pages = max(1, -(-len(races) // length))
    page = min(max(page or _page_of_next(races, now, length), 1), pages)
    shown = races[(page - 1) * length : page * length]
    told = f"{season} {series_words(series)}" if series else f"{season}, all three series"
    steps = [
        Step(label, VERB, f"{series or '-'} {season} {number} {view.asker}")
        for label, number in (("Back", page - 1), ("Next", page + 1))
        if 1 <= number <= pages and place.presses
    ]
    blocks = [Text(f"Page {page} of {pages}.", "quiet")] if pages > 1 else []
    return Reply(
        f"Schedule: {told}, {len(races)} races.",
        (*blocks, _table(shown, now, not series, stand)),
        buttons=await write_keys(steps, None, stand.cards),
        footer=as_of(view.schedule),
        series=(series,) if series else (),
    )


def _page_of_next(races: tuple[Scheduled, ...], now: datetime, length: int) -> int:
    ahead = (n for n, each in enumerate(races) if each.standing(now) in ("to come", "under way"))
    return next(ahead, 0) // length + 1


def _table(races: tuple[Scheduled, ...], now: datetime, with_series: bool, stand: Stand) -> Table:
    names = ("Date", *(("Series",) if with_series else ()), "Race", "Track", "How it stands")
    held = _held(races, stand)
    rows = tuple(
        (
            each.day.isoformat() if each.day else "not known",
            *((SERIES_WORDS[each.series],) if with_series else ()),
            each.name,
            each.track,
            _standing(each, now, held, stand),
        )
        for each in races
    )
    return Table(tuple(map(Column, names)), rows)


def _standing(race: Scheduled, now: datetime, held: list[Race], stand: Stand) -> str:
    standing = race.standing(now)
    if standing == "to come":
        return _clock(race, stand)
    if standing != "run":
        return "under way by the clock" if standing == "under way" else "no result yet"
    found = next((each for each in held if _is(each, race)), None)
    if stand.preferences.spoiler_mode != OPEN or found is None:
        return "final"
    return f"won by {stand.book.race_day(found).winner.name}"


def _clock(race: Scheduled, stand: Stand) -> str:
    if race.start is None:
        return "time not known"
    words = moment_of(race.start, stand.preferences.zone, stand.now()).words
    return words.split(", ", 2)[2]


def _held(races: tuple[Scheduled, ...], stand: Stand) -> list[Race]:
    """The races of these series and seasons that the book holds."""
    if stand.preferences.spoiler_mode != OPEN:
        return []
    kinds = dict.fromkeys((each.series, each.season) for each in races if each.has_winner)
    texts = [f"{SERIES_WORDS[series]} Series {season}" for series, season in kinds]
    return [race for text in texts for race in stand.book.races(text)]


def _is(held: Race, race: Scheduled) -> bool:
    """The same race, by its series and its day; rain may have moved it after the list."""
    if (held.series, held.season) != (race.series, race.season) or race.day is None:
        return False
    day = date.fromisoformat(held.date)
    is_near = abs(day - race.day) < _APART
    return is_near and (day == race.day or held.name.casefold() == race.name.casefold())

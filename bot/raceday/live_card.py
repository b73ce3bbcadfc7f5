"""How it stands on track: the order, the laps, the flag, and how old all that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.preferences import OPEN
from bot.race_control import SWITCH
from bot.raceday.series import series_words
from bot.reply import Block, Column, Fields, Reply, Table, Text
from bot.when import length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.command import Stand
    from bot.race_control import Look, RaceControl
    from bot.reply import Told
    from bot.request import Place, Request
    from knowledge.live.snapshot import Car, Flag, Snapshot

MOST = 10
STALE = 60.0
"""Seconds after which a race that runs has moved on for certain."""

_FLAGS: Mapping[Flag, str] = {
    "none": "none shown",
    "green": "green",
    "caution": "yellow: caution",
    "red": "red: stopped",
    "finish": "checkered",
    "stopped": "stopped",
    "warm-up": "not started yet, the track is hot",
    "over": "the session is over, the track is cold",
    "unknown": "unknown: the feed shows a code that I do not know",
}
_FOOTER = "Live from NASCAR's unofficial feed, and nothing of it is official"


async def show_live(request: Request, stand: Stand) -> Reply:
    if stand.control.desk is None:
        return _off(stand.control)
    spoils = stand.preferences.spoiler_mode != OPEN and not request.place.direct
    if spoils and not request.place.whispers:
        return _not_here()
    look = await stand.control.desk.look()
    return draw_live(look, request.place, stand, private=spoils)


def draw_live(look: Look, place: Place, stand: Stand, *, private: bool = False) -> Reply:
    seen = look.snapshot
    trouble = (Text(look.trouble, "caution"),) if look.trouble else ()
    if seen is None:
        return Reply("I cannot say how it stands.", trouble, private=private)
    age = max(0.0, stand.now() - seen.told_at.timestamp())
    blocks: list[Block] = [*trouble, *_doubts(seen, age), Fields(tuple(_facts(seen)))]
    blocks.append(_order(seen.cars[:MOST], seen))
    liked = [car for car in seen.cars[MOST:] if car.driver in stand.preferences.drivers]
    if liked:
        blocks += [Text("Favourites further back:", "quiet"), _order(tuple(liked), seen)]
    return Reply(
        f"{_title(seen)}, as of {_as_of(seen, age)}.",
        tuple(blocks),
        footer=_FOOTER,
        series=(seen.series,) if seen.series else (),
        private=private and not place.direct,
    )


def _off(control: RaceControl) -> Reply:
    why = "On Discord and Slack I do; this window asks no feed." if control.fetches else SWITCH
    return Reply("I look at no live feed here.", (Text(why),))


def _not_here() -> Reply:
    words = "Results are kept covered in this channel; ask me where nobody else reads along."
    return Reply("Not here.", (Text(words),))


def _title(seen: Snapshot) -> str:
    name = seen.name or "The session on track"
    where = f" at {seen.track}" if seen.track and seen.track not in name else ""
    series = f" ({series_words(seen.series)})" if seen.series else ""
    if seen.is_finished:
        return f"{name}{where}{series}: finished, unofficial"
    if not seen.is_race:
        kind = (
            "a session of a kind that I do not know" if seen.session == "unknown" else seen.session
        )
        return f"{name}{where}{series}: {kind}, no race"
    if seen.flag == "over":
        return f"{name}{where}{series}: over for now, not run to its end"
    return f"{name}{where}{series}" if seen.has_begun else f"{name}{where}{series}: not begun yet"


def _as_of(seen: Snapshot, age: float) -> str:
    lap = f", lap {seen.lap}" if seen.is_race and seen.lap else ""
    return f"{length(age)} ago{lap}"


def _doubts(seen: Snapshot, age: float) -> list[Text]:
    told = []
    if seen.is_running and age > STALE:
        told.append(f"The feed has not moved for {length(age)}: the race has gone on since.")
    if seen.is_finished:
        told.append("Inspection is to come, and may change the order.")
    return [Text(words, "caution") for words in told]


def _facts(seen: Snapshot) -> list[tuple[str, Told]]:
    told: list[tuple[str, Told]] = [("Flag", _FLAGS[seen.flag])]
    if not seen.is_race:
        return told
    if seen.laps and not seen.is_finished:
        told.append(("Laps", f"{seen.lap} of {seen.laps}, {seen.to_go} to go"))
    if seen.stage and not seen.is_finished:
        told.append(("Stage", f"{seen.stage.number}, ends with lap {seen.stage.ends_at}"))
    told.append(("Cautions", str(seen.cautions)))
    leaders = f"{seen.leaders} leader{'' if seen.leaders == 1 else 's'}"
    changes = f"{seen.lead_changes} among {leaders}" if seen.lead_changes else "none"
    told.append(("Lead changes", changes))
    if movers := seen.movers():
        said = ", ".join(f"{car.driver} +{car.gained} (from {car.start})" for car in movers)
        told.append(("Biggest movers", said))
    return told


def _order(cars: tuple[Car, ...], seen: Snapshot) -> Table:
    columns = (Column("Pos", True), Column("Car"), Column("Driver"), Column("Behind"))
    rows = tuple((str(car.place), car.number, car.driver, _behind(car, seen)) for car in cars)
    return Table(columns, rows)


def _behind(car: Car, seen: Snapshot) -> str:
    """Gaps are of a race alone; below nought the feed counts laps."""
    if car.out:
        return "out"
    if not seen.is_race or car.place == 1:
        return "-"
    if car.behind < 0:
        laps = int(-car.behind)
        return f"{laps} lap{'' if laps == 1 else 's'}"
    return f"{car.behind:.3f}" if car.behind else "-"

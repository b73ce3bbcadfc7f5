"""Options that several commands share, and the measures that can be picked."""

from __future__ import annotations

from bot.command import Option

MEASURES = (
    "wins",
    "starts",
    "top fives",
    "top tens",
    "top threes",
    "poles",
    "laps led",
    "laps completed",
    "races led",
    "stage wins",
    "average finish",
    "average start",
    "win percentage",
    "driver rating",
    "lead-lap finishes",
    "race points",
    "DNFs",
    "crashes",
    "last-place finishes",
    "championships",
)

MEASURE = Option("measure", "What is counted; wins where nothing is named", choices=MEASURES)
SERIES = Option("series", "Cup, Xfinity or Truck, or all three together", kind="series")
SEASON = Option("season", "A season like 2024, or a span like 2010-2015", kind="season")
TRACK = Option("track", "A track, by any of its names", kind="track")


def driver(name: str, summary: str, required: bool = False) -> Option:
    return Option(name, summary, kind="driver", required=required)

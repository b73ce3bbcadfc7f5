"""What NASCAR's public feed has where: race lists, weekends, loop data and points."""

from __future__ import annotations

from knowledge.series import SERIES_WORDS
from knowledge.sources.fetching.address import Address

FEED = "nascar-feed"
BASE = "https://cf.nascar.com"
MOST_BYTES = 8 * 2**20
"""Of one answer; the longest seen, with every lap of a race, has about two million."""

NUMBERS = {1: "cup", 2: "xfinity", 3: "truck"}
"""The feed's number of each national series."""

LIVE = "live/feeds/live-feed.json"
"""The session that is on track now, of whichever series; nothing of it is archived."""

_KEYS = {series: number for number, series in NUMBERS.items()}


def race_list(season: int) -> Address:
    path = f"cacher/{season}/race_list_basic.json"
    return Address(FEED, path, "race list", f"race list of {season}")


def weekend(season: int, series: str, race: int, name: str = "") -> Address:
    """Results, cautions, leaders and stages of one race."""
    path = f"cacher/{season}/{_KEYS[series]}/{race}/weekend-feed.json"
    return Address(FEED, path, "weekend", f"weekend of {_of(series, race, name)}", race)


def loop_data(season: int, series: str, race: int, name: str = "") -> Address:
    """Ratings, passes and average places of one race."""
    path = f"loopstats/prod/{season}/{_KEYS[series]}/{race}.json"
    return Address(FEED, path, "loop data", f"loop data of {_of(series, race, name)}", race)


def points(season: int, series: str) -> Address:
    path = f"cacher/{season}/{_KEYS[series]}/points-feed.json"
    return Address(FEED, path, "points", f"points of the {SERIES_WORDS[series]} Series {season}")


def _of(series: str, race: int, name: str) -> str:
    return f"{SERIES_WORDS[series]} race {race}{name and f' ({name})'}"

"""What Spotter is told of fetching fresh records: nothing is fetched unless somebody decided so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias
from urllib.parse import urlsplit

from adapters.settings import SettingsRefused, is_loopback, told
from adapters.variables import FEED_URL, RESULTS_URL, SYNC, SYNC_HOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

Chosen: TypeAlias = Literal["", "off", "results", "all"]

_CHOICES: dict[str, Chosen] = {"": "", "off": "off", "results": "results", "all": "all"}
_HOURS = 6


@dataclass(frozen=True, slots=True)
class SyncSettings:
    """Who chose nothing fetches nothing; empty addresses are the sources' own."""

    chosen: Chosen = ""
    every: timedelta = timedelta(hours=_HOURS)
    feed_url: str = ""
    results_url: str = ""

    @property
    def is_on(self) -> bool:
        return self.chosen in {"results", "all"}


def read_sync_settings(environment: Mapping[str, str]) -> SyncSettings:
    """Read them all, or raise SettingsRefused with everything that is wrong."""
    chosen, hours = told(environment, SYNC).casefold(), told(environment, SYNC_HOURS)
    faults = [fault for url in (FEED_URL, RESULTS_URL) if (fault := _fault(environment, url.name))]
    if chosen not in _CHOICES:
        faults.append(f"{SYNC.name} is off, results or all; it is {chosen!r}.")
    if hours and not (hours.isdecimal() and 0 < int(hours) <= 24 * 7):
        faults.append(f"{SYNC_HOURS.name} is a number from 1 to 168; it is {hours!r}.")
    if faults:
        raise SettingsRefused(tuple(faults))
    return SyncSettings(
        _CHOICES[chosen],
        timedelta(hours=int(hours or _HOURS)),
        told(environment, FEED_URL),
        told(environment, RESULTS_URL),
    )


def _fault(environment: Mapping[str, str], name: str) -> str:
    """On the way from another machine nobody may change what the records will say."""
    url = environment.get(name, "").strip()
    if not url or urlsplit(url).scheme == "https":
        return ""
    if urlsplit(url).scheme == "http" and is_loopback(url):
        return ""
    return f"{name} begins with https://, or with http:// on this machine; it is {url!r}."

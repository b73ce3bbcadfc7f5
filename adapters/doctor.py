"""What is missing or wrong before Spotter can answer, in plain words."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from adapters.drawing.studio import can_draw
from adapters.finding import Finding
from adapters.settings import SettingsRefused
from adapters.sync_settings import read_sync_settings
from adapters.variables import SLACK, SLACK_TOKEN, STORE, SYNC, TOKEN
from bot.phrasing import phrase_as_of
from knowledge.book.opening import FILE, BookRefused
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def examine(home: Path) -> Iterator[Finding]:
    """What every platform needs."""
    yield _folder(home)
    yield _book(home)
    if can_draw():
        yield Finding(True, "Charts are drawn as pictures.")
    else:
        yield Finding(
            True, "Charts are told in words; for pictures: pip install 'spotter[charts]'."
        )


async def examine_platforms(environment: Mapping[str, str], home: Path) -> list[Finding]:
    """What each platform needs besides; it is asked whether it knows us."""
    on_discord = bool(environment.get(TOKEN.name, "").strip())
    on_slack = any(environment.get(each.name, "").strip() for each in SLACK)
    findings = [_sync(environment), await _store(home)]
    if on_discord or not on_slack:
        findings += await _discord(environment, home)
    if on_slack:
        findings += await _slack(environment)
    elif not on_discord:
        findings.append(Finding(True, f"For Slack, set {SLACK_TOKEN.name}: {SLACK_TOKEN.where}."))
    return findings


def _sync(environment: Mapping[str, str]) -> Finding:
    try:
        settings = read_sync_settings(environment)
    except SettingsRefused as refusal:
        return Finding(False, " ".join(refusal.faults))
    if not settings.is_on:
        return Finding(True, f"Nothing is fetched; {SYNC.name} says whether it shall be.")
    hours = settings.every.total_seconds() / 3600
    return Finding(True, f"What was raced is fetched every {hours:.0f} h ({settings.chosen}).")


async def _discord(environment: Mapping[str, str], home: Path) -> list[Finding]:
    try:
        from adapters.discord.doctor import examine_discord
    except ModuleNotFoundError as missing:
        words = f"Discord needs {missing.name}: pip install 'spotter[discord,store,charts]'."
        return [Finding(False, words)]
    return [each async for each in examine_discord(environment, home)]


async def _slack(environment: Mapping[str, str]) -> list[Finding]:
    try:
        from adapters.slack.doctor import examine_slack
    except ModuleNotFoundError as missing:
        words = f"Slack needs {missing.name}: pip install 'spotter[slack,store,charts]'."
        return [Finding(False, words)]
    return [each async for each in examine_slack(environment)]


async def _store(home: Path) -> Finding:
    """Open it as a start does; the address may hold a password, so it is not shown."""
    try:
        from bot.store.opening import open_store, store_url

        async with open_store(store_url(home)):
            return Finding(True, "The store opens: buttons work after a restart.")
    except ModuleNotFoundError as missing:
        return Finding(False, f"The store needs {missing.name}: pip install 'spotter[store]'.")
    except Exception as error:  # noqa: BLE001 - each database has its own
        return Finding(False, f"The store cannot be opened ({type(error).__name__}): {STORE.name}.")


def _folder(home: Path) -> Finding:
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return Finding(True, f"What must be remembered is kept in {home}.")
    except OSError as error:
        return Finding(
            False, f"{home} cannot be written: {error.strerror}. SPOTTER_HOME names another folder."
        )


def _book(home: Path) -> Finding:
    if not (home / FILE).exists():
        return Finding(
            False, "The record book is not built yet; spotter data status builds it, in seconds."
        )
    try:
        last = RecordBook.open(home).status().series[0].last
    except BookRefused as refusal:
        return Finding(False, f"{refusal}.")
    return Finding(True, f"The record book is there. {phrase_as_of(last)}.")

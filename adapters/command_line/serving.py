"""Answering on platforms until stopped, and what that takes."""

import asyncio
import os
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.command_line.ending import REFUSED, fail
from adapters.command_line.talks import open_records
from knowledge.book.opening import book_home

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.settings import DiscordSettings, SlackSettings


def discord_() -> None:
    """Answer on Discord until stopped."""
    from adapters.settings import read_discord_settings

    lacking = "Discord needs {}: pip install 'spotter[discord,store,charts]'"
    _serve("adapters.discord.running", lambda: [read_discord_settings(os.environ)], lacking)


def slack() -> None:
    """Answer on Slack until stopped."""
    from adapters.settings import read_slack_settings

    lacking = "Slack needs {}: pip install 'spotter[slack,store,charts]'"
    _serve("adapters.slack.running", lambda: [read_slack_settings(os.environ)], lacking)


def manifest(
    host: Annotated[
        str, typer.Option(help="Where Slack reaches you; without it, you connect to Slack.")
    ] = "",
) -> None:
    """Print what Slack is to be told of Spotter, to be pasted where an app is made."""
    try:
        from adapters.slack.manifest import written
    except ModuleNotFoundError as missing:
        fail(f"Slack needs {missing.name}: pip install 'spotter[slack]'", REFUSED)
    typer.echo(written(host=host.rstrip("/")), nl=False)


def run() -> None:
    """Answer on every platform that has a token, until stopped."""
    from adapters.together import wanted

    lacking = "A platform needs {}; spotter doctor says how to get it."
    _serve("adapters.together", lambda: wanted(os.environ), lacking)


def doctor() -> None:
    """Say what is missing or wrong, and how to invite Spotter."""
    from adapters.doctor import examine, examine_platforms

    home = book_home()
    findings = [*examine(home), *asyncio.run(examine_platforms(os.environ, home))]
    for finding in findings:
        typer.echo(f"{'ok' if finding.is_well else 'NO':<4}{finding.words}")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(REFUSED)


def _serve(
    needed: str, read: "Callable[[], list[DiscordSettings | SlackSettings]]", lacking: str
) -> None:
    """Answer on platforms until stopped; what is lacking is told before what is set wrong."""
    from adapters.refusing import StartRefused
    from adapters.service_log import begin_log
    from adapters.settings import SettingsRefused, password
    from adapters.sync_settings import read_sync_settings

    try:
        import_module(needed)
        from adapters.together import serve_all

        platforms, fresh = read(), read_sync_settings(os.environ)
        secrets = (secret for each in platforms for secret in each.secrets)
        begin_log(*secrets, password(os.environ))
        asyncio.run(serve_all(open_records(), book_home(), platforms, fresh))
    except ModuleNotFoundError as missing:
        fail(lacking.format(missing.name), REFUSED)
    except (SettingsRefused, StartRefused) as refusal:
        fail(f"{refusal}\nspotter doctor says more.", REFUSED)

"""The records that the answers come from: what they hold, made anew, and brought up to date."""

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import knowledge
from adapters.command_line.ending import REFUSED, STOPPED, fail
from adapters.command_line.talks import talks
from adapters.console.render import show
from knowledge.book.opening import book_home

if TYPE_CHECKING:
    from knowledge.sources.changes import Changes
    from knowledge.sources.fetching.archive import Archive


def status() -> None:
    """Say what the record book holds, through which race, and from where."""
    with talks() as talk:
        show(talk("console").use("about"), None, "")


def compile_(
    source: Annotated[Path, typer.Option("--from", help="The folder of source files.")],
    target: Annotated[
        Path | None, typer.Option("--to", help="Where the tables go; the package's own by default.")
    ] = None,
) -> None:
    """Make the embedded tables anew from the files of others."""
    if not source.is_dir():
        fail(f"{source} is no folder", REFUSED)
    try:
        from knowledge.sources.compiling import compile_tables  # pyarrow comes with it
        from knowledge.sources.source_file import SourceRefused
    except ModuleNotFoundError as missing:
        fail(f"Compiling needs {missing.name}: pip install 'spotter[compile]'", REFUSED)
    try:
        report = compile_tables(source, target or Path(knowledge.__path__[0]) / "data")
    except (SourceRefused, OSError) as refusal:
        fail(str(refusal), REFUSED)
    typer.echo(report.text)


def sync(
    consent: Annotated[
        bool, typer.Option("--yes-i-know", help="Fetch NASCAR's feed this once, as you decided.")
    ] = False,
) -> None:
    """Fetch what was raced since the records end, where you decide so, and answer from it."""
    from adapters.settings import SettingsRefused

    try:
        from adapters.fetching import FetchRefused, fetch
    except ModuleNotFoundError as missing:
        fail(f"Fetching needs {missing.name}: pip install 'spotter[fresh]'", REFUSED)
    try:
        is_whole = fetch(os.environ, book_home(), typer.echo, _take_in, consents=consent)
    except (FetchRefused, SettingsRefused) as refusal:
        fail(str(refusal), REFUSED)
    except (KeyboardInterrupt, asyncio.CancelledError):
        fail("Stopped; what was archived stays, and the next sync goes on from there.", STOPPED)
    if not is_whole:
        raise typer.Exit(REFUSED)


def _take_in(archive: "Archive") -> "Changes":
    from knowledge.sources.taking_in import take_in_archive

    return take_in_archive(archive, datetime.now(UTC).date(), book_home())

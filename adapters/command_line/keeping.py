"""Copies of what must be remembered."""

from pathlib import Path
from typing import Annotated

import typer

from adapters.backing_up import BackupFailed, back_up
from adapters.backing_up import restore as restore_
from adapters.command_line.ending import REFUSED, fail


def backup(
    file: Annotated[Path, typer.Argument(help="Where the copy goes; nobody else can read it.")],
) -> None:
    """Keep a copy of all that must be remembered, also while Spotter answers."""
    try:
        typer.echo(back_up(file))
    except BackupFailed as failure:
        fail(str(failure), REFUSED)


def restore(
    file: Annotated[Path, typer.Argument(help="What spotter backup wrote, of either database.")],
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
) -> None:
    """Take back what a backup kept; stop Spotter before."""
    try:
        typer.echo(restore_(file, force=force))
    except BackupFailed as failure:
        fail(str(failure), REFUSED)

"""How a command ends that could not do what it was asked."""

from typing import NoReturn

import typer

REFUSED, MISUSED, STOPPED = 1, 2, 130
"""Exit codes: what was asked could not be done, what was typed makes no sense, and Ctrl-C."""


def fail(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)

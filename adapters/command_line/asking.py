"""Asking at the terminal: one question, a file of them, a claim, or a whole talk."""

from pathlib import Path
from typing import Annotated

import typer

from adapters.command_line.ending import MISUSED, REFUSED, fail
from adapters.command_line.talks import open_records, talks
from adapters.console.answers import as_data, print_data
from adapters.console.app import Chat
from adapters.console.batch import answer_batch, open_batch
from adapters.console.picture import PictureRefused, write_picture
from adapters.console.render import show
from bot.reply import Reply


def ask(
    question: Annotated[list[str] | None, typer.Argument(help="In your own words.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as data.")] = False,
    batch: Annotated[
        Path | None,
        typer.Option(help="A file of questions, one JSON object a line; - is standard input."),
    ] = None,
    rows: Annotated[str, typer.Option(help="Rows to show of a long table, or all.")] = "15",
    chart: Annotated[
        Path | None, typer.Option(help="A file for the answer's chart, drawn as a PNG picture.")
    ] = None,
) -> None:
    """Ask one question, or with --batch a file of them."""
    if (question is None) == (batch is None):
        fail(
            'Ask one question, like: spotter ask "most wins at Talladega"; or --batch FILE', MISUSED
        )
    if batch is not None:
        _answer(batch)
        return
    most_rows = _most_rows(rows)
    with talks() as talk:
        reply = talk("console").ask(" ".join(question or ()))
    if as_json:
        print_data(as_data(reply))
    else:
        show(reply, most_rows, "--rows all shows them")
    if chart is not None:
        _draw(reply, chart)


def settle(
    statement: Annotated[list[str], typer.Argument(help="What somebody claims.")],
    rows: Annotated[str, typer.Option(help="Rows to show of a long table, or all.")] = "15",
) -> None:
    """Check a statement against the records, part by part."""
    most_rows = _most_rows(rows)
    with talks() as talk:
        reply = talk("console").use("settle", statement=" ".join(statement))
    show(reply, most_rows, "--rows all shows them")


def chat() -> None:
    """Talk with the record book, follow-up questions and all."""
    book = open_records()
    with talks(book) as talk:
        Chat(talk("console").listening(), book.renew).run()


def _answer(batch: Path) -> None:
    """Answer every line that can be read; complain about the others, and fail at the end."""
    try:
        lines = open_batch(batch)
    except OSError as error:
        fail(f"{batch} cannot be read: {error.strerror}", REFUSED)
    complaints = 0
    with lines, talks() as talk:
        for answered in answer_batch(lines, talk):
            print_data(answered.data)
            if answered.complaint:
                complaints += 1
                typer.echo(f"{batch}: {answered.complaint}", err=True)
    if complaints:
        raise typer.Exit(REFUSED)


def _draw(reply: Reply, file: Path) -> None:
    try:
        write_picture(reply, file)
    except PictureRefused as refusal:
        fail(str(refusal), REFUSED)


def _most_rows(rows: str) -> int | None:
    if rows != "all" and not (rows.isdecimal() and int(rows)):
        fail(f"--rows takes a number from 1 up, or all; it was {rows}", MISUSED)
    return None if rows == "all" else int(rows)

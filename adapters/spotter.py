"""The `spotter` command line; what is slow to load is loaded by the command that needs it."""

import asyncio
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import knowledge
from adapters.backing_up import BackupFailed, back_up
from adapters.backing_up import restore as restore_
from adapters.bug_log import BugLog
from adapters.console.answers import as_data, print_data
from adapters.console.app import Chat
from adapters.console.batch import answer_batch, open_batch
from adapters.console.picture import PictureRefused, write_picture
from adapters.console.render import show
from adapters.console.running import bot_of_the_console
from adapters.console.talk import Talk
from adapters.race_control import archived_control
from adapters.variables import SYNC
from bot.reply import Reply
from knowledge.book.opening import FILE, BookRefused, book_home
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from adapters.settings import DiscordSettings, SlackSettings
    from knowledge.sources.changes import Changes
    from knowledge.sources.fetching.archive import Archive

REFUSED, MISUSED, STOPPED = 1, 2, 130
"""Exit codes: what was asked could not be done, what was typed makes no sense, and Ctrl-C."""

app = typer.Typer(
    help="Ask NASCAR's record book.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
data = typer.Typer(help="The records that the answers come from.", no_args_is_help=True)
app.add_typer(data, name="data")


def main() -> None:
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without accents gets a ? instead
    app()


@app.command()
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
        _fail(
            'Ask one question, like: spotter ask "most wins at Talladega"; or --batch FILE', MISUSED
        )
    if batch is not None:
        _answer(batch)
        return
    most_rows = _most_rows(rows)
    with _talks() as talk:
        reply = talk("console").ask(" ".join(question or ()))
    if as_json:
        print_data(as_data(reply))
    else:
        show(reply, most_rows, "--rows all shows them")
    if chart is not None:
        _draw(reply, chart)


@app.command()
def settle(
    statement: Annotated[list[str], typer.Argument(help="What somebody claims.")],
    rows: Annotated[str, typer.Option(help="Rows to show of a long table, or all.")] = "15",
) -> None:
    """Check a statement against the records, part by part."""
    most_rows = _most_rows(rows)
    with _talks() as talk:
        reply = talk("console").use("settle", statement=" ".join(statement))
    show(reply, most_rows, "--rows all shows them")


@app.command()
def chat() -> None:
    """Talk with the record book, follow-up questions and all."""
    book = _open_book()
    with _talks(book) as talk:
        Chat(talk("console").listening(), book.renew).run()


@app.command("discord")
def discord_() -> None:
    """Answer on Discord until stopped."""
    from adapters.settings import read_discord_settings

    lacking = "Discord needs {}: pip install 'spotter[discord,store,charts]'"
    _serve("adapters.discord.running", lambda: [read_discord_settings(os.environ)], lacking)


@app.command()
def slack() -> None:
    """Answer on Slack until stopped."""
    from adapters.settings import read_slack_settings

    lacking = "Slack needs {}: pip install 'spotter[slack,store,charts]'"
    _serve("adapters.slack.running", lambda: [read_slack_settings(os.environ)], lacking)


@app.command()
def manifest(
    host: Annotated[
        str, typer.Option(help="Where Slack reaches you; without it, you connect to Slack.")
    ] = "",
) -> None:
    """Print what Slack is to be told of Spotter, to be pasted where an app is made."""
    try:
        from adapters.slack.manifest import written
    except ModuleNotFoundError as missing:
        _fail(f"Slack needs {missing.name}: pip install 'spotter[slack]'", REFUSED)
    typer.echo(written(host=host.rstrip("/")), nl=False)


@app.command()
def run() -> None:
    """Answer on every platform that has a token, until stopped."""
    from adapters.together import wanted

    lacking = "A platform needs {}; spotter doctor says how to get it."
    _serve("adapters.together", lambda: wanted(os.environ), lacking)


@app.command()
def doctor() -> None:
    """Say what is missing or wrong, and how to invite Spotter."""
    from adapters.doctor import examine, examine_platforms

    home = book_home()
    findings = [*examine(home), *asyncio.run(examine_platforms(os.environ, home))]
    for finding in findings:
        typer.echo(f"{'ok' if finding.is_well else 'NO':<4}{finding.words}")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(REFUSED)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where the copy goes; nobody else can read it.")],
) -> None:
    """Keep a copy of all that must be remembered, also while Spotter answers."""
    try:
        typer.echo(back_up(file))
    except BackupFailed as failure:
        _fail(str(failure), REFUSED)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="What spotter backup wrote, of either database.")],
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
) -> None:
    """Take back what a backup kept; stop Spotter before."""
    try:
        typer.echo(restore_(file, force=force))
    except BackupFailed as failure:
        _fail(str(failure), REFUSED)


@data.command()
def status() -> None:
    """Say what the record book holds, through which race, and from where."""
    with _talks() as talk:
        show(talk("console").use("about"), None, "")


@data.command("compile")
def compile_(
    source: Annotated[Path, typer.Option("--from", help="The folder of source files.")],
    target: Annotated[
        Path | None, typer.Option("--to", help="Where the tables go; the package's own by default.")
    ] = None,
) -> None:
    """Make the embedded tables anew from the files of others."""
    if not source.is_dir():
        _fail(f"{source} is no folder", REFUSED)
    try:
        from knowledge.sources.compiling import compile_tables  # pyarrow comes with it
        from knowledge.sources.source_file import SourceRefused
    except ModuleNotFoundError as missing:
        _fail(f"Compiling needs {missing.name}: pip install 'spotter[compile]'", REFUSED)
    try:
        report = compile_tables(source, target or Path(knowledge.__path__[0]) / "data")
    except (SourceRefused, OSError) as refusal:
        _fail(str(refusal), REFUSED)
    typer.echo(report.text)


@data.command()
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
        _fail(f"Fetching needs {missing.name}: pip install 'spotter[fresh]'", REFUSED)
    try:
        is_whole = fetch(os.environ, book_home(), typer.echo, _take_in, consents=consent)
    except (FetchRefused, SettingsRefused) as refusal:
        _fail(str(refusal), REFUSED)
    except (KeyboardInterrupt, asyncio.CancelledError):
        _fail("Stopped; what was archived stays, and the next sync goes on from there.", STOPPED)
    if not is_whole:
        raise typer.Exit(REFUSED)


def _take_in(archive: "Archive") -> "Changes":
    from knowledge.sources.taking_in import take_in_archive

    return take_in_archive(archive, datetime.now(UTC).date(), book_home())


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
        asyncio.run(serve_all(_open_book(), book_home(), platforms, fresh))
    except ModuleNotFoundError as missing:
        _fail(lacking.format(missing.name), REFUSED)
    except (SettingsRefused, StartRefused) as refusal:
        _fail(f"{refusal}\nspotter doctor says more.", REFUSED)


def _answer(batch: Path) -> None:
    """Answer every line that can be read; complain about the others, and fail at the end."""
    try:
        lines = open_batch(batch)
    except OSError as error:
        _fail(f"{batch} cannot be read: {error.strerror}", REFUSED)
    complaints = 0
    with lines, _talks() as talk:
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
        _fail(str(refusal), REFUSED)


@contextmanager
def _talks(book: RecordBook | None = None) -> Iterator[Callable[[str], Talk]]:
    """Put the bot before the open record book; each name is a conversation of its own."""
    fetches = os.environ.get(SYNC.name, "").strip().casefold() == "all"
    control = archived_control(book_home(), fetches=fetches)
    bot = bot_of_the_console(book or _open_book(), control)
    logging.getLogger().addHandler(BugLog(book_home() / "spotter.log"))
    with asyncio.Runner() as runner:
        yield lambda name: Talk(bot, runner, name)


def _open_book() -> RecordBook:
    home = book_home()
    if sys.stderr.isatty() and not (home / FILE).exists():
        typer.echo("Building the record book, this once: a few seconds ...", err=True)
    try:
        return RecordBook.open(home)
    except BookRefused as refusal:
        _fail(str(refusal), REFUSED)


def _most_rows(rows: str) -> int | None:
    if rows != "all" and not (rows.isdecimal() and int(rows)):
        _fail(f"--rows takes a number from 1 up, or all; it was {rows}", MISUSED)
    return None if rows == "all" else int(rows)


def _fail(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


if __name__ == "__main__":
    main()

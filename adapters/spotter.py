"""The `spotter` command line; what is slow to load is loaded by the command that needs it."""

import io
import sys

import typer

from adapters.command_line import asking, keeping, records, serving

app = typer.Typer(
    help="Ask NASCAR's record book.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(asking.ask)
app.command()(asking.settle)
app.command()(asking.chat)
app.command("discord")(serving.discord_)
app.command()(serving.slack)
app.command()(serving.manifest)
app.command()(serving.run)
app.command()(serving.doctor)
app.command()(keeping.backup)
app.command()(keeping.restore)

data = typer.Typer(help="The records that the answers come from.", no_args_is_help=True)
data.command()(records.status)
data.command("compile")(records.compile_)
data.command()(records.sync)
app.add_typer(data, name="data")


def main() -> None:
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without accents gets a ? instead
    app()


if __name__ == "__main__":
    main()

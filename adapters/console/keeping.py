"""Files of a reply, written into the working directory; none that is there is overwritten."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import File, Reply


def keep_files(reply: Reply) -> None:
    for file in reply.files:
        _keep(file)


def _keep(file: File) -> None:
    """Its name is said first, and then written to, if nobody else has it."""
    path = next(path for path in _names(file) if not path.exists())
    print(f"Written into this folder: {path.name}", flush=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            out.write(file.content)
    except OSError as error:
        print(f"It could not be: {error.strerror}.", flush=True)


def _names(file: File) -> Iterator[Path]:
    name = Path(Path(file.name).name)
    yield name
    yield from (Path(f"{name.stem}-{number}{name.suffix}") for number in count(2))

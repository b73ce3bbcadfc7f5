"""A reply's chart as a picture in a file, for those who would rather look than read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reply import Chart

if TYPE_CHECKING:
    from pathlib import Path

    from bot.reply import Reply


class PictureRefused(Exception):
    """No picture can be written; the sentence says why."""


def write_picture(reply: Reply, file: Path) -> None:
    charts = [block.drawing for block in reply.blocks if isinstance(block, Chart)]
    if not charts:
        raise PictureRefused("That answer has no chart.")
    try:
        from adapters.drawing.picture import draw  # matplotlib comes with it
    except ModuleNotFoundError as missing:
        raise PictureRefused(
            f"Pictures need {missing.name}: pip install 'spotter[charts]'"
        ) from missing
    try:
        file.write_bytes(draw(charts[0]))
    except OSError as error:
        raise PictureRefused(f"{file} cannot be written: {error.strerror}") from error

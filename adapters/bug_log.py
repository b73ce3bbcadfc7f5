"""Where the console writes its bugs down: a file beside the record book, if there are any."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class BugLog(logging.Handler):
    """Appends each record; where the file cannot be written, the reply has been given anyway."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError), self._file.open("a", encoding="utf-8") as log:
            log.write(f"{self.format(record)}\n")

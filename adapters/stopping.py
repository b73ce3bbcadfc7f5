"""A stop asked for by a signal: it is begun once, and finished in peace."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def stop_on_signals(stop: Callable[[], object]) -> None:
    """Call it for SIGTERM and SIGINT, in place of whatever they did before."""
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has none of these
            asyncio.get_running_loop().add_signal_handler(number, stop)

"""The process that draws: charts come in, pictures go out, until nobody is there to take them."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from traceback import format_exc

from adapters.drawing.parcel import DRAWN, FAILED, HEAD, pack, read_head
from adapters.drawing.picture import draw
from knowledge.answer import Chart, Line

_FIRST = Chart("lines", "First", "season", "wins", ("2024", "2025"), (Line("A", (1.0, 2.0)),))

_NICENESS = 10
"""Words go before pictures where both want the same core."""


def main() -> None:
    """Draw; the first picture, asked for by nobody, says that all is loaded."""
    _stand_back()
    charts: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(charts,), daemon=True).start()
    charts.put(pickle.dumps((_FIRST, ())))
    with suppress(BrokenPipeError):
        while True:
            sys.stdout.buffer.write(_drawn(charts.get()))
            sys.stdout.buffer.flush()


def _stand_back() -> None:
    """Leave signals to the process that talks: while it stops it may still want a picture."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_NICENESS)


def _listen(charts: SimpleQueue[bytes]) -> None:
    """Take charts in; at their end nobody waits any more, not even for one half drawn."""
    while len(head := sys.stdin.buffer.read(HEAD)) == HEAD:
        charts.put(sys.stdin.buffer.read(read_head(head)[1]))
    os._exit(0)


def _drawn(asked: bytes) -> bytes:
    chart, series = pickle.loads(asked)  # noqa: S301 - from the process that started this one
    try:
        return pack(DRAWN, draw(chart, series))
    except Exception:  # noqa: BLE001 - whatever it is, the next chart can be drawn
        return pack(FAILED, format_exc().encode())
    finally:
        _give_back()


def _give_back() -> None:
    """Return the dots' memory to the system: glibc would keep tens of megabytes for later."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


if __name__ == "__main__":
    main()

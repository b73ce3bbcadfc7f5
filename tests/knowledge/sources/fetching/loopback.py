"""A small feed on this machine: files with ETags, and whatever goes wrong on the way to them."""

from __future__ import annotations

import asyncio
import gzip
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Event
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(slots=True)
class Trouble:
    """What befalls the next requests for one path, so many times."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    hangs: bool = False
    cut: bool = False  # less comes than was promised


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came."""

    path: str
    agent: str
    etag: str


class Loopback:
    """Says 403 where it has nothing, as the real one does; `files` may change between two reads."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.troubles: dict[str, Trouble] = {}
        self.asked: list[Asked] = []
        self.was_asked = Event()
        self.base = ""

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.lstrip("/")
        etag = request.headers.get("If-None-Match", "")
        self.asked.append(Asked(path, request.headers["User-Agent"], etag))
        self.was_asked.set()
        trouble = self.troubles.get(path)
        if trouble and trouble.times:
            trouble.times -= 1
            return await self._trouble(request, trouble)
        if path not in self.files:
            return web.Response(status=403, text="<Error><Code>AccessDenied</Code></Error>")
        return self._file(self.files[path], etag)

    async def _trouble(self, request: web.Request, trouble: Trouble) -> web.StreamResponse:
        if trouble.hangs:
            await asyncio.Event().wait()
        if not trouble.cut:
            return web.Response(status=trouble.status, headers=trouble.headers)
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b'{"series_1": [')
        assert request.transport
        request.transport.close()
        return response

    def _file(self, content: bytes, etag: str) -> web.Response:
        current = f'"{sha256(content).hexdigest()[:8]}"'
        if etag == current:
            return web.Response(status=304, headers={"ETag": current})
        headers = {"ETag": current, "Content-Encoding": "gzip"}
        return web.Response(body=gzip.compress(content), headers=headers)


@asynccontextmanager
async def serving() -> AsyncIterator[Loopback]:
    loopback = Loopback()
    app = web.Application()
    app.router.add_get("/{path:.*}", loopback.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    loopback.base = "http://{}:{}".format(*runner.addresses[0])
    try:
        yield loopback
    finally:
        await runner.cleanup()

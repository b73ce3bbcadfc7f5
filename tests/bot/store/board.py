"""A channel of a folder: what is posted stays there whoever dies, and it can be told to fail."""

from __future__ import annotations

import json
import os
import secrets
import signal
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from bot.channel import NotPosted, Posted
from bot.reply import Fields, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.channel import Destination, Occasion, Post
    from bot.reply import Reply

Moment: TypeAlias = Literal["before", "after"]


@dataclass
class Board:
    """Each message is a file; another process sees it too."""

    folder: Path
    refusals: deque[NotPosted] = field(default_factory=deque)  # one for each of the next calls
    refused: str = ""  # only this call, where one is named
    cuts: int = 0  # how many of the next calls are heard of no more once they are done
    dies: tuple[str, Moment] | None = None  # the process, at which call

    async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
        self._begin("post")
        self._log(f"post {'again ' if again else ''}{post.mark}")
        found = self._marked(to, post.mark) if again else None
        message = found or secrets.token_hex(4)
        if found is None:
            self._write(to, message, post, {"roles": list(post.roles)})
        self._end("post")
        return Posted(to, message, f"thread of {message}" if post.thread else "")

    async def replace(self, posted: Posted, post: Post) -> None:
        self._begin("replace")
        self._log(f"replace {post.mark}")
        if not self._file(posted.to, posted.message).exists():
            raise NotPosted("The message is gone.", gone=True)
        before = self._read(posted.to, posted.message)
        assert not post.roles
        kept = {name: before[name] for name in ("roles", "published")}
        self._write(posted.to, posted.message, post, kept)
        self._end("replace")

    async def remove(self, posted: Posted) -> None:
        self._begin("remove")
        self._log(f"remove {posted.message}")
        self._file(posted.to, posted.message).unlink(missing_ok=True)
        self._end("remove")

    async def publish(self, posted: Posted) -> bool:
        self._begin("publish")
        message = self._read(posted.to, posted.message)
        self._log(f"publish {message['mark']}")
        message["published"] = True
        self._file(posted.to, posted.message).write_text(json.dumps(message))
        self._end("publish")
        return True

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        """A community's events are files too."""
        self._begin("list_occasion")
        file = self.folder / f"event of {to.community} {occasion.mark}"
        if occasion.stage == "planned" or file.exists():
            file.write_text(f"{occasion.stage} {occasion.title} {occasion.begins:.0f}")
        self._end("list_occasion")

    def events(self, community: str) -> list[str]:
        return [file.read_text() for file in self.folder.glob(f"event of {community} *")]

    async def head_count(self, community: str, role: str) -> int | None:
        return None

    async def role_name(self, community: str, role: str) -> str:
        return ""

    async def channel_name(self, to: Destination) -> str:
        return f"#{to.channel}"

    def messages(self, channel: str) -> list[dict[str, Any]]:
        files = sorted(self.folder.glob(f"{channel} *"))
        return [json.loads(file.read_text()) for file in files]

    @property
    def log(self) -> list[str]:
        """Everything that was asked of it."""
        file = self.folder / "log"
        return file.read_text().splitlines() if file.exists() else []

    def _marked(self, to: Destination, mark: str) -> str | None:
        for file in self.folder.glob(f"{to.channel} *"):
            if json.loads(file.read_text())["mark"] == mark:
                return file.name.rpartition(" ")[2]
        return None

    def _write(self, to: Destination, message: str, post: Post, kept: dict[str, Any]) -> None:
        texts = [block for block in post.reply.blocks if isinstance(block, Text)]
        told = {
            "published": False,
            **kept,
            "mark": post.mark,
            "title": post.reply.title,
            "words": [text.words for text in texts],
            "facts": dict(_facts(post.reply)),
            "struck": [text.words for text in texts if text.tone == "struck"],
            "footer": post.reply.footer,
            "buttons": {button.label: button.key for button in post.reply.buttons},
        }
        self._file(to, message).write_text(json.dumps(told))

    def _read(self, to: Destination, message: str) -> dict[str, Any]:
        return dict(json.loads(self._file(to, message).read_text()))

    def _file(self, to: Destination, message: str) -> Path:
        return self.folder / f"{to.channel} {message}"

    def _log(self, line: str) -> None:
        with (self.folder / "log").open("a") as log:
            log.write(f"{line}\n")

    def _begin(self, call: str) -> None:
        self._perhaps_die(call, "before")
        if self.refusals and self.refused in ("", call):
            raise self.refusals.popleft()

    def _end(self, call: str) -> None:
        self._perhaps_die(call, "after")
        if self.cuts:
            self.cuts -= 1
            raise NotPosted("The line was cut.", again_in=0.01)

    def _perhaps_die(self, call: str, moment: Moment) -> None:
        if self.dies == (call, moment):
            os.kill(os.getpid(), signal.SIGKILL)


def _facts(reply: Reply) -> Iterator[tuple[str, str]]:
    for block in reply.blocks:
        if isinstance(block, Fields):
            yield from ((name, str(fact)) for name, fact in block.pairs)

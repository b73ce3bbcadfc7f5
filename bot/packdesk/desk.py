"""A moderator at the packs of his community, and one of them before him."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.keys import read_key
from bot.quiz.entrant import player_id
from bot.reply import Button, Reply, Text

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.quiz.packs.kept import KeptPack, Packs
    from bot.request import Place, Press, Request, Submission, User

FOR_MODERATORS = Reply(
    "Packs are for moderators.", (Text("They have the answers in them."),), private=True
)
GONE = Reply(
    "That pack is not here any more.", (Text("quiz packs shows those that are."),), private=True
)
MEANWHILE = Text("Somebody changed it meanwhile; this is how it is now.", "caution")


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works there, and for which community."""

    user: User
    place: Place
    stand: Stand

    @property
    def packs(self) -> Packs:
        return self.stand.packs

    @property
    def here(self) -> tuple[str, str]:
        return self.user.platform, self.place.community

    @property
    def me(self) -> str:
        return player_id(self.user.platform, self.user.key)

    async def find(self, key: str) -> KeptPack | None:
        """One of this community's own."""
        kept = await self.packs.find(key)
        return kept if kept and (kept.platform, kept.community) == self.here else None


def desk_of(came_in: Request | Press | Submission, stand: Stand) -> Desk:
    return Desk(came_in.user, came_in.place, stand)


def button(label: str, step: str, pack: str = "") -> Button:
    return Button(label, key_for(step, pack))


def key_for(step: str, pack: str = "") -> str:
    return f"pack:{step}:{pack}"


def read_step(key: str) -> tuple[str, int, str]:
    """The verb, the number that it is about (0 where it names none), the pack."""
    told = read_key(key)
    verb, _, number = told.words.partition(" ")
    return verb, int(number) if number.isdecimal() else 0, told.card


def in_place(reply: Reply) -> Reply:
    return reply if reply.form else replace(reply, in_place=True)

"""Whoever presses in a night: who he is there, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.keys import read_key
from bot.quiz.entrant import Entrant, player_id
from bot.quiz.keys import button, key_for
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.quiz.keys import Verb
    from bot.quiz.nights import Nights
    from bot.reply import Button
    from bot.request import Place, Press, Submission, User

GONE = Reply("That night is not here any more.", (Text("quiz shows what is on."),), private=True)


@dataclass(frozen=True, slots=True)
class Player:
    """The night by its key alone: most presses need no more of it."""

    night: str
    user: User
    place: Place
    stand: Stand
    at: float  # seconds since 1970

    @property
    def id(self) -> str:
        return player_id(self.user.platform, self.user.key)

    @property
    def nights(self) -> Nights:
        return self.stand.nights

    @property
    def here(self) -> Destination:
        return Destination(self.user.platform, self.place.community, self.place.channel)

    def button(self, label: str, step: str, verb: Verb = "quiz") -> Button:
        return button(label, step, self.night, verb)

    def key(self, step: str, verb: Verb = "quiz") -> str:
        return key_for(verb, step, self.night)

    def entrant(self, team: str = "", *, shows_name: bool = False) -> Entrant:
        user = self.user
        return Entrant(
            user.platform,
            user.key,
            user.name,
            self.place.community,
            team=team,
            at=self.at,
            shows_name=shows_name,
        )


def player_of(came_in: Press | Submission, stand: Stand) -> Player:
    night = read_key(came_in.key).card
    return Player(night, came_in.user, came_in.place, stand, stand.now())


def told(title: str, *words: str, buttons: tuple[Button, ...] = ()) -> Reply:
    """A receipt for one alone."""
    return Reply(title, tuple(map(Text, words)), buttons=buttons, private=True)

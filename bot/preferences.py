"""What a person, a channel or a community prefers, and what of it holds for a request."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.request import Place, User

Whose: TypeAlias = Literal["person", "channel", "community"]
Chosen: TypeAlias = "Mapping[str, str | list[str]]"
"""By name, as `Preferences` has them; what is missing was not chosen."""

Layers: TypeAlias = "Mapping[Whose, Chosen]"

PUBLIC, PRIVATE = "public", "private"
ANSWERS = (PUBLIC, PRIVATE)
OPEN, TAGGED, THREAD, DELAYED = "open", "tagged", "thread", "delayed"
SPOILERS = (OPEN, TAGGED, THREAD, *(f"{DELAYED} {hours}" for hours in (2, 6, 12, 24, 48, 72)))
"""Open for all, behind bars or a button, in a thread only, or so many hours after the finish."""

MENTIONS = "mentions"
DESK = "desk"
DRAFTS = "drafts"
MEMORY = "memory"
FOLLOW, MOMENTS = "follow", "moments"

TOLD_OF: Mapping[str, tuple[str, ...]] = {
    "start, stages and finish": ("green", "stage", "finish"),
    "start and finish": ("green", "finish"),
    "stages and finish": ("stage", "finish"),
    "finish": ("finish",),
}
"""What a channel that follows races is told of; the first where nothing is chosen."""

MEMORIES: Mapping[str, int] = {
    "half a year": 180,
    "a month": 30,
    "three months": 90,
    "a year": 365,
    "two years": 730,
}
"""For how many days no quiz question comes again; the first where nothing is chosen."""

ZONE = "America/New_York"
"""Races are announced in Eastern Time."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds: the person's before the channel's before the community's, where each may say."""

    series: str = ""  # Cup, Xfinity, Truck, all three series; else as each question reads best
    answers: str = ""  # public or private; else what is long is for the asker alone
    spoilers: str = OPEN
    drivers: tuple[str, ...] = ()  # favourites, by full name
    zone: str = ZONE
    mentions: tuple[str, ...] = ()  # roles that a recap may mention
    follow: str = ""  # the series whose races the channel is told of while they run
    moments: str = ""  # and of what in them
    desk: str = ""  # the moderators' channel, by its key; none where they are told nothing unasked
    drafts: str = ""  # the series whose races get a recap's draft as soon as they are official
    memory: str = ""  # how long no quiz question comes again
    moderators: tuple[str, ...] = ()  # roles as the platform knows them; on Slack, people
    chosen_by: Mapping[str, Whose] = field(default_factory=dict)

    @property
    def spoiler_mode(self) -> str:
        return self.spoilers.partition(" ")[0]

    @property
    def told_of(self) -> tuple[str, ...]:
        """Told later, the finish alone makes sense."""
        every, *_ = TOLD_OF.values()
        chosen = TOLD_OF.get(self.moments, every)
        return ("finish",) if self.spoiler_mode == DELAYED else chosen

    @property
    def remembered(self) -> float:
        """Seconds for which no quiz question comes again."""
        usual, *_ = MEMORIES.values()
        return MEMORIES.get(self.memory, usual) * 24 * 3600.0

    @property
    def hours(self) -> int:
        """How long after the finish a result is not to be told."""
        return int(self.spoilers.partition(" ")[2] or 0)


NOTHING_CHOSEN = Preferences()


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose preferences they are; without a community there is neither that nor a channel."""

    platform: str
    whose: Whose
    community: str
    key: str = ""  # of the person or channel


class PreferenceShelf(Protocol):
    """Where preferences are kept."""

    async def chosen(self, owner: Owner) -> Chosen: ...

    async def layers(self, user: User, place: Place) -> Layers: ...

    async def of_channel(self, platform: str, community: str, channel: str) -> Preferences:
        """What holds for what is posted there unasked: no person's own."""

    async def who_chose(self, platform: str, name: str) -> tuple[Owner, ...]:
        """Everybody there who has chosen something of that name."""

    async def choose(self, owner: Owner, changes: Chosen) -> None:
        """Keep these in place of what was chosen before; what is empty is chosen no more."""

    async def forget(self, user: User) -> int:
        """Forget a person's own, and say how many they were."""


_SPEAKERS: Mapping[str, tuple[Whose, ...]] = {
    "series": ("person", "channel", "community"),
    "answers": ("person", "channel", "community"),
    "spoilers": ("channel", "community"),
    "drivers": ("person", "channel", "community"),
    "zone": ("person", "channel", "community"),
    "moderators": ("community",),
    MENTIONS: ("community",),
    DESK: ("community",),
    DRAFTS: ("community",),
    MEMORY: ("community",),
    FOLLOW: ("channel",),
    MOMENTS: ("channel",),
}
"""Who may say what, the nearest first: nobody spoils a race for others, or makes himself a
moderator."""


def owners(user: User, place: Place) -> dict[Whose, Owner]:
    """A direct message has no community, so nothing but the person's own."""
    person: dict[Whose, Owner] = {"person": owner_of(user)}
    if not place.community:
        return person
    here = {"community": Owner(user.platform, "community", place.community)}
    if place.channel:
        here["channel"] = Owner(user.platform, "channel", place.community, place.channel)
    return {**person, **here}  # type: ignore[dict-item]  # the keys are Whose


def owner_of(user: User) -> Owner:
    return Owner(user.platform, "person", user.home, user.key)


def resolve(layers: Layers) -> Preferences:
    """What holds, and who chose it."""
    values: dict[str, str | tuple[str, ...]] = {}
    chosen_by: dict[str, Whose] = {}
    for name, speakers in _SPEAKERS.items():
        for whose in _in_order(name, speakers, layers):
            if value := layers.get(whose, {}).get(name):
                values[name] = tuple(value) if isinstance(value, list) else value
                chosen_by[name] = whose
                break
    return Preferences(**values, chosen_by=chosen_by)  # type: ignore[arg-type]  # each of its type


def _in_order(name: str, speakers: tuple[Whose, ...], layers: Layers) -> tuple[Whose, ...]:
    """Where a channel keeps answers private, nobody can have his own posted there."""
    is_public = layers.get("person", {}).get(name) == PUBLIC
    if name == "answers" and is_public:
        return ("channel", "community", "person")
    return speakers


def moderating(user: User, preferences: Preferences) -> User:
    """Who may moderate by one of the roles that were named, if not by the platform's own right."""
    named = not set(user.roles).isdisjoint(preferences.moderators)
    return replace(user, may_moderate=True) if named else user


class PreferencesInMemory:
    """Preferences of one process: for a console that is gone when it ends."""

    def __init__(self) -> None:
        self._chosen: dict[Owner, dict[str, str | list[str]]] = {}

    async def chosen(self, owner: Owner) -> Chosen:
        return dict(self._chosen.get(owner, {}))

    async def layers(self, user: User, place: Place) -> Layers:
        return {whose: await self.chosen(owner) for whose, owner in owners(user, place).items()}

    async def of_channel(self, platform: str, community: str, channel: str) -> Preferences:
        whole = Owner(platform, "community", community)
        here = Owner(platform, "channel", community, channel)
        layers = {"community": await self.chosen(whole), "channel": await self.chosen(here)}
        return resolve(layers)  # type: ignore[arg-type]  # the keys are Whose

    async def who_chose(self, platform: str, name: str) -> tuple[Owner, ...]:
        everybody = self._chosen.items()
        return tuple(o for o, chosen in everybody if o.platform == platform and name in chosen)

    async def choose(self, owner: Owner, changes: Chosen) -> None:
        chosen = {**self._chosen.get(owner, {}), **changes}
        self._chosen[owner] = {name: value for name, value in chosen.items() if value}

    async def forget(self, user: User) -> int:
        return len(self._chosen.pop(owner_of(user), {}))

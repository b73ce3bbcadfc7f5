"""Settings: what holds here and who chose it, and the forms by which it is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.keys import Step, read_key, write_keys
from bot.preferences import DESK, DRAFTS, FOLLOW, MEMORY, MENTIONS, MOMENTS, Owner, owners, resolve
from bot.reply import Fields, Form, Reply, Text
from bot.setting_fields import LABELS, NotUnderstood, draw_fields, in_words, read_fields

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.preferences import Preferences, Whose
    from bot.request import Place, Press, Submission, User

MODERATORS = "moderators"
RACES = "races"

_FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "person": ("Your settings", ("series", "answers", "drivers", "zone")),
    "channel": ("This channel's settings", ("series", "answers", "spoilers", "drivers", "zone")),
    "community": ("Settings for all here", ("series", "answers", "spoilers", "drivers", "zone")),
    MODERATORS: ("Who moderates here", (MODERATORS, MENTIONS, DESK, DRAFTS, MEMORY)),
    RACES: ("Races live in this channel", (FOLLOW, MOMENTS)),
}
_BUTTONS = {
    "person": "For me",
    "channel": "For this channel",
    "community": "For everybody here",
    MODERATORS: "Who moderates",
    RACES: "Races live",
}
_CHOSEN_BY = {
    "person": "your own",
    "channel": "this channel's",
    "community": "everybody's here",
}
_OF_A_CHANNEL = ("channel", RACES)
_WHOSE: dict[str, str] = {MODERATORS: "community", RACES: "channel"}
_REFUSED = Reply(
    "That is for moderators to choose; what is for you alone you can choose yourself.",
    (Text("Ask a moderator, or use settings for what holds for you.", "quiet"),),
    private=True,
)


async def show_settings(
    user: User, place: Place, stand: Stand, title: str = "What holds for you here"
) -> Reply:
    preferences = resolve(await stand.kept.layers(user, place))
    steps = [Step(_BUTTONS[each], "set", _words(each, place)) for each in _open_to(user, place)]
    return Reply(
        title,
        (Fields(_facts(preferences, place)), *_hints(user, place)),
        buttons=await write_keys(steps, None, stand.cards) if place.presses else (),
        private=True,
    )


async def open_settings(words: str, press: Press, stand: Stand) -> Reply:
    """The form for one of them, as it is filled now."""
    which, _, channel = words.partition(" ")
    owner = _owner(which, channel, press.user, press.place)
    if owner is None:
        return _REFUSED
    title, names = _FORMS[which]
    fields = draw_fields(names, await stand.kept.chosen(owner))
    return Reply(form=Form(press.key, title, fields), private=True)


async def take_settings(submission: Submission, stand: Stand) -> Reply:
    """Keep what was filled in; where a part of it is not understood, nothing is changed."""
    which, _, channel = read_key(submission.key).words.partition(" ")
    user = submission.user
    place = replace(submission.place, channel=submission.place.channel or channel)
    owner = _owner(which, channel, user, place)
    if owner is None:
        return _REFUSED
    try:
        changes = read_fields(_FORMS[which][1], submission.values, stand.book)
    except NotUnderstood as why:
        return Reply(str(why), (Text("Nothing was changed."),), private=True)
    await stand.kept.choose(owner, changes)
    return replace(await show_settings(user, place, stand, "That is kept."), in_place=True)


def _open_to(user: User, place: Place) -> tuple[str, ...]:
    if not user.may_moderate or not place.community:
        return ("person",)
    if not place.channel:
        return ("person", "community", MODERATORS)
    return ("person", "channel", "community", MODERATORS, RACES)


def _words(which: str, place: Place) -> str:
    """A platform's form may come back without its channel, so the key says it."""
    return f"{which} {place.channel}" if which in _OF_A_CHANNEL else which


def _owner(which: str, channel: str, user: User, place: Place) -> Owner | None:
    """Whose settings those are, where this user may change them; the community is never told."""
    theirs = owners(user, replace(place, channel=channel))
    whose: Whose = _WHOSE.get(which, which)  # type: ignore[assignment]
    may = whose == "person" or user.may_moderate
    return theirs.get(whose) if which in _FORMS and may else None


def _facts(preferences: Preferences, place: Place) -> tuple[tuple[str, str], ...]:
    names = LABELS if place.community else ("series", "answers", "drivers", "zone")
    return tuple((LABELS[name], _fact(name, preferences)) for name in names)


def _fact(name: str, preferences: Preferences) -> str:
    whose = preferences.chosen_by.get(name)
    told = in_words(name, getattr(preferences, name))
    return f"{told} ({_CHOSEN_BY[whose]})" if whose else told


def _hints(user: User, place: Place) -> tuple[Text, ...]:
    if not place.community or user.may_moderate:
        return ()
    return (Text("What holds for a channel or for everybody, moderators choose.", "quiet"),)

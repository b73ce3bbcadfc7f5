"""recap: the race that is meant, and its draft, begun by the community's template or found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.desk.contradicted import open_proposal, phrase_change, see_button
from bot.desk.desk import VERB, Desk, as_posted, draft_title, signature
from bot.desk.panel import show_panel
from bot.desk.places import covered
from bot.desk.telling import STATES
from bot.phrasing import phrase_date
from bot.preferences import Owner, resolve
from bot.recap.beginning import Begun, begun
from bot.recap.draft_key import race_key
from bot.reply import LONGEST_KEY, Button, Menu, Reply, Text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from bot.command import Stand
    from bot.recap.draft import Draft
    from bot.recap.drafts import Template
    from bot.request import Place, User
    from knowledge.races import Race

_OFFERED = 5
_MOST = 25


async def open_recap(text: str, user: User, place: Place, stand: Stand) -> Reply:
    """The draft of the race that a text names; what else it could be is offered."""
    races = stand.book.races(text, stand.today())
    if len(races) == 1:
        return await _open(races[0], user, place, stand)
    if races:
        several = f"“{text}” could be any of {len(races):,} races; the latest are offered."
        return _offer(several, reversed(races[-_OFFERED:]))
    near = stand.book.suggest("race", text, _OFFERED)
    found = [race for each in near for race in stand.book.races(each.value)[:1]]
    through = max(stand.book.status().series, key=lambda series: series.last.date).last
    told = f"The records reach through {through.race}, {phrase_date(through.date)}."
    return _offer(f"I know no finished race called “{text}”.", found, told)


async def list_recaps(user: User, place: Place, stand: Stand) -> Reply:
    """The recaps that were worked on last, and the latest races."""
    recent = await stand.newsroom.drafts.recent(user.platform, place.community, _MOST)
    choices = [_choice(draft, stand) for draft in recent]
    title = "Which race shall be told?" if recent else "There is no recap here yet; of which race?"
    desks = [Desk(draft, draft.version, user, place, stand) for draft in recent]
    changed = [each async for each in _changed(desks, user, place, stand)]
    return Reply(
        title,
        (
            *(told for told, _ in changed),
            *(
                (Text("Pick a recap to go on with, or begin one: recap and a race."),)
                * bool(recent)
            ),
        ),
        buttons=(*(button for _, button in changed), *map(_begin, _latest(stand))),
        menu=Menu("Recaps here, the latest first", tuple(choices)) if choices else None,
        private=True,
    )


async def _changed(
    desks: Iterable[Desk], user: User, place: Place, stand: Stand
) -> AsyncIterator[tuple[Text, Button]]:
    """Those that the rows contradict by now; not each is looked through for whoever lists them."""
    proposed = await stand.newsroom.drafts.proposed(user.platform, place.community)
    for desk in [desk for desk in desks if desk.draft.id in proposed][:_OFFERED]:
        if proposal := await open_proposal(desk):
            name = draft_title(desk.draft, stand)
            told = phrase_change(proposal)
            yield replace(told, words=f"{name}: {told.words}"), see_button(desk, name)


async def _open(race: Race, user: User, place: Place, stand: Stand) -> Reply:
    who = signature(user)
    template = await stand.newsroom.drafts.template(user.platform, place.community)
    fresh = await _fresh(race, template, user, place, stand)
    draft = await stand.newsroom.drafts.begin(fresh, who)
    draft = await as_posted(draft, stand)
    return await show_panel(Desk(draft, draft.version, user, place, stand))


async def _fresh(race: Race, template: Template, user: User, place: Place, stand: Stand) -> Draft:
    """A first version, as the community's template has it."""
    targets = tuple([await covered(target, stand) for target in template.targets])
    by = Begun(
        signature(user), place.community, await _favourites(user, place, stand), stand.today()
    )
    return begun(race, replace(template, targets=targets), by)


async def _favourites(user: User, place: Place, stand: Stand) -> tuple[str, ...]:
    """The community's; where there is none, those of whoever is alone there."""
    if not place.community:
        return stand.preferences.drivers
    everybody = Owner(user.platform, "community", place.community)
    return resolve({"community": await stand.kept.chosen(everybody)}).drivers


def _latest(stand: Stand) -> Iterator[Race]:
    """The last race of each series that the records hold."""
    for series in stand.book.status().series:
        yield stand.book.races(f"{series.last.season} {series.series}")[-1]


def _offer(title: str, races: Iterable[Race], told: str = "") -> Reply:
    words = (Text(told),) if told else ()
    return Reply(title, words, buttons=tuple(map(_begin, races)), private=True)


def _begin(race: Race) -> Button:
    label = f"{race.name} · {race.series.capitalize()} · {race.date}"
    return Button(label, f"{VERB}:open {race_key(race)}:"[:LONGEST_KEY])


def _choice(draft: Draft, stand: Stand) -> Button:
    label = f"{draft_title(draft, stand)}: {STATES[draft.state]}"
    return Button(label, f"{VERB}:open {draft.race}:")

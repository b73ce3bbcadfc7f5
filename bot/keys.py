"""Button keys: a step written so that it can be taken whenever the button is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.card import Card
from bot.reply import LONGEST_KEY, Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.card import Cards
    from bot.request import User

_KEPT = "#"
"""Begins the id of a kept card; any other text is a card of one short question itself."""


@dataclass(frozen=True, slots=True)
class Step:
    """A next step to offer: what to do with the card, and what else that needs."""

    label: str
    verb: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A key taken apart again."""

    verb: str
    words: str
    card: str  # as the key names it; empty where the step needs none


def read_key(text: str) -> Key:
    verb, _, rest = text.partition(":")
    if verb == "ask":
        return Key(verb, rest, "")
    words, _, card = rest.partition(":")
    return Key(verb, words, card)


async def write_keys(steps: Iterable[Step], card: Card | None, cards: Cards) -> tuple[Button, ...]:
    """A button for each step; the card is kept where its question is too long for a key."""
    steps = tuple(steps)
    name = _spelt_out(card) if card else ""
    if card and (not name or any(len(_key(step, name)) > LONGEST_KEY for step in steps)):
        name = _KEPT + await cards.keep(card)
    return tuple(Button(step.label, _key(step, name)[:LONGEST_KEY]) for step in steps)


async def find_card(name: str, user: User, community: str, cards: Cards) -> Card | None:
    """The card that a key names; none where it has grown too old, or is another community's."""
    if name.startswith(_KEPT):
        card = await cards.find(name.removeprefix(_KEPT))
        kept_here = card and (card.platform, card.community) == (user.platform, community)
        return card if kept_here else None
    if name.count("/") < 2:
        return None
    owner, day, question = name.split("/", 2)
    return Card(user.platform, owner, community, (question,), date.fromisoformat(day))


def _key(step: Step, card: str) -> str:
    if step.verb == "ask":
        return f"ask:{step.words}"
    return f"{step.verb}:{step.words.replace(':', ' ')}:{card}"


def _spelt_out(card: Card) -> str:
    """The card in a line; nothing where it is more than one plain question."""
    if len(card.turns) > 1 or card.command != "ask" or "/" in card.user:
        return ""
    return f"{card.user}/{card.day:%Y%m%d}/{card.turns[0]}"

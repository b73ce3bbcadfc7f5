"""Two versions of a draft beside each other: what differs, and a change carried to a later one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from knowledge.sentences import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.recap.draft import Draft
    from bot.recap.recap import Edits, Key

_T = TypeVar("_T")


def differences(before: Draft, after: Draft) -> tuple[str, ...]:
    """What a moderator would say was changed from one to the other."""
    return tuple(_differences(before, after))


def merged(base: Draft, mine: Draft, now: Draft) -> Draft:
    """What was changed from base to mine, done to what others have made of it meanwhile."""
    return replace(
        now,
        edits=_merged_edits(base.edits, mine.edits, now.edits),
        targets=_all(base.targets, mine.targets, now.targets),
        roles=_all(base.roles, mine.roles, now.roles),
        when=_one(base.when, mine.when, now.when),
    )


def _differences(before: Draft, after: Draft) -> Iterator[str]:
    old, new = before.edits, after.edits
    was, is_ = dict(old.texts), dict(new.texts)
    for key in dict.fromkeys((*was, *is_)):
        if was.get(key) != is_.get(key):
            yield f"{capital(key)} reads {_said(is_.get(key))}"
    yield from (f"{capital(key)} is left out" for key in new.off if key not in old.off)
    yield from (f"{capital(key)} is in again" for key in old.off if key not in new.off)
    if old.order != new.order:
        yield "the order is another"
    if old.intro != new.intro:
        yield f"the intro reads {_said(new.intro)}" if new.intro else "there is no intro"
    if old.signed_by != new.signed_by:
        yield f"signed by {new.signed_by}" if new.signed_by else "signed by nobody"
    yield from _about_posting(before, after)


def _about_posting(before: Draft, after: Draft) -> Iterator[str]:
    old, new = ({each.to: each.name for each in draft.targets} for draft in (before, after))
    yield from (f"goes to {new[to]}" for to in new if to not in old)
    yield from (f"does not go to {old[to]}" for to in old if to not in new)
    if before.roles != after.roles:
        yield "mentions others" if after.roles else "mentions nobody"
    if before.when != after.when:
        yield "goes out at another time"


def _said(words: str | None) -> str:
    return f"“{words}”" if words else "as the rows have it"


def _merged_edits(base: Edits, mine: Edits, now: Edits) -> Edits:
    return replace(
        now,
        off=_all(base.off, mine.off, now.off),
        order=_one(base.order, mine.order, now.order),
        texts=_texts(dict(base.texts), dict(mine.texts), dict(now.texts)),
        intro=_one(base.intro, mine.intro, now.intro),
        signed_by=_one(base.signed_by, mine.signed_by, now.signed_by),
    )


def _texts(
    base: dict[Key, str], mine: dict[Key, str], now: dict[Key, str]
) -> tuple[tuple[Key, str], ...]:
    changed = {key for key in {*base, *mine} if base.get(key) != mine.get(key)}
    kept = {key: text for key, text in now.items() if key not in changed}
    return tuple({**kept, **{key: mine[key] for key in mine if key in changed}}.items())


def _one(base: _T, mine: _T, now: _T) -> _T:
    return now if mine == base else mine


def _all(base: tuple[_T, ...], mine: tuple[_T, ...], now: tuple[_T, ...]) -> tuple[_T, ...]:
    kept = (each for each in now if each in mine or each not in base)
    return tuple(dict.fromkeys((*kept, *(each for each in mine if each not in base))))

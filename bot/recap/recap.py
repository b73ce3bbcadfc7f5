"""A recap: the blocks written from the rows, and what a moderator made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from knowledge.answer import Chart
    from knowledge.races import Race

Key: TypeAlias = Literal[
    "headline", "winner", "top ten", "stages", "laps led", "climber", "race", "streaks",
    "records", "notes", "favourites", "title", "next", "chart",
]  # fmt: skip
"""What a recap can tell, in the order in which it does."""

KEYS: tuple[Key, ...] = get_args(Key)

LONGEST_TEXT = 1200
"""Characters of one block as edited; far more than a recap is long."""


@dataclass(frozen=True, slots=True)
class RecapBlock:
    """One block as it was written from the rows."""

    key: Key
    words: str
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Edits:
    """What a moderator made of a recap: plain words to be stored, good for any rewriting."""

    off: tuple[Key, ...] = ()
    order: tuple[Key, ...] = ()  # those named come first, the others keep their order
    texts: tuple[tuple[Key, str], ...] = ()
    intro: str = ""
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Recap:
    """A race told: what the rows gave, and the edits over it."""

    race: Race
    written: tuple[RecapBlock, ...]
    safe_title: str  # tells that the race is over, and not who won
    edits: Edits = Edits()

    @property
    def blocks(self) -> tuple[RecapBlock, ...]:
        """The blocks as they will be read: those switched on, in order, with their texts."""
        order = [*self.edits.order, *(each for each in KEYS if each not in self.edits.order)]
        texts = dict(self.edits.texts)
        arranged = sorted(self.written, key=lambda block: order.index(block.key))
        return tuple(
            replace(block, words=texts.get(block.key, block.words))
            for block in arranged
            if block.key not in self.edits.off
        )

    @property
    def headline(self) -> str:
        """The title, which is told even where its block is switched off."""
        written = next(block.words for block in self.written if block.key == "headline")
        return dict(self.edits.texts).get("headline", written)

    @property
    def text(self) -> str:
        """Everything in words, line by line."""
        body = [block.words for block in self.blocks if block.key != "headline"]
        return "\n".join(filter(None, (self.headline, self.edits.intro, *body)))

    @property
    def length(self) -> int:
        """How many words it is long."""
        return len(self.text.split())

    def edited(self, edits: Edits) -> Recap:
        """The same rows under other edits."""
        return replace(self, edits=edits)

    def without(self, key: Key) -> Recap:
        off = (*(each for each in self.edits.off if each != key), key)
        return self._with(off=off)

    def having(self, key: Key) -> Recap:
        """The same with a block switched on again."""
        return self._with(off=tuple(each for each in self.edits.off if each != key))

    def moved(self, key: Key, to: int) -> Recap:
        """The same with a block at another place among those shown."""
        keys = [block.key for block in self.blocks if block.key != key]
        keys.insert(max(0, to), key)
        return self._with(order=tuple(keys))

    def saying(self, key: Key, text: str) -> Recap:
        """The same with a block's text replaced; an empty text brings the rows' own back."""
        kept = tuple(each for each in self.edits.texts if each[0] != key)
        return self._with(texts=(*kept, (key, text[:LONGEST_TEXT])) if text.strip() else kept)

    def introduced(self, words: str) -> Recap:
        return self._with(intro=words.strip()[:LONGEST_TEXT])

    def signed(self, name: str) -> Recap:
        return self._with(signed_by=name.strip())

    def _with(self, **changed: object) -> Recap:
        return replace(self, edits=replace(self.edits, **changed))  # type: ignore[arg-type]

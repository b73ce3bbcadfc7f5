"""The fields of the settings' forms: how each is drawn, read and said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.defaulting import SERIES
from bot.preferences import (
    ANSWERS,
    DESK,
    DRAFTS,
    FOLLOW,
    MEMORIES,
    MEMORY,
    MENTIONS,
    MOMENTS,
    OPEN,
    PRIVATE,
    PUBLIC,
    SPOILERS,
    TAGGED,
    THREAD,
    TOLD_OF,
)
from bot.reply import Choice, Field
from bot.zones import find_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.book import Book
    from bot.preferences import Chosen
    from bot.reply import FieldKind

MOST_DRIVERS = 10

LABELS = {
    "series": "Series",
    "answers": "Answers",
    "spoilers": "Results",
    "drivers": "Favourite drivers",
    "zone": "Time zone",
    "moderators": "Who moderates",
    MENTIONS: "Recaps may mention",
    DESK: "Moderators' channel",
    DRAFTS: "Recaps drafted unasked",
    MEMORY: "Quiz questions come again after",
    FOLLOW: "Races told live",
    MOMENTS: "What is told of them",
}
_ASKED = {
    "series": "Series, where a question names none",
    "answers": "Answers",
    "spoilers": "Results of recent races",
    "drivers": "Favourite drivers, with commas between",
    "zone": "Time zone, such as Eastern or London",
    "moderators": "Who moderates besides",
    MENTIONS: "Whom a recap may mention",
    DESK: "Moderators' channel, for what I say unasked",
    DRAFTS: "Series whose recaps I draft for moderators",
    MEMORY: "Quiz questions come again after",
    FOLLOW: "Series whose races are told while they run",
    MOMENTS: "What is told of a race",
}
"""No longer than a modal's label may be on any platform: 45 characters."""

_NO_CHOICE = "-"
_WORDS = {
    ("series", ""): "as each question reads best",
    ("answers", ""): "for all; a long table for the asker alone",
    ("answers", PUBLIC): "for all, long tables too",
    ("answers", PRIVATE): "for the asker alone",
    ("spoilers", OPEN): "told openly",
    ("spoilers", TAGGED): "told behind a cover",
    ("spoilers", THREAD): "told in a thread only",
    ("drivers", ""): "none",
    ("moderators", ""): "whom the platform lets moderate",
    (MENTIONS, ""): "nobody",
    (DESK, ""): "none",
    (DRAFTS, ""): "none",
    (MEMORY, ""): "half a year",
    (FOLLOW, ""): "none",
    (MOMENTS, ""): "start, stages and finish",
}


class NotUnderstood(Exception):
    """Something that was filled in means nothing here; the sentence says what."""


def draw_fields(names: Iterable[str], chosen: Chosen) -> tuple[Field, ...]:
    return tuple(_draw(name, chosen.get(name, "")) for name in names)


def read_fields(
    names: Iterable[str], values: Mapping[str, str], book: Book
) -> dict[str, str | list[str]]:
    """What was chosen, by name; empty where it is chosen no more, or NotUnderstood.

    A field that the platform could not offer does not come back, and nothing is changed of it.
    """
    return {name: _read(name, values[name].strip(), book) for name in names if name in values}


def in_words(name: str, value: str | tuple[str, ...]) -> str:
    """A setting as a person would say it."""
    if isinstance(value, tuple) and value:
        if name == "moderators":
            return f"whom the platform lets moderate, and {len(value)} named here"
        if name == MENTIONS:
            return f"{len(value)} named here"
        return ", ".join(value)
    words = value if isinstance(value, str) else ""
    if name == DESK and words:
        return "chosen"  # which one it is, is nobody's else
    if words.startswith("delayed"):
        return f"told {words.partition(' ')[2]} hours after the finish"
    return _WORDS.get((name, words), words)


def _draw(name: str, value: str | list[str]) -> Field:
    if name in _CHOICES:
        said = value if isinstance(value, str) else ""
        none = Choice("No choice made here", _NO_CHOICE)
        choices = (none, *(Choice(in_words(name, each), each) for each in _CHOICES[name]))
        return Field(name, _ASKED[name], said or _NO_CHOICE, kind="choice", choices=choices)
    if name in ("moderators", MENTIONS):
        kind: FieldKind = "mentions" if name == MENTIONS else "roles"
        return Field(name, _ASKED[name], " ".join(value), required=False, kind=kind)
    if name == DESK:
        return Field(name, _ASKED[name], str(value), required=False, kind="channel")
    said = ", ".join(value) if isinstance(value, list) else value
    return Field(name, _ASKED[name], said, required=False, longest=300)


_CHOICES = {
    "series": tuple(SERIES),
    "answers": ANSWERS,
    "spoilers": SPOILERS,
    DRAFTS: tuple(SERIES),
    MEMORY: tuple(MEMORIES),
    FOLLOW: tuple(SERIES),
    MOMENTS: tuple(TOLD_OF),
}


def _read(name: str, text: str, book: Book) -> str | list[str]:
    if text in ("", _NO_CHOICE):
        return ""
    match name:
        case "drivers":
            return _read_drivers(text, book)
        case "zone":
            return _read_zone(text)
        case "moderators" | "mentions":
            return text.split()
        case "desk":
            return text
        case _:
            return _read_choice(name, text)


def _read_choice(name: str, text: str) -> str:
    by_name = {each.casefold(): each for each in _CHOICES[name]}
    if text.casefold() not in by_name:
        raise NotUnderstood(f"{LABELS[name]} can be {', '.join(by_name.values())}; not “{text}”.")
    return by_name[text.casefold()]


def _read_drivers(text: str, book: Book) -> list[str]:
    """Each by the name that the record book has for him."""
    named = [each.strip() for each in text.split(",") if each.strip()]
    if len(named) > MOST_DRIVERS:
        raise NotUnderstood(
            f"I keep up to {MOST_DRIVERS} favourite drivers; those are {len(named)}."
        )
    found: dict[str, None] = {}
    for name in named:
        near = book.suggest("driver", name, 1) if book.knows("driver", name) else ()
        if not near:
            raise NotUnderstood(f"I know no driver called “{name}”.")
        found[near[0].value] = None
    return list(found)


def _read_zone(text: str) -> str:
    zone = find_zone(text)
    if zone is None:
        raise NotUnderstood(f"I know no time zone called “{text}”; try a city, such as Chicago.")
    return zone

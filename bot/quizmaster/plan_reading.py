"""What was filled into a plan: what is understood is kept, and of the rest it is said why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.programme import LEVELS, LONGEST_TITLE
from bot.quiz.rules import QUESTIONS, ROUNDS, SECONDS, TEAM_SIZE
from bot.quiz.seasons import HOW_TO_SAY, read_seasons
from bot.quizmaster.plan_forms import ALL, NO, YES
from bot.setting_fields import NotUnderstood
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.book import Book
    from bot.quiz.programme import Programme


def filled_in(
    programme: Programme, values: Mapping[str, str], book: Book
) -> tuple[Programme, tuple[str, ...]]:
    """The plan with all that was understood, and a sentence for each that was not."""
    faults = []
    for name, value in values.items():
        try:
            programme = _READERS[name](programme, value.strip(), book)
        except NotUnderstood as why:
            faults.append(str(why))
    return programme, tuple(faults)


def read_track(text: str, book: Book) -> str:
    return _known("track", text, book)


def _rule(name: str, read: Callable[[str], object]) -> Callable[[Programme, str, Book], Programme]:
    return lambda programme, text, _: programme.under(**{name: read(text)})


def _within(what: str, limits: tuple[int, int]) -> Callable[[str], int]:
    low, high = limits

    def read(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise NotUnderstood(f"{what} can be {low} to {high}; not “{text}”.")
        return int(text)

    return read


def _one_of(what: str, *allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.casefold() not in allowed:
            raise NotUnderstood(f"{what} can be {', '.join(allowed)}; not “{text}”.")
        return text.casefold()

    return read


def _is_yes(what: str) -> Callable[[str], bool]:
    read = _one_of(what, YES, NO)
    return lambda text: read(text) == YES


def _team_size(text: str) -> int:
    return 0 if text == "0" else _within("A team", TEAM_SIZE)(text)


def _read_title(programme: Programme, text: str, book: Book) -> Programme:
    title = " ".join(text.split())[:LONGEST_TITLE]
    if not title:
        raise NotUnderstood("A night needs a name; it keeps the one that it has.")
    return replace(programme, title=title)


def _read_series(programme: Programme, text: str, book: Book) -> Programme:
    if text in ("", ALL):
        return replace(programme, series="")
    keys = {
        **{key: key for key in SERIES_WORDS},
        **{v.casefold(): k for k, v in SERIES_WORDS.items()},
    }
    near = book.suggest("series", text, 1) if text.casefold() not in keys else ()
    said = near[0].value.casefold() if near else text.casefold()
    if said not in keys:
        raise NotUnderstood(f"Series can be {', '.join(SERIES_WORDS.values())}; not “{text}”.")
    return replace(programme, series=keys[said], race="", race_title="")


def _read_seasons(programme: Programme, text: str, book: Book) -> Programme:
    if not text:
        return replace(programme, seasons=None)
    seasons = read_seasons(text)
    if seasons is None:
        raise NotUnderstood(f"{HOW_TO_SAY}; not “{text}”.")
    held = book.status().series
    low, high = min(each.first_season for each in held), max(each.last.season for each in held)
    first, last = seasons
    if first > min(last, high) or last < low:
        raise NotUnderstood(f"The records have the seasons {low} to {high}; not “{text}”.")
    return replace(programme, seasons=(max(first, low), last), race="", race_title="")


def _read_track(programme: Programme, text: str, book: Book) -> Programme:
    if not text:
        return replace(programme, track="")
    return replace(programme, track=_known("track", text, book), race="", race_title="")


def _read_driver(programme: Programme, text: str, book: Book) -> Programme:
    return replace(programme, driver=_known("driver", text, book) if text else "")


def _known(kind: str, text: str, book: Book) -> str:
    near = book.suggest(kind, text, 1) if text and book.knows(kind, text) else ()
    if not near:
        raise NotUnderstood(f"I know no {kind} called “{text}”.")
    return near[0].value


def _read_levels(programme: Programme, text: str, book: Book) -> Programme:
    by_words = {words: key for key, words in LEVELS.items()}
    key = by_words.get(text.casefold(), text)
    if key not in LEVELS:
        raise NotUnderstood(f"How hard can be {', '.join(by_words)}; not “{text}”.")
    low, _, high = key.partition("-")
    return replace(programme, levels=(int(low), int(high)))


_READERS: dict[str, Callable[[Programme, str, Book], Programme]] = {
    "rounds": _rule("rounds", _within("Rounds", ROUNDS)),
    "questions": _rule("questions", _within("Questions in a round", QUESTIONS)),
    "seconds": _rule("seconds", _within("Seconds", SECONDS)),
    "style": _rule("style", _one_of("Answers", "choice", "typed")),
    "moves": _rule("moves", _one_of("It goes on by", "clock", "host", "own")),
    "team_size": _rule("team_size", _team_size),
    "joker": _rule("joker", _is_yes("A joker")),
    "wager": _rule("wager", _is_yes("A wager")),
    "bonus": _rule("bonus", _is_yes("A bonus")),
    "title": _read_title,
    "series": _read_series,
    "seasons": _read_seasons,
    "track": _read_track,
    "driver": _read_driver,
    "levels": _read_levels,
}
"""By the names of the forms' fields, which are the command's options too."""

"""What moderators are told unasked in their own channel: a few words and a button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from bot.recap.drawing_up import race_words
from bot.reply import Button, Reply, Text
from knowledge.highlights.saying import many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.book import Book
    from bot.recap.draft import Draft

About: TypeAlias = Literal["correction", "approval", "failed", "begun"]

LOOK, SEE = "noticed", "proposed"
"""The steps of the buttons; they open something in private, and leave the post as it is."""

_FOR_MODERATORS = Text("The button shows it to moderators, each for himself.", "quiet")


def is_settled(about: About, work: Mapping[str, Any], draft: Draft) -> bool:
    """Whether there is nothing to be told any more."""
    match about:
        case "correction":
            return draft.state not in ("posted", "scheduled")
        case "approval":
            return (draft.state, draft.version) != ("waiting", work["version"])
        case "failed":
            return False
        case "begun":
            return (draft.state, draft.version) != ("draft", 1)


def draw_notice(about: About, work: Mapping[str, Any], draft: Draft, book: Book) -> Reply:
    """Never who won: whoever passes by reads the channel too."""
    recap = f"recap of the {race_words(draft, book)}"
    match about:
        case "correction":
            told = f"The rows have changed since it was posted: {many(work['lines'], 'line')}."
            button = Button("See the corrections", _key(SEE, draft))
            return _draw(f"A correction is proposed for the {recap}.", Text(told), button)
        case "approval":
            told = "A moderator who has not written it may approve it."
            return _draw(f"The {recap} waits for approval.", Text(told), _look(draft))
        case "failed":
            title = f"The {recap} could not be {work['done']}."
            return _draw(title, Text(work["why"], "caution"), _look(draft))
        case "begun":
            told = "Its race is in the records. It stays a draft until a moderator posts it."
            return _draw(f"The {recap} is drafted.", Text(told), _look(draft))


def _draw(title: str, told: Text, button: Button) -> Reply:
    return Reply(title, (told, _FOR_MODERATORS), buttons=(button,))


def _look(draft: Draft) -> Button:
    return Button("Look at it", _key(LOOK, draft))


def _key(step: str, draft: Draft) -> str:
    return f"recap:{step}:{draft.id}.{draft.version}"

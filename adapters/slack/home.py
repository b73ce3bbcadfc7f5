"""App Home: your driver and series, how to ask, how far the records reach, and what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    DividerBlock,
    ExternalDataSelectElement,
    HeaderBlock,
    Option,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from adapters.slack.blocks import LONGEST_HEADER, Shown
from adapters.slack.buttons import LONGEST_LABEL, pressed
from adapters.slack.forms import LONGEST_PLACEHOLDER, label
from adapters.slack.opening import LONGEST_OPTION
from adapters.slack.render import render
from bot.news import NEWS
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_BLOCKS = 100
HOME = "home"
DRIVER, SERIES = "driver", "series"
ALL_SERIES = "all three series"
CHOICES = ("Cup", "Xfinity", "Truck", ALL_SERIES)

_SHOWN = Shown(chart=False, tables=False)
"""A home takes no tables."""


def draw_home(likings: Mapping[str, str], *replies: Reply) -> dict[str, Any]:
    """What can be chosen, and below it each reply without its buttons: they need a channel."""
    news = Reply("What is new", tuple(Text(each) for each in NEWS))
    blocks = [
        HeaderBlock(text=label("Spotter", LONGEST_HEADER)).to_dict(),
        _chosen("Your driver", _driver(likings.get(DRIVER, ""))),
        _chosen("Your series", _series(likings.get(SERIES, ""))),
        *_to_forget(likings),
    ]
    for reply in (*replies, news):
        drawn = (each for each in render(reply, _SHOWN).blocks if each["type"] != "actions")
        blocks += [DividerBlock().to_dict(), *drawn]
    return dict(View(type=HOME, blocks=blocks[:MOST_BLOCKS]).to_dict())


def read_choice(action: dict[str, Any]) -> tuple[str, str]:
    """What was chosen, and for what; nothing where it is to be forgotten."""
    return action["action_id"].split(":")[1], pressed(action)


def _chosen(words: str, element: Any) -> dict[str, Any]:  # noqa: ANN401 - either menu
    return dict(SectionBlock(text=label(words, LONGEST_HEADER), accessory=element).to_dict())


def _to_forget(likings: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Slack's menus cannot be emptied."""
    if likings.get(DRIVER):
        words = label("Forget my driver", LONGEST_LABEL)
        button = ButtonElement(text=words, action_id=f"{HOME}:{DRIVER}:forget")
        yield dict(ActionsBlock(elements=[button]).to_dict())


def _driver(liked: str) -> ExternalDataSelectElement:
    return ExternalDataSelectElement(
        action_id=f"{HOME}:{DRIVER}",
        placeholder=label("Any name or nickname", LONGEST_PLACEHOLDER),
        initial_option=_option(liked) if liked else None,
        min_query_length=1,
    )


def _series(liked: str) -> StaticSelectElement:
    return StaticSelectElement(
        action_id=f"{HOME}:{SERIES}",
        placeholder=label("All of them", LONGEST_PLACEHOLDER),
        options=[_option(each) for each in CHOICES],
        initial_option=_option(liked) if liked in CHOICES else None,
    )


def _option(words: str) -> Option:
    return Option(value=words[:LONGEST_OPTION], text=label(words, LONGEST_OPTION))

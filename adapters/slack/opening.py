"""Ask Spotter: the form that the shortcut opens from anywhere, with drivers to pick from."""

from __future__ import annotations

from typing import Any, NamedTuple

from slack_sdk.models.blocks import (
    ConversationSelectElement,
    ExternalDataSelectElement,
    InputBlock,
    Option,
    PlainTextInputElement,
)
from slack_sdk.models.views import View

from adapters.slack.commands import command
from adapters.slack.forms import LONGEST_PLACEHOLDER, LONGEST_TITLE, label, read_values
from bot.command import LONGEST_NAME

ASK_SPOTTER = "ask_spotter"
QUESTION, DRIVER, WHERE = "question", "driver", "where"
LONGEST_OPTION = 75

_WHERE_HINT = "Leave it empty, and only you see the answer, here."


class Asked(NamedTuple):
    """What the filled form asks for; empty where it asks for nothing."""

    command: str
    options: dict[str, str]


def draw_opening() -> dict[str, Any]:
    view = View(
        type="modal",
        callback_id=ASK_SPOTTER,
        title=label("Ask Spotter", LONGEST_TITLE),
        submit=label("Ask", LONGEST_TITLE),
        close=label("Cancel", LONGEST_TITLE),
        blocks=[_question(), _driver(), _where()],
    )
    return dict(view.to_dict())


def read_opening(view: dict[str, Any]) -> Asked:
    """A driver alone gets his card; with a question it is about him."""
    values = read_values(view)
    question, driver = values.get(QUESTION, "").strip(), values.get(DRIVER, "")
    if question:
        about = f"{question.rstrip(' ?.')} {driver}".strip() if driver else question
        return Asked("ask", {"question": about})
    return Asked("driver", {"driver": driver}) if driver else Asked("", {})


def draw_options(suggestions: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - the bot's own
    return [
        dict(Option(value=each.value, text=label(each.label, LONGEST_OPTION)).to_dict())
        for each in suggestions
        if len(each.value) <= LONGEST_NAME
    ]


def _question() -> InputBlock:
    asked = command("ask").options[0]
    return InputBlock(
        block_id=QUESTION,
        label=label("Your question", LONGEST_TITLE),
        optional=True,
        element=PlainTextInputElement(action_id=QUESTION, max_length=asked.longest),
    )


def _driver() -> InputBlock:
    return InputBlock(
        block_id=DRIVER,
        label=label("About a driver", LONGEST_TITLE),
        optional=True,
        element=ExternalDataSelectElement(
            action_id=DRIVER,
            placeholder=label("Any name or nickname", LONGEST_PLACEHOLDER),
            min_query_length=1,
        ),
    )


def _where() -> InputBlock:
    return InputBlock(
        block_id=WHERE,
        label=label("Show the answer in", LONGEST_TITLE),
        hint=label(_WHERE_HINT, LONGEST_PLACEHOLDER),
        optional=True,
        element=ConversationSelectElement(action_id=WHERE, response_url_enabled=True),
    )

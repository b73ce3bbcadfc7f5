"""Forms as Slack's modals, and what was filled into one, also after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import PlainTextObject
from slack_sdk.models.views import View

from adapters.slack.blocks import Shown
from adapters.slack.fields import draw_field
from adapters.slack.groups import Offered
from adapters.slack.reading import read_signs
from adapters.slack.render import Message, render
from adapters.slack.words import plain

if TYPE_CHECKING:
    from bot.reply import Form, Reply

LONGEST_TITLE = 24
LONGEST_PLACEHOLDER = 150

NOTHING_OFFERED = Offered()

FORM = "form"
ANSWER = "answer"


def asks_for_groups(form: Form) -> bool:
    return any(field.kind == "mentions" for field in form.fields)


def draw_form(form: Form, offered: Offered = NOTHING_OFFERED) -> dict[str, Any]:
    """The key comes back with the form, in what nobody sees of it."""
    view = View(
        type="modal",
        callback_id=FORM,
        private_metadata=form.key,
        title=label(form.title, LONGEST_TITLE),
        submit=label("Send", LONGEST_TITLE),
        close=label("Cancel", LONGEST_TITLE),
        blocks=[draw_field(field, offered) for field in form.fields],
    )
    return dict(view.to_dict())


def draw_answer(reply: Reply) -> dict[str, Any]:
    """A reply in the place of the form that asked for it; its buttons need a message."""
    return _answer_view(render(reply, Shown(chart=False, tables=False)))


def draw_waiting() -> dict[str, Any]:
    """Shown at once, so that Slack need not wait for the answer."""
    words = {"type": "plain_text", "text": "One moment …", "emoji": False}
    return _answer_view(Message("", [{"type": "section", "text": words}]))


def read_values(view: dict[str, Any]) -> dict[str, str]:
    """What was filled in or picked, by the fields' names."""
    values: dict[str, str] = {}
    for fields in view["state"]["values"].values():
        for name, field in fields.items():
            if field.get("type") == "file_input":
                continue
            picked = field.get("selected_option") or {}
            several = field.get("selected_users") or [
                each["value"] for each in field.get("selected_options") or ()
            ]
            others = field.get("selected_conversation") or " ".join(several)
            said = str(field.get("value") or picked.get("value") or others)
            values[name] = read_signs(said)
    return values


def label(words: str, longest: int) -> PlainTextObject:
    return PlainTextObject(text=plain(words, longest) or "…", emoji=False)


def _answer_view(message: Message) -> dict[str, Any]:
    shown = [block for block in message.blocks if block["type"] not in _FOR_MESSAGES]
    view = View(
        type="modal",
        callback_id=ANSWER,
        title=label("Spotter", LONGEST_TITLE),
        close=label("Close", LONGEST_TITLE),
        blocks=shown,
    )
    return dict(view.to_dict())


_FOR_MESSAGES = frozenset({"actions"})
"""Buttons answer in a channel; a modal is in none."""

"""The fields of a form as Slack's input blocks: a line, a menu, people or a channel to pick."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from slack_sdk.models.blocks import (
    ConversationFilter,
    ConversationSelectElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
    StaticMultiSelectElement,
    StaticSelectElement,
    UserMultiSelectElement,
)
from slack_sdk.models.blocks.block_elements import FileInputElement

from adapters.slack.words import plain
from bot.reply import Choice

if TYPE_CHECKING:
    from slack_sdk.models.blocks import Block, InputInteractiveElement

    from adapters.slack.groups import Offered
    from bot.reply import Field

LONGEST_LABEL = 2000
LONGEST_VALUE = 3000
LONGEST_CHOICE = 75
MOST_CHOICES = 100


def draw_field(field: Field, offered: Offered) -> Block:
    """Where there is nothing to pick from, the form says so, and does not give the field back."""
    if field.kind == "mentions" and not offered.groups:
        words = f"{field.label}: {offered.why} What was chosen stays."
        return SectionBlock(text=_label(words, LONGEST_LABEL))
    return InputBlock(
        block_id=field.name,
        label=_label(field.label, LONGEST_LABEL),
        optional=not field.required,
        element=_element(field, offered),
    )


def _element(field: Field, offered: Offered) -> InputInteractiveElement:
    match field.kind:
        case "words":
            return _words(field)
        case "choice":
            return _menu(field)
        case "roles":  # Slack has none to pick from; whoever is named moderates
            return UserMultiSelectElement(
                action_id=field.name, initial_users=field.value.split() or None
            )
        case "mentions":
            return _groups(field, offered)
        case "channel":
            return _channel(field)
        case "file":
            return FileInputElement(action_id=field.name, max_files=1)
        case _:
            assert_never(field.kind)


def _words(field: Field) -> PlainTextInputElement:
    longest = min(field.longest, LONGEST_VALUE)
    return PlainTextInputElement(
        action_id=field.name,
        multiline=field.long,
        initial_value=field.value[:longest] or None,
        max_length=longest,
    )


def _menu(field: Field) -> StaticSelectElement:
    chosen = [_option(each) for each in field.choices if each.value == field.value]
    return StaticSelectElement(
        action_id=field.name,
        options=[_option(each) for each in field.choices[:MOST_CHOICES]],
        initial_option=chosen[0] if chosen else None,
    )


def _groups(field: Field, offered: Offered) -> StaticMultiSelectElement:
    """Slack has no picker for them: those that are chosen first, then the others by name."""
    chosen = field.value.split()
    keys = sorted(offered.groups, key=lambda key: (key not in chosen, offered.groups[key].name))
    options = {key: _option(Choice(offered.groups[key].name, key)) for key in keys[:MOST_CHOICES]}
    return StaticMultiSelectElement(
        action_id=field.name,
        options=list(options.values()),
        initial_options=[options[key] for key in keys[:MOST_CHOICES] if key in chosen] or None,
    )


def _channel(field: Field) -> ConversationSelectElement:
    return ConversationSelectElement(
        action_id=field.name,
        initial_conversation=field.value or None,
        filter=ConversationFilter(include=["public", "private"]),
    )


def _option(choice: Choice) -> Option:
    return Option(value=choice.value, text=_label(choice.label, LONGEST_CHOICE))


def _label(words: str, longest: int) -> PlainTextObject:
    return PlainTextObject(text=plain(words, longest) or "…", emoji=False)

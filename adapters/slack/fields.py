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
    StaticSelectElement,
    UserMultiSelectElement,
)

from adapters.slack.words import plain

if TYPE_CHECKING:
    from slack_sdk.models.blocks import InputInteractiveElement

    from bot.reply import Choice, Field

LONGEST_LABEL = 2000
LONGEST_VALUE = 3000
LONGEST_CHOICE = 75
MOST_CHOICES = 100


def draw_field(field: Field) -> InputBlock:
    return InputBlock(
        block_id=field.name,
        label=_label(field.label, LONGEST_LABEL),
        optional=not field.required,
        element=_element(field),
    )


def _element(field: Field) -> InputInteractiveElement:
    match field.kind:
        case "words":
            return _words(field)
        case "choice":
            return _menu(field)
        case "roles":  # Slack has none to pick from; whoever is named moderates
            return UserMultiSelectElement(
                action_id=field.name, initial_users=field.value.split() or None
            )
        case "channel":
            return _channel(field)
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

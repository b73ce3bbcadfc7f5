"""Keys of what can be pressed in a night: who it is for, the step, the night; never an answer."""

from __future__ import annotations

from typing import Literal, TypeAlias

from bot.reply import Button

Verb: TypeAlias = Literal["quiz", "host", "solo", "plan"]
"""For all who play, for who hosts, for who plays alone, for a night that is planned."""


def key_for(verb: Verb, step: str, night: str) -> str:
    return f"{verb}:{step}:{night}"


def button(label: str, step: str, night: str, verb: Verb = "quiz") -> Button:
    return Button(label, key_for(verb, step, night))

"""YAML as its parser sees it, line by line: nothing of it is ever built.

Neither tags nor anchors nor aliases are read, so a text can be no bigger than it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from bot.quiz.packs.pack import Fault, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import Event, MarkedYAMLError

DEEPER = "lists within lists are not read; an answer is a text or a list of texts."

_DEEPEST = 5
"""Levels; a question's answers stand on the fourth."""

_NO_ANCHOR = "anchors (&) and aliases (*) are not read; put the text in quotation marks."
_NO_TAG = "tags (!) are not read; put the text in quotation marks."
_NO_TABS = "lines are set in by spaces, never by a tab."
_PROBLEMS = (
    (
        "mapping values",
        "a text with a colon in it needs quotation marks; or this line is set in too far.",
    ),
    ("quoted scalar", "the quotation marks that open here are not closed."),
    ("start any token", "a text that begins with this sign needs quotation marks around it."),
    ("expected ',' or", "the bracket that opens a list is not closed."),
    ("<block end>", "this line is not set in as far as the ones beside it."),
    ("expected ':'", "a key needs a colon and a space behind it: `answer: ...`."),
    ("<document start>", "a pack is one document; take out what stands before or after it."),
    ("alias", _NO_ANCHOR),
    ("anchor", _NO_ANCHOR),
    ("tag", _NO_TAG),
)
"""What the parser says when it stops, and what a person can do about it."""

_WHERE_IT_BEGAN = ("quoted scalar", "expected ':'", "expected ',' or")
"""Of these the place that helps is where the parser began, not where it stopped."""


@dataclass(slots=True)
class Listed:
    """A list, closed unless the parser stopped within it."""

    line: int
    items: list[Node] = field(default_factory=list)
    closed: bool = False


@dataclass(slots=True)
class Mapped:
    """Keys and values in turn."""

    line: int
    items: list[Node] = field(default_factory=list)
    closed: bool = False

    @property
    def pairs(self) -> Iterator[tuple[Node, Node]]:
        return zip(self.items[::2], self.items[1::2], strict=False)


Node: TypeAlias = Said | Listed | Mapped


def tree_of(text: str) -> tuple[Node | None, list[Fault]]:
    """What the parser saw before it ended or stopped."""
    from yaml import MarkedYAMLError

    root: list[Node] = []
    faults: list[Fault] = []
    try:
        for fault in _grow(text, root):
            faults.append(fault)
            if fault.words == DEEPER:
                break
    except MarkedYAMLError as stopped:
        faults.append(_where_it_stopped(stopped, text))
    return (root[0] if root else None), faults


def _grow(text: str, root: list[Node]) -> Iterator[Fault]:
    from yaml import CollectionEndEvent

    open_now: list[Listed | Mapped] = []
    for event in _events(text):
        line = event.start_mark.line + 1 if event.start_mark else 1
        yield from _refused(event, line)
        if isinstance(event, CollectionEndEvent):
            open_now.pop().closed = True
        node = _node(event, line)
        if node is None:
            continue
        (open_now[-1].items if open_now else root).append(node)
        if not isinstance(node, Said):
            open_now.append(node)
        if len(open_now) > _DEEPEST:
            yield Fault(line, DEEPER)


def _node(event: Event, line: int) -> Node | None:
    from yaml import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

    match event:
        case SequenceStartEvent():
            return Listed(line)
        case MappingStartEvent():
            return Mapped(line)
        case ScalarEvent():
            return Said(event.value, line)
        case AliasEvent():
            return Said("", line)
        case _:
            return None


def _events(text: str) -> Iterator[Event]:
    import yaml

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return iter(yaml.parse(text, Loader=loader))


def _refused(event: Event, line: int) -> Iterator[Fault]:
    if getattr(event, "anchor", None):  # an alias has one too: that which it names
        yield Fault(line, _NO_ANCHOR)
    if getattr(event, "tag", None):
        yield Fault(line, _NO_TAG)


def _where_it_stopped(stopped: MarkedYAMLError, text: str) -> Fault:
    said = f"{stopped.problem} {stopped.context}".casefold()
    began = any(sign in said for sign in _WHERE_IT_BEGAN)
    mark = (stopped.context_mark if began else None) or stopped.problem_mark
    lines = text.rstrip("\n").split("\n")
    at = min(mark.line if mark else 0, len(lines) - 1)
    if lines[at].lstrip(" ").startswith("\t"):
        return Fault(at + 1, _NO_TABS)
    words = next((words for sign, words in _PROBLEMS if sign in said), "")
    return Fault(at + 1, words or f"this is no YAML that can be read: {stopped.problem}.")

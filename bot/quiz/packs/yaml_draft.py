"""A pack cut out of YAML: a title, and keys for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.packs.pack import LISTS, WORDS, Draft, Entry, Fault, Said
from bot.quiz.packs.wording import key_of, no_such_key
from bot.quiz.packs.yaml_tree import DEEPER, Listed, Mapped, Node, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = ("title", "as_of", "questions")
_NO_PACK = "a pack has a title and questions: `title: ...`, then `questions:` and a list."
_NO_LIST = "there is no list of questions: `questions:`, and below it `- question: ...`."
_NO_KEYS = "a question has keys: `question: ...`, `answer: ...`."


def draft_of_yaml(text: str) -> Draft:
    """What the text says of the pack and of each question, as far as it can be read."""
    root, faults = tree_of(text)
    if not isinstance(root, Mapped):
        return Draft(None, (), tuple(faults or [Fault(1, _NO_PACK)]))
    said = _by_key(root, _KEYS, "a pack", faults)
    title = _alone(said.get("title"), "title", faults)
    as_of = _alone(said.get("as_of"), "as_of", faults)
    questions = said.get("questions")
    if isinstance(questions, Listed):
        entries = tuple(_entries(questions, as_of, faults))
        return Draft(title, entries, tuple(faults))
    if root.closed:  # else where the parser stopped is told already
        faults.append(Fault(questions.line if questions else root.line, _NO_LIST))
    return Draft(title, (), tuple(faults))


def _entries(
    questions: Listed, as_of: Said | None, faults: list[Fault]
) -> Iterator[tuple[int, Entry]]:
    for node in questions.items:
        if not isinstance(node, Mapped):
            faults.append(Fault(node.line, _NO_KEYS))
        elif node.closed:  # the same
            entry: dict[str, tuple[Said, ...]] = {"as_of": (as_of,)} if as_of else {}
            for key, value in _by_key(node, WORDS, "a question", faults).items():
                entry[key] = tuple(_texts(value, key, faults))
            yield node.line, entry


def _by_key(
    node: Mapped, known: tuple[str, ...], whose: str, faults: list[Fault]
) -> dict[str, Node]:
    said: dict[str, Node] = {}
    for key, value in node.pairs:
        name = key_of(key.text) if isinstance(key, Said) else ""
        if name not in known:
            faults.append(Fault(key.line, no_such_key(name, known, whose)))
        elif name in said:
            faults.append(Fault(key.line, f"{whose} has its “{name}” twice."))
        else:
            said[name] = value
    return said


def _texts(node: Node, key: str, faults: list[Fault]) -> Iterator[Said]:
    if isinstance(node, Said):
        yield node
    elif isinstance(node, Mapped):
        faults.append(
            Fault(node.line, f"“{key}” is a text; with a colon, put it in quotation marks.")
        )
    elif key not in LISTS:
        faults.append(Fault(node.line, f"“{key}” is one text, not a list."))
    else:
        for each in node.items:
            if isinstance(each, Listed):
                faults.append(Fault(each.line, DEEPER))
            else:
                yield from _texts(each, key, faults)


def _alone(node: Node | None, key: str, faults: list[Fault]) -> Said | None:
    return next(_texts(node, key, faults), None) if node else None

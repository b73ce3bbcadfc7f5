"""What is said of a question made into one, or every reason why it cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from bot.quiz.packs.choosing import choices_of
from bot.quiz.packs.pack import LONGEST, MOST_ACCEPTED, NORMAL, Fault, Said, Written
from bot.quiz.packs.wording import nearest, tidy
from bot.quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.quiz.packs.pack import Entry

FIGURE = re.compile(r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?: +(?P<unit>\D+))?")
"""A number with what it counts: "1,234.5 laps"."""

_KINDS = get_args(Kind)
_LEVELS, _SEASONS = (1, 5), (1949, 2100)
_UNTITLED = "My pack"


def checked(entries: Sequence[tuple[int, Entry]], faults: list[Fault]) -> tuple[Written, ...]:
    """The sound ones among the questions, each of which stands once."""
    first_on: dict[str, int] = {}
    sound = []
    for line, entry in entries:
        found: list[Fault] = []
        question = _Check(line, entry, found).question
        same = first_on.setdefault(question.question.casefold(), line) if question.question else 0
        if same not in (0, line):
            found.append(Fault(line, f"the same question stands on line {same} already."))
        if not found:
            sound.append(question)
        faults += found
    return tuple(sound)


def checked_title(title: Said | None, stem: str, faults: list[Fault]) -> str:
    words = tidy(title.text) if title else tidy(stem)[: LONGEST["title"]]
    if title and len(words) > LONGEST["title"]:
        faults.append(Fault(title.line, _too_long("title", words)))
    return words[: LONGEST["title"]] or _UNTITLED


def _too_long(key: str, text: str) -> str:
    shown = {"choices": "choice"}.get(key, key)
    return f"a {shown} has at most {LONGEST[key]} characters; this one has {len(text)}."


@dataclass(frozen=True, slots=True)
class _Check:
    """One question under the eye; the faults are put down as they are found."""

    line: int
    entry: Entry
    faults: list[Fault]

    @property
    def question(self) -> Written:
        kind = self._kind()
        answers = self._all("answer")
        if not answers:
            self._fault("there is no answer.", "answer")
        if len(answers) > MOST_ACCEPTED:
            self._fault(f"at most {MOST_ACCEPTED} answers are accepted.", "answer")
        return Written(
            question=self._one("question", "there is no question."),
            answers=tuple(each.text for each in answers),
            choices=self._choices(kind, answers),
            kind=kind,
            difficulty=self._number("difficulty", _LEVELS) or NORMAL,
            told=self._one("told"),
            wanted=self._wanted(kind, answers),
            as_of=self._number("as_of", _SEASONS),
            line=self.line,
        )

    def _fault(self, words: str, key: str) -> None:
        said = self.entry.get(key)
        self.faults.append(Fault(said[0].line if said else self.line, words))

    def _one(self, key: str, missing: str = "") -> str:
        texts = self._all(key)
        if not texts and missing:
            self._fault(missing, key)
        return texts[0].text if texts else ""

    def _all(self, key: str) -> tuple[Said, ...]:
        """What is said of it, tidied; what is too long is a fault, and kept."""
        texts = [Said(tidy(each.text), each.line) for each in self.entry.get(key, ())]
        for each in texts:
            if key in LONGEST and len(each.text) > LONGEST[key]:
                self.faults.append(Fault(each.line, _too_long(key, each.text)))
        return tuple(each for each in texts if each.text)

    def _number(self, key: str, limits: tuple[int, int]) -> int | None:
        text = self._one(key)
        low, high = limits
        if text.isdecimal() and low <= int(text[:9]) <= high:
            return int(text)
        if text:
            shown = "a season, such as 2023" if key == "as_of" else f"a number from {low} to {high}"
            self._fault(f"“{key}” is {shown}, not “{text[:20]}”.", key)
        return None

    def _kind(self) -> Kind:
        said = self._one("kind").casefold()
        if said in _KINDS:
            return cast("Kind", said)
        if said:
            near = nearest(said, _KINDS)
            told = f"did you mean “{near}”?" if near else f"it is one of {', '.join(_KINDS)}."
            self._fault(f"there is no kind “{said[:20]}”; {told}", "kind")
        return "choice" if self.entry.get("choices") else "typed"

    def _choices(self, kind: Kind, answers: Sequence[Said]) -> tuple[str, ...]:
        choices = self._all("choices")
        if kind == "choice":
            return choices_of(choices, answers, self.line, self.faults)
        if choices:
            self._fault(f"a question of the kind “{kind}” has no choices.", "choices")
        if kind == "closest" and answers:
            if len(answers) > 1 or not FIGURE.fullmatch(answers[0].text):
                self._fault("the nearest to one number wins: the answer is a number.", "answer")
        elif kind == "several" and len(answers) == 1:
            self._fault("where several are to be named, there are several answers.", "answer")
        return ()

    def _wanted(self, kind: Kind, answers: Sequence[Said]) -> int:
        if kind != "several":
            if self.entry.get("wanted"):
                self._fault("“wanted” belongs to questions of the kind “several”.", "wanted")
            return 1
        return self._number("wanted", (1, max(1, len(answers)))) or max(1, len(answers))

"""Commands whose options make up a question in plain words, answered like any other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answering import answer
from bot.command import Command
from bot.keys import Step, write_keys
from bot.next_steps import examples
from bot.phrasing import phrase
from bot.reply import LONGEST_KEY, Reply, Text
from knowledge.answer import Unknown, WhichOne
from knowledge.suggesting import Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from bot.command import Option, Stand
    from bot.request import Request

_NEAR_MISSES = 3
"""As many as a glance takes in."""

_TELLING = 4
"""Letters of a word that may alone be what was meant."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How options become a question; Unknown says in a sentence why they make none."""

    options: tuple[Option, ...]
    question: Callable[[Mapping[str, str], date], str | Unknown]

    async def handle(self, request: Request, stand: Stand) -> Reply:
        given = {name: text for name, text in request.options.items() if text.strip()}
        for option in self.options:
            if option.name in given and not _is_known(option, given[option.name], stand):
                return await self._decline(option, given, stand)
        given |= dict(self._canonical(given, stand))
        question = self.question(given, stand.today())
        if isinstance(question, Unknown):
            steps = examples(question.examples) if question.examples else examples()
            return replace(phrase(question), buttons=await write_keys(steps, None, stand.cards))
        reply = await answer(question, request.user, request.place, stand)
        if isinstance(reply.outcome, Unknown):
            return await self._explain(given, stand) or reply
        return reply

    async def _explain(self, given: Mapping[str, str], stand: Stand) -> Reply | None:
        """Which option it was that the question could not be answered for."""
        for option in self.options:
            name = given.get(option.name, "")
            if option.kind == "driver" and name:
                which = stand.book.ask(f"tell me about {name}")
                if isinstance(which, WhichOne):
                    title = f"Which {which.name} do you mean?"
                    choices = tuple(Suggestion(each, each) for each in which.choices)
                    return await self._offer(title, choices, option, given, stand)
            if option.kind == "race" and name and _near_misses(option, name, stand):
                return await self._decline(option, given, stand)
        return None

    def _canonical(self, given: Mapping[str, str], stand: Stand) -> Iterator[tuple[str, str]]:
        """Series by today's name: "Busch" would be a driver in the question."""
        for option in self.options:
            if option.kind == "series" and option.name in given:
                (found,) = stand.book.suggest("series", given[option.name], 1)
                yield option.name, found.value

    async def _decline(self, option: Option, given: Mapping[str, str], stand: Stand) -> Reply:
        """Say what is not known, and offer the question again with what was perhaps meant."""
        said = given[option.name]
        if option.kind == "number":
            return Reply(f"For {option.name} I need a whole number, not “{said}”.", private=True)
        title = f"I know no {_thing(option)} called “{said}”."
        near = _near_misses(option, said, stand)
        if not near:
            return Reply(title, (Text(_hint(option)),), private=True)
        return await self._offer(title, near, option, given, stand)

    async def _offer(
        self,
        title: str,
        near: tuple[Suggestion, ...],
        option: Option,
        given: Mapping[str, str],
        stand: Stand,
    ) -> Reply:
        """The question again with each of several values of an option."""
        steps = []
        for each in near:
            question = self.question({**given, option.name: each.value}, stand.today())
            if isinstance(question, str) and len(question) < LONGEST_KEY - len("ask:"):
                steps.append(Step(each.label, "ask", question))
        names = " or ".join(each.label for each in near)
        told = Text("Did you mean one of these?" if steps else f"Perhaps {names}?")
        buttons = await write_keys(steps, None, stand.cards)
        return Reply(title, (told,), buttons=buttons, private=True)


def asked(
    name: str,
    summary: str,
    question: Callable[[Mapping[str, str], date], str | Unknown],
    *options: Option,
) -> Command:
    return Command(name, summary, Asked(options, question).handle, options)


def scope_words(given: Mapping[str, str]) -> str:
    """The options that filter, the season last: in "2024 on short tracks" it would be a span."""
    words = [f"in {given['series']}"] if "series" in given else []
    words += [f"at {given['track']}"] if "track" in given else []
    words += [f"on {given['kind']}"] if "kind" in given else []
    return " ".join([*words, given.get("season", "")]).strip()


def _is_known(option: Option, text: str, stand: Stand) -> bool:
    if option.choices:
        return text.strip().casefold() in map(str.casefold, option.choices)
    if option.kind == "number":
        return text.strip().isdecimal()
    return option.kind == "text" or stand.book.knows(option.kind, text)


def _near_misses(option: Option, text: str, stand: Stand) -> tuple[Suggestion, ...]:
    if option.choices:
        begun = text.strip().casefold()[:1]
        alike = (each for each in option.choices if each.casefold()[:1] == begun)
        return tuple(Suggestion(each, each) for each in alike)[:_NEAR_MISSES]
    if not option.suggests:
        return ()
    words = (word for word in text.split() if len(word) >= _TELLING)
    found = (stand.book.suggest(option.kind, each, _NEAR_MISSES) for each in (text, *words))
    return tuple(dict.fromkeys(each for near in found for each in near))[:_NEAR_MISSES]


def _hint(option: Option) -> str:
    if option.choices:
        return f"I know {', '.join(option.choices)}."
    if option.kind == "season":
        return "A season is a year like 2024, or a span like 2010-2015."
    if option.kind == "series":
        return "I know the Cup, Xfinity and Truck Series."
    return "While you type, I suggest those that I know."


def _thing(option: Option) -> str:
    return option.name if option.kind in ("text", "number") else option.kind

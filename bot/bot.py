"""The bot: a request comes in, a reply goes out, whatever happens in between."""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from bot.card import CardsInMemory
from bot.command import Stand
from bot.commands import COMMANDS
from bot.conversations import Conversations
from bot.keys import read_key, write_keys
from bot.next_steps import EXAMPLES, examples
from bot.phrasing import phrase, phrase_bug
from bot.preferences import PreferencesInMemory, moderating, resolve
from bot.pressing import MODERATED, PLAYED, take_form, take_step
from bot.quiz.packs.kept import PacksInMemory
from bot.race_control import NO_CONTROL
from bot.recap.newsroom import Newsroom
from bot.reply import Reply, Text
from bot.request import Press, Request, Submission
from bot.standing_answers import standing
from bot.whispering import as_chosen
from knowledge.answer import Answer, Unknown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.book import Book
    from bot.card import Cards
    from bot.channel import Posted
    from bot.command import Command
    from bot.conversations import Talks
    from bot.pace import Pace
    from bot.preferences import PreferenceShelf
    from bot.quiz.dailies import Dailies
    from bot.quiz.nights import Nights
    from bot.quiz.packs.kept import Packs
    from bot.race_control import RaceControl
    from bot.request import Place
    from bot.standing_answers import StandingAnswers
    from knowledge.suggesting import Suggestion

log = logging.getLogger(__name__)

MOST_SUGGESTIONS = 25

_CameIn = TypeVar("_CameIn", Request, Press, Submission)


class Bot:
    """The only door into this floor."""

    def __init__(  # noqa: PLR0913 - all that is kept, each with what stands in for it
        self,
        book: Book,
        now: Callable[[], float] = time.time,  # seconds since 1970
        commands: tuple[Command, ...] = COMMANDS,
        cards: Cards | None = None,
        pace: Pace | None = None,  # none where nobody but one person asks
        talks: Talks | None = None,
        kept: PreferenceShelf | None = None,
        newsroom: Newsroom | None = None,
        *,
        nights: Nights | None = None,
        packs: Packs | None = None,
        dailies: Dailies | None = None,
        answers: StandingAnswers | None = None,
        control: RaceControl = NO_CONTROL,
    ) -> None:
        self._stand = Stand(
            book,
            now,
            Conversations(),
            commands,
            cards or CardsInMemory(),
            kept or PreferencesInMemory(),
            newsroom or Newsroom(),
            _kept(nights),
            packs or PacksInMemory(),
            control,
            dailies=dailies,
            answers=answers,
            talks=talks,
        )
        self._pace = pace
        self._commands = {command.name: command for command in commands}

    def prepare(self) -> None:
        """Work out beforehand what is worked out once, so that nobody waits for it."""
        for kind in ("driver", "track", "race", "series", "season"):
            self._stand.book.suggest(kind, "", 1)
        for question in EXAMPLES:
            outcome = self._stand.book.ask(question)
            if isinstance(outcome, Answer):
                self._stand.book.next_questions(outcome)

    async def handle(self, request: Request) -> Reply:
        return await self._reply(self._handle, request)

    async def press(self, press: Press) -> Reply:
        return await self._reply(take_step, press)

    async def submit(self, submission: Submission) -> Reply:
        return await self._reply(take_form, submission)

    async def stands(self, reply: Reply, at: Posted) -> None:
        """It is there for all to read: keep where, so that it can be corrected."""
        answers = self._stand.answers
        if answers is None or reply.card is None or not isinstance(reply.outcome, Answer):
            return
        if reply.private or not at.to.community:
            return
        try:
            told = standing(reply.card, at, reply.outcome, self._stand.now())
            await answers.keep(told)
        except Exception:
            log.exception("bug in keeping where an answer stands")

    def asks_right(self, came_in: Request | Press | Submission) -> bool:
        """Whether it matters for the reply who may moderate: some platforms must ask for it."""
        if not isinstance(came_in, Request):
            return read_key(came_in.key).verb in MODERATED
        command = self._commands.get(came_in.command)
        return command is not None and (command.for_moderators or command.asks_right)

    def suggest(
        self, command: str, option: str, typed: str, place: Place
    ) -> tuple[Suggestion, ...]:
        """Complete what somebody types into an option; nothing where there is nothing to say."""
        try:
            return self._suggest(command, option, typed)
        except Exception:
            log.exception("bug in completing %s of %s: %r in %r", option, command, typed, place)
            return ()

    async def _reply(
        self, reply: Callable[[_CameIn, Stand], Awaitable[Reply]], came_in: _CameIn
    ) -> Reply:
        """The reply, or an apology that names the entry of the log where a bug is written down."""
        try:
            known, stand = await self._known(came_in)
            return self._hold_up(known) or await reply(known, stand)
        except Exception:
            mark = secrets.token_hex(4)
            log.exception("bug %s in %r", mark, came_in)
            return phrase_bug(mark)

    def _hold_up(self, came_in: Request | Press | Submission) -> Reply | None:
        """A kind word to whoever asks too fast; who moderates works on, press after press."""
        at_work = came_in.user.may_moderate and self.asks_right(came_in)
        if self._pace is None or at_work:
            return None
        place = replace(came_in.place, channel="") if _is_play(came_in) else came_in.place
        return self._pace.refuse(came_in.user, place)

    async def _known(self, came_in: _CameIn) -> tuple[_CameIn, Stand]:
        """With what is preferred there, and who may moderate by it."""
        if _is_play(came_in):
            return came_in, self._stand
        layers = await self._stand.kept.layers(came_in.user, came_in.place)
        preferences = resolve(layers)
        user = moderating(came_in.user, preferences)
        return replace(came_in, user=user), replace(self._stand, preferences=preferences)

    async def _handle(self, request: Request, stand: Stand) -> Reply:
        command = self._commands.get(request.command)
        if command is None:
            return await self._decline(f"I have no command called {request.command}.")
        if command.for_moderators and not request.user.may_moderate:
            return _for_moderators(command)
        if refusal := _refuse(command, request):
            return await self._decline(refusal)
        reply = await command.handle(request, stand)
        return reply if command.private else as_chosen(reply, request.place, stand.preferences)

    def _suggest(self, command: str, option: str, typed: str) -> tuple[Suggestion, ...]:
        declared = next(each for each in self._commands[command].options if each.name == option)
        if not declared.suggests:
            return ()
        return self._stand.book.suggest(declared.kind, typed, MOST_SUGGESTIONS)

    async def _decline(self, why: str) -> Reply:
        buttons = await write_keys(examples(), None, self._stand.cards)
        return replace(phrase(Unknown(why)), buttons=buttons)


def _kept(nights: Nights | None) -> Callable[[], Nights]:
    """Those that are kept; without any, nights that end with the process."""

    @cache
    def found() -> Nights:
        from bot.quiz.in_memory import NightsInMemory

        return nights or NightsInMemory()

    return found


def _is_play(came_in: Request | Press | Submission) -> bool:
    """A whole channel plays at once: nobody waits for another, nor for what he prefers."""
    return not isinstance(came_in, Request) and read_key(came_in.key).verb in PLAYED


def _for_moderators(command: Command) -> Reply:
    return Reply(
        f"Only moderators can use {command.name}.",
        (Text("All else here is for you too, and who moderates can name you as one.", "quiet"),),
        private=True,
    )


def _refuse(command: Command, request: Request) -> str:
    """Say in one sentence why the command cannot be handled; nothing when it can."""
    for option in command.options:
        text = request.options.get(option.name, "").strip()
        if option.required and not text:
            return f"There is no {option.name} in that."
        if len(text) > option.longest:
            return (
                f"That {option.name} has {len(text):,} characters; I read up to {option.longest:,}."
            )
    return ""

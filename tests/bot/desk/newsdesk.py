"""A community's moderators at work on recaps, and channels that take what is posted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.recap.copies import Copy
from bot.recap.correcting import find_proposal, told_by
from bot.recap.covering import show_draft
from bot.recap.draft import PostState
from bot.recap.drawing_up import recap_of
from bot.reply import Fields, Text
from bot.request import Place, Press, Request, Submission, User

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.book import Book
    from bot.bot import Bot
    from bot.channel import Destination, Occasion
    from bot.recap.copies import Lines
    from bot.recap.correcting import Proposal
    from bot.recap.draft import Draft, Signature, Target
    from bot.recap.drafts import Did, Drafts
    from bot.recap.postings import Wanted
    from bot.reply import Reply

ANN = User("discord", "1", "Ann", may_moderate=True)
BEN = User("discord", "2", "Ben", may_moderate=True)
CLEO = User("discord", "3", "Cleo", may_moderate=True)
FAN = User("discord", "9", "a fan")
GARAGE = Place("g1", "track", "garage")
ELSEWHERE = Place("e1", "another track", "lobby")


class Channels:
    """Postings of one process: shows in each channel what it would have been sent."""

    def __init__(self, book: Book, drafts: Drafts) -> None:
        self.book = book
        self.drafts = drafts
        self._told: dict[Destination, Lines] = {}
        self.shown: dict[Destination, Reply] = {}
        self.waiting: dict[str, Draft] = {}
        self.refusing: dict[Destination, str] = {}
        self._gone: set[Destination] = set()

    async def keep(
        self, draft: Draft, who: Signature, did: Did, wanted: tuple[Wanted, ...], words: str = ""
    ) -> Draft:
        kept = await self.drafts.change(draft, who, did, words)
        does = {"send": self.send, "update": self.update, "undo": self.undo}
        for each in wanted:
            await does[each](kept, who)
        return kept

    async def send(self, draft: Draft, who: Signature) -> None:
        if draft.state == "scheduled":
            self.waiting[draft.id] = draft
            return
        self.waiting.pop(draft.id, None)
        for target in draft.targets:
            if target.to not in self.shown and target.to not in self.refusing:
                self.shown[target.to] = self._draw(draft, target)
                self._gone.discard(target.to)

    async def update(self, draft: Draft, who: Signature) -> None:
        for target in draft.targets:
            if target.to in self.shown:
                self.shown[target.to] = self._draw(draft, target)

    async def undo(self, draft: Draft, who: Signature) -> None:
        self.waiting.pop(draft.id, None)
        for target in draft.targets:
            if self.shown.pop(target.to, None):
                self._gone.add(target.to)

    async def states(self, draft: Draft) -> tuple[PostState, ...]:
        return tuple(
            PostState(target, self._state(draft, target.to), self.refusing.get(target.to, ""))
            for target in draft.targets
            if draft.state in ("posted", "scheduled", "undone")
        )

    async def proposal(self, draft: Draft) -> Proposal | None:
        copies = [
            Copy("m", target, draft, state="posted", message="1", version=draft.version, told=told)
            for target in draft.targets
            if (told := self._told.get(target.to))
        ]
        return find_proposal(self.book, draft, copies)

    async def come_due(self) -> None:
        """The time of all that waits has come."""
        for draft in list(self.waiting.values()):
            await self.send(replace(draft, state="posted"), draft.drafted_by)

    def _state(self, draft: Draft, to: Destination):
        if to in self.refusing:
            return "failed"
        return "posted" if to in self.shown else "removed" if to in self._gone else "waiting"

    def _draw(self, draft: Draft, target: Target) -> Reply:
        recap = recap_of(draft, self.book)
        self._told[target.to] = told_by(recap)
        return show_draft(draft, recap, target.spoilers)


class Roles:
    """A platform that knows how many people have a role, and some names; it posts nothing."""

    def __init__(self, names: Mapping[str, str] | None = None, **people: int) -> None:
        self._names = names or {}
        self._people = people

    async def head_count(self, community: str, role: str) -> int | None:
        return self._people.get(role) if community == "track" else None

    async def role_name(self, community: str, role: str) -> str:
        return self._names.get(role, "")

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        raise AssertionError("a news desk plans no nights")

    async def channel_name(self, to: Destination) -> str:
        return self._names.get(to.channel, "")


class Moderator:
    """Somebody with a recap before him; he presses what he reads."""

    def __init__(self, bot: Bot, user: User, place: Place = GARAGE) -> None:
        self.bot, self.user, self.place = bot, user, place
        self.reply: Reply

    async def recap(self, race: str = "") -> Reply:
        options = {"race": race} if race else {}
        return self._seen(await self.bot.handle(Request("recap", self.user, self.place, options)))

    async def press(self, *labels: str) -> Reply:
        for label in labels:
            key = next((step.key for step in self.reply.steps if step.label == label), None)
            assert key, f"no “{label}” among {[step.label for step in self.reply.steps]}"
            self._seen(await self.bot.press(Press(key, self.user, self.place)))
        return self.reply

    async def fill(self, **values: str) -> Reply:
        """Fill the form that is open; what is not named stays as it stands."""
        form = self.reply.form
        assert form
        filled = {field.name: field.value for field in form.fields} | values
        assert filled.keys() == {field.name for field in form.fields}
        came = Submission(form.key, self.user, self.place, filled)
        return self._seen(await self.bot.submit(came))

    async def write(self, block: str, text: str) -> Reply:
        await self.press(block, "Edit the words")
        return await self.fill(text=text)

    async def go_to(self, channel: str, name: str = "") -> Reply:
        await self.press("Where and when", "Add a channel")
        return await self.fill(channel=channel, name=name)

    async def sign(self, name: str, intro: str = "") -> Reply:
        await self.press("Intro and signature")
        return await self.fill(signed=name, intro=intro)

    def _seen(self, reply: Reply) -> Reply:
        assert reply.private
        assert len({step.key for step in reply.steps}) == len(reply.steps)
        assert all(len(step.key) <= 100 for step in reply.steps)
        self.reply = reply
        return reply


def words(reply: Reply) -> str:
    """All that is read, messages that it shows first."""
    told = [block.words for block in reply.blocks if isinstance(block, Text)]
    seen = [words(each.reply) for each in reply.seen]
    return "\n".join(filter(None, (*seen, reply.title, *told, reply.footer)))


def facts(reply: Reply) -> dict[str, str]:
    return {
        name: fact
        for block in reply.blocks
        if isinstance(block, Fields)
        for name, fact in block.pairs
    }


def labels(reply: Reply) -> list[str]:
    return [step.label for step in reply.steps]

"""How recaps get out: into their channels, and as their draft is; and what the rows say since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from bot.recap.correcting import Proposal
    from bot.recap.draft import Draft, PostState, Signature
    from bot.recap.drafts import Did

Wanted: TypeAlias = Literal["send", "update", "undo"]
"""What is to be done with a recap's copies: posted where they lack, drawn anew, taken back."""


class Postings(Protocol):
    """Puts recaps into their channels, each once, and keeps them as their draft is."""

    async def keep(
        self, draft: Draft, who: Signature, did: Did, wanted: tuple[Wanted, ...], words: str = ""
    ) -> Draft:
        """Keep the draft's next version, and have its copies follow: both, or neither; Outdated."""

    async def send(self, draft: Draft, who: Signature) -> None:
        """Have it posted to its targets, at its time; what is posted already stays."""

    async def update(self, draft: Draft, who: Signature) -> None:
        """Have all posted copies show the draft as it is now."""

    async def undo(self, draft: Draft, who: Signature) -> None:
        """Have all posted copies taken back, and what is not posted yet never posted."""

    async def states(self, draft: Draft) -> tuple[PostState, ...]: ...

    async def proposal(self, draft: Draft) -> Proposal | None:
        """What the rows contradict by now of what is posted of it, where that is anything."""

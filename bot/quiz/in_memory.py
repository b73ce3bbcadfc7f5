"""Nights of one process: for a console that is gone when it ends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.codes import new_code, read_code
from bot.quiz.beating import beat_after, lost
from bot.quiz.forgetting import without
from bot.quiz.night import enter, give
from bot.quiz.nights import GONE, Tally
from bot.quiz.refused import Refused
from bot.quiz.results import results_of
from bot.quiz.steps import TimeGivenBack
from bot.quiz.taking import take

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.quiz.entrant import Entrant
    from bot.quiz.given import Given
    from bot.quiz.night import Night
    from bot.quiz.nights import Board, Plan
    from bot.quiz.results import Result
    from bot.quiz.steps import Step


class NightsInMemory:
    """Nobody else changes them between two lines."""

    def __init__(self) -> None:
        self._nights: dict[str, Night] = {}  # the latest is the last
        self._boards: dict[str, dict[str, Board]] = {}
        self._beats: dict[str, float] = {}
        self._codes: dict[str, tuple[str, float]] = {}

    async def begin(self, night: Night, boards: tuple[Board, ...]) -> None:
        if night.id not in self._nights:
            self._nights[night.id] = night
            self._boards[night.id] = {board.mark: board for board in boards}

    async def find(self, key: str) -> Night | None:
        return self._nights.get(key)

    async def take(self, key: str, plan: Plan) -> Night | Refused | None:
        night = self._nights.get(key)
        step = plan(night) if night else None
        if night is None or step is None or isinstance(step, Refused):
            return night if step is None else step  # type: ignore[return-value]
        return self._keep(step, night)

    async def enter(self, key: str, entrant: Entrant) -> Entrant | Refused:
        if key not in self._nights:
            return GONE
        after = enter(self._nights[key], entrant)
        if isinstance(after, Refused):
            return after
        self._nights[key] = after
        return after.entrants[entrant.id]

    async def give(self, key: str, given: Given) -> Given | Refused:
        if key not in self._nights:
            return GONE
        after = give(self._nights[key], given)
        if isinstance(after, Refused):
            return after
        self._nights[key] = after
        return given

    async def entrant(self, key: str, player: str) -> Entrant | None:
        night = self._nights.get(key)
        return night.entrants.get(player) if night else None

    async def tally(self, key: str, number: int) -> Mapping[str, Tally]:
        night = self._nights[key]
        among = night.head.among if number == night.head.number else ()
        may = {
            each.id: each.platform
            for each in night.playing
            if each.since <= number and (not among or each.side in among)
        }
        gave = night.given.get(str(number), {})
        players, answered = (
            Counter(may.values()),
            Counter(may[each] for each in gave if each in may),
        )
        return {platform: Tally(answered[platform], players[platform]) for platform in players}

    async def beat(self, key: str, now: float) -> float:
        night = self._nights[key]
        before = self._beats.get(key, now)
        back = lost(night.head, before, now)
        if back:
            self._keep(TimeGivenBack(at=now, seconds=back), night)
        self._beats[key] = now
        return now - before

    async def rest(self, key: str, until: float) -> None:
        self._beats[key] = until

    async def boards(self, key: str) -> tuple[Board, ...]:
        return tuple(self._boards.get(key, {}).values())

    async def keep_board(self, board: Board) -> None:
        self._boards.setdefault(board.night, {})[board.mark] = board

    async def invite(self, key: str, until: float) -> str:
        code = new_code()
        self._codes[code] = key, until
        return code

    async def invited(self, code: str, now: float) -> str:
        key, until = self._codes.get(read_code(code), ("", now))
        return key if until > now else ""

    async def recent(self, platform: str, community: str, most: int) -> tuple[Night, ...]:
        return tuple(reversed(self._shown(platform, community)))[:most]

    async def results(
        self, platform: str, community: str, since: float, until: float
    ) -> tuple[Result, ...]:
        return tuple(
            result
            for night in self._shown(platform, community)
            for result in results_of(night)
            if (result.platform, result.community) == (platform, community)
            and since <= result.began < until
        )

    async def asked(self, platform: str, community: str, since: float) -> frozenset[str]:
        shown = self._shown(platform, community)
        to_come = (each for n in shown if n.head.phase != "over" for each in n.questions)
        were = (
            night.questions[number]
            for night in shown
            for number, stretch in night.open.items()
            if stretch.began >= since
        )
        return frozenset(each.key for each in (*to_come, *were))

    async def played(self, player: str) -> int:
        return sum(_knows(night, player) for night in self._nights.values())

    async def forget(self, player: str) -> int:
        known = [key for key, night in self._nights.items() if _knows(night, player)]
        for key in known:
            self._nights[key] = without(self._nights[key], player)
        return len(known)

    def _keep(self, step: Step, night: Night) -> Night | Refused:
        after = take(step, night)
        if not isinstance(after, Refused):
            self._nights[night.id] = after
            beat = self._beats.get(night.id, step.at)
            self._beats[night.id] = beat_after(step, night, after, beat)
        return after

    def _shown(self, platform: str, community: str) -> list[Night]:
        return [
            night
            for key, night in self._nights.items()
            for to in {(b.to.platform, b.to.community) for b in self._boards[key].values()}
            if to == (platform, community)
        ]


def _knows(night: Night, player: str) -> bool:
    return player in night.entrants or night.host == player

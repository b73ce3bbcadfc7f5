"""What happened between two snapshots of one race: flags, stage ends, a new leader, the finish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.live.snapshot import Snapshot

Kind: TypeAlias = Literal["green", "restart", "caution", "red", "stage", "lead", "finish"]

APART = timedelta(minutes=10)
"""Of two snapshots further apart than that nobody can say what happened when."""

_STOPPED = ("caution", "red")


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened; its key is the same whoever saw it, from whichever snapshots."""

    kind: Kind
    key: str  # within its race
    lap: int
    driver: str = ""  # who won the stage or the race, or leads now; empty where nobody can tell
    stage: int = 0


def changes(before: Snapshot | None, after: Snapshot) -> tuple[Change, ...]:
    """In the order in which they happened; nothing where there is nothing to compare with."""
    if before is None or not _follows(before, after):
        return ()
    return (
        *_begun(before, after),
        *_stage(before, after),
        *_flags(before, after),
        *_end(before, after),
    )


def _follows(before: Snapshot, after: Snapshot) -> bool:
    is_same = (before.race, before.run) == (after.race, after.run)
    goes_on = after.lap >= before.lap and after.elapsed >= before.elapsed
    is_near = timedelta() <= after.told_at - before.told_at <= APART
    return after.is_race and before.is_race and is_same and goes_on and is_near


def _begun(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The race goes green; later greens are restarts."""
    if not before.has_begun and after.has_begun:
        yield Change("green", "green", after.lap)
    elif before.flag in _STOPPED and after.flag == "green":
        yield Change("restart", f"restart {after.cautions}", after.lap)


def _stage(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The winner led the stage's last lap; who leads a moment later may only have stayed out."""
    stage = before.stage
    if stage is None or stage.ends_at >= before.laps or before.is_finished:
        return
    if before.lap < stage.ends_at <= after.lap:
        won = after.leader_of(stage.ends_at)
        name = won.driver if won else ""
        yield Change("stage", f"stage {stage.number}", stage.ends_at, name, stage.number)


def _flags(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    if after.flag == "caution" and before.flag != "caution":
        yield Change("caution", f"caution {after.cautions}", after.lap)
    if after.flag == "red" and before.flag != "red":
        yield Change("red", f"red {after.cautions} {after.lap}", after.lap)
    led, leads = before.leader, after.leader
    if led and leads and before.has_begun and led.number != leads.number:
        yield Change("lead", f"lead {after.lead_changes}", after.lap, leads.driver)


def _end(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    if after.is_finished and not before.is_finished:
        yield Change("finish", "finish", after.lap, after.leader.driver if after.leader else "")

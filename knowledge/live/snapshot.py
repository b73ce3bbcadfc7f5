"""A snapshot: what the live feed said at one moment of the session on track."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

Flag: TypeAlias = Literal[
    "none", "green", "caution", "red", "finish", "stopped", "warm-up", "over", "unknown"
]
Session: TypeAlias = Literal["practice", "qualifying", "race", "unknown"]


@dataclass(frozen=True, slots=True)
class Car:
    """One car in the running order."""

    place: int
    number: str
    driver: str
    start: int = 0  # 0 where it is not told
    laps: int = 0
    behind: float = 0.0  # seconds behind the leader; below 0 whole laps down
    led: tuple[tuple[int, int], ...] = ()  # from lap to lap
    out: bool = False

    @property
    def gained(self) -> int:
        return self.start - self.place if self.start else 0


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage that is raced; the last one ends with the race."""

    number: int
    ends_at: int  # lap


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Numbers that are not told are 0; the order is by the place."""

    race: int
    run: int
    series: str  # empty where the feed's number of it is not known
    session: Session
    name: str
    track: str
    lap: int
    laps: int
    to_go: int
    flag: Flag
    told_at: datetime  # by the feed's own clock, else when it was received
    elapsed: float
    stage: Stage | None
    cautions: int
    lead_changes: int
    leaders: int
    cars: tuple[Car, ...]

    @property
    def is_race(self) -> bool:
        return self.session == "race"

    @property
    def has_begun(self) -> bool:
        return self.lap > 0 or self.flag in ("green", "caution", "red")

    @property
    def is_finished(self) -> bool:
        """The flag fell; a session that is over with laps to go is no finish."""
        if not self.is_race or self.lap <= 0:
            return False
        return self.flag == "finish" or (self.flag == "over" and self.to_go <= 0)

    @property
    def is_running(self) -> bool:
        return self.is_race and self.has_begun and self.flag not in ("finish", "over")

    @property
    def leader(self) -> Car | None:
        return self.cars[0] if self.cars else None

    def leader_of(self, lap: int) -> Car | None:
        """Who led that lap, by the laps that the feed credits; None where it credits nobody."""
        led = (car for car in self.cars if any(a <= lap <= b for a, b in car.led))
        return next(led, None)

    def movers(self, many: int = 3) -> tuple[Car, ...]:
        """Who has gained the most places since the start and runs still."""
        gained = (car for car in self.cars if car.gained > 0 and not car.out)
        return tuple(sorted(gained, key=lambda car: (-car.gained, car.place))[:many])

"""A night and its next step: another night, or why the step cannot be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz import doubting, flow, judging, pausing
from bot.quiz.steps import (
    Asked,
    Decided,
    Doubted,
    Ended,
    HandedOver,
    Linked,
    Locked,
    Marked,
    Moved,
    Opened,
    Paused,
    Protested,
    Resumed,
    Revealed,
    RoundOpened,
    Ruled,
    Settled,
    Skipped,
    TimeGivenBack,
    Unlinked,
    Unlisted,
    WagersOpened,
)

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.refused import Refused
    from bot.quiz.steps import Step


def take(step: Step, night: Night) -> Night | Refused:  # noqa: C901, PLR0911, PLR0912 - one for each step
    match step:
        case RoundOpened():
            return flow.open_round(step, night)
        case WagersOpened():
            return flow.open_wagers(step, night)
        case Asked():
            return flow.ask(step, night)
        case Opened():
            return flow.open_all(step, night)
        case Locked():
            return flow.lock(step, night)
        case Revealed():
            return flow.reveal(step, night)
        case Skipped():
            return flow.skip(step, night)
        case Linked():
            return flow.link(step, night)
        case Unlinked():
            return flow.unlink(step, night)
        case Moved():
            return flow.move(step, night)
        case Unlisted():
            return flow.unlist(step, night)
        case Ended():
            return flow.end(night)
        case Marked():
            return judging.mark(step, night)
        case Ruled():
            return judging.rule(step, night)
        case Protested():
            return judging.protest(step, night)
        case Decided():
            return judging.decide(step, night)
        case Doubted():
            return doubting.doubt(step, night)
        case Settled():
            return doubting.settle(step, night)
        case Paused():
            return pausing.pause(step, night)
        case Resumed():
            return pausing.resume(step, night)
        case TimeGivenBack():
            return pausing.give_time_back(step, night)
        case HandedOver():
            return pausing.hand_over(step, night)

"""A person taken out of a night: nobody stands in his place, and the points are as they were."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.entrant import player_id
from bot.quiz.night import with_entrants
from bot.quiz.steps import Asked, HandedOver, Protested

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.quiz.given import Given
    from bot.quiz.night import Night, Protest
    from bot.quiz.steps import Step

NOBODY = "a former player"
"""Who played and has had his name deleted."""


def new_nobody(player: str) -> str:
    """An id that says nothing but where he played from."""
    return player_id(player.partition(" ")[0], f"gone-{secrets.token_hex(8)}")


def unnamed(step: Step, player: str, nobody: str) -> Step:
    """The step with nobody in his place; what he said in a protest goes too."""
    if isinstance(step, Protested) and step.who == player:
        step = replace(step, words="")
    if isinstance(step, Asked) and player in step.among:
        step = replace(step, among=swapped(step.among, player, nobody))
    if isinstance(step, HandedOver) and step.to == player:
        step = replace(step, to=nobody, name=NOBODY)
    return replace(step, who=nobody) if step.who == player else step


def hosted_by_nobody(night: Night, player: str, nobody: str) -> Night:
    return replace(night, host=nobody, host_name=NOBODY) if night.host == player else night


def without(night: Night, player: str) -> Night:
    """The whole night with nobody in his place."""
    nobody = new_nobody(player)
    night = hosted_by_nobody(night, player, nobody)
    if player not in night.entrants:
        return night
    entrants = {**night.entrants}
    gone = entrants.pop(player)
    entrants[nobody] = replace(gone, key=nobody.partition(" ")[2], name=NOBODY)
    return replace(
        with_entrants(night, entrants.values()),
        given={about: _given(by, player, nobody) for about, by in night.given.items()},
        head=replace(night.head, among=swapped(night.head.among, player, nobody)),
        protests=tuple(_protest(each, player, nobody) for each in night.protests),
        changes=tuple(
            replace(each, side=nobody) if each.side == player else each for each in night.changes
        ),
    )


def _given(by_player: Mapping[str, Given], player: str, nobody: str) -> dict[str, Given]:
    gone = {nobody: replace(by_player[player], player=nobody)} if player in by_player else {}
    return {who: given for who, given in by_player.items() if who != player} | gone


def _protest(protest: Protest, player: str, nobody: str) -> Protest:
    return replace(protest, player=nobody, words="") if protest.player == player else protest


def swapped(sides: tuple[str, ...], player: str, nobody: str) -> tuple[str, ...]:
    return tuple(nobody if side == player else side for side in sides)

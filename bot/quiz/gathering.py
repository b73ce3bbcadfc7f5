"""Before a night begins: what it is played by, who is in, and how one joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.keys import button
from bot.quiz.sides import host_words
from bot.quiz.starting import start_of, told_start
from bot.quiz.wording import counted, rules_in_words
from bot.reply import Fields, Reply, Text
from bot.when import moment_at

if TYPE_CHECKING:
    from bot.channel import Destination
    from bot.quiz.night import Night
    from bot.reply import Block

_TEAMS_SHOWN = 12


def join_button(night: Night) -> tuple[str, str, str]:
    """Teams are picked in a form, so its key says that it is one."""
    return "Join", "team" if night.rules.team_size else "join", night.id


def draw_gathering(night: Night, to: Destination) -> Reply:
    return Reply(
        f"Quiz night: {night.title}",
        (
            Text(rules_in_words(night.rules)),
            Text(who_is_in(night)),
            *_teams(night),
            *told_start(night),
            Text(f"Your host is {host_words(night, to)}{_opens(night)}.", "quiet"),
        ),
        buttons=(button(*join_button(night)), button("How it goes", "help", night.id)),
        footer="Whoever comes later joins too, and plays from the next question on.",
    )


def draw_called_off(night: Night) -> Reply:
    before = night.was_to_begin
    facts = (("It was to begin", moment_at(before, night.zone)),) if before else ()
    return Reply(
        f"{night.title} is called off.",
        (Text("It does not take place."), *((Fields(facts),) if facts else ())),
        footer=who_is_in(night) if night.entrants else "",
    )


def _opens(night: Night) -> str:
    return "" if start_of(night) else ", who opens the first round"


def who_is_in(night: Night) -> str:
    players = len(night.playing)
    if not players:
        return "Nobody is in yet. Join, and you play."
    verb = "is" if players == 1 else "are"
    return f"{counted(players, 'player')} {verb} in."


def _teams(night: Night) -> tuple[Block, ...]:
    if not night.rules.team_size or not night.sides:
        return ()
    told = [f"{mates[0].team} ({len(mates)})" for mates in night.sides.values()]
    more = len(told) - _TEAMS_SHOWN
    others = f" and {more} more" if more > 0 else ""
    return (Text(f"Teams: {', '.join(told[:_TEAMS_SHOWN])}{others}"),)
